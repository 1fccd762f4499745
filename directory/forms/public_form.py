"""Forms of public pages, drawn with GOV.UK's components."""

from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.widgets import Input
from django.template import engines
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from .widgets import DateInput

# Radios and tick boxes hand their attributes on to each of their inputs.
COMPONENT_CLASSES = (
    (forms.CheckboxSelectMultiple, "govuk-checkboxes__input"),
    (forms.RadioSelect, "govuk-radios__input"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (Input, "govuk-input"),
)
TAKES_ERROR_CLASS = ("govuk-select", "govuk-textarea", "govuk-input")


class GovukBoundField(forms.BoundField):
    """A field with the classes, ids and descriptions that GOV.UK's components have."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs["class"] = " ".join(self._classes(widget))
        # What one person typed would be offered to the next on a shared machine, and the spell checkers of some
        # browsers send the text to their maker.
        attrs.setdefault("autocomplete", widget.attrs.get("autocomplete", "off"))
        if isinstance(widget, forms.Textarea | forms.TextInput | forms.EmailInput):
            attrs.setdefault("spellcheck", widget.attrs.get("spellcheck", "false"))
        return attrs

    def _classes(self, widget: forms.Widget) -> list[str]:
        component = next((name for kind, name in COMPONENT_CLASSES if isinstance(widget, kind)), "")
        names = [component, widget.attrs.get("class", "")]
        if self.errors and component in TAKES_ERROR_CLASS:
            names.append(f"{component}--error")
        return [name for name in names if name]

    @property
    def hint_id(self) -> str:
        """The id of the hint; nothing when there is none."""
        return f"{self.auto_id}-hint" if self.help_text else ""

    @property
    def error_id(self) -> str:
        """The id of the error message; nothing when there is none."""
        return f"{self.auto_id}-error" if self.errors else ""

    @property
    def aria_describedby(self) -> str:
        named = self.field.widget.attrs.get("aria-describedby", "")
        return " ".join(name for name in (named, self.hint_id, self.error_id) if name)

    @cached_property
    def first_control(self) -> str:
        """The id of the control to correct: the only one, the first of several, or the part that is wrong."""
        widget, id_ = self.field.widget, self.auto_id
        if isinstance(widget, DateInput):
            return widget.first_control(self.html_name, id_)
        if self.id_for_label or not getattr(self.field, "choices", ()):
            return self.id_for_label or id_
        return widget.id_for_label(id_, index="0")

    @property
    def error_message(self) -> SafeString:
        """What is wrong, as it stands above the box; nothing when nothing is."""
        return self.render("django/forms/error_message.html")

    @property
    def is_checkbox(self) -> bool:
        """Whether the label stands behind a single tick box."""
        return isinstance(self.field.widget, forms.CheckboxInput)


class GovukRenderer(BaseRenderer):
    """Finds the templates of forms among the site's own, in `templates/jinja2/django/forms/`, else Django's."""

    bound_field_class = GovukBoundField

    def get_template(self, template_name: str) -> Any:
        return engines["jinja2"].get_template(template_name)


class PublicForm(forms.Form):
    """The base of every form on a public page: `{{ form }}` or `{{ form.name.as_field_group }}` draws it.

    It brings its own renderer. `FORM_RENDERER` would change the forms of Wagtail's admin as well.
    """

    default_renderer = GovukRenderer
    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"auto_id": "%s", "label_suffix": "", **options})

    def error_links(self) -> list[tuple[str, str]]:
        """For the error summary, in the order of the page: the id to jump to, and the message."""
        return [(field.first_control, message) for field in self for message in field.errors]
