"""The form of a promoted result: something on the site by its title, or an address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from search.admin.promotion_choosers import chooser_of, kind_of, promotion_choosers
from search.indexing.indexer import documents_of
from search.registry import Registration, registration_of

PREFIX = "target_"
HIDDEN = lazy("Readers cannot see this, so it cannot come first.")


class PromotionForm(WagtailAdminModelForm):
    """Refuses to promote what the public cannot see. Kind and key are for what no window chooses."""

    kind = forms.CharField(required=False, widget=forms.HiddenInput)
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chooser = chooser_of(self.instance.kind)
        if chooser:
            self.initial[PREFIX + chooser.name] = self.instance.key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = {
            name: cleaned[name]
            for chooser in promotion_choosers()
            if cleaned.get(name := PREFIX + chooser.name) is not None
        }
        if len(chosen) > 1:
            raise ValidationError(_("Choose one thing: only one comes first."))
        kind, key = self._named(cleaned)
        for name, instance in chosen.items():
            kind, key = kind_of(instance), str(instance.pk)
            if not kind:
                self.add_error(name, _("The search does not find this kind of page."))
        registration = registration_of(kind)
        if registration and key and not _is_public(registration, key):
            problem = (
                _("Readers cannot see this, so it cannot come first.")
                if chosen
                else _("Nothing public has this number.")
            )
            self.add_error(next(iter(chosen), "words"), problem)
        self.instance.kind, self.instance.key = kind, key
        return cleaned

    def _named(self, cleaned: dict[str, Any]) -> tuple[str, str]:
        """What no window chooses: posted, or kept from before while no address takes its place."""
        kind, key = cleaned.get("kind", ""), cleaned.get("key", "")
        if not kind and not cleaned.get("url") and not chooser_of(self.instance.kind):
            kind, key = self.instance.kind, self.instance.key
        return ("", "") if chooser_of(kind) else (kind, key)


def _is_public(registration: Registration, key: str) -> bool:
    try:
        registration.model._meta.pk.to_python(key)
    except ValidationError:
        return False
    return bool(documents_of(registration, [key]))


def promotion_panels() -> ObjectList:
    """The form with a window for each kind of thing that an app lets editors choose."""
    fields: dict[str, Any] = {
        PREFIX + chooser.name: forms.ModelChoiceField(
            chooser.model._default_manager.all(), required=False, widget=chooser.widget(), label=chooser.label
        )
        for chooser in promotion_choosers()
    }
    return ObjectList(
        [
            FieldPanel("words"),
            MultiFieldPanel([FieldPanel(name) for name in fields], heading=lazy("Something on this site")),
            MultiFieldPanel([FieldRowPanel([FieldPanel("title"), FieldPanel("url")])], heading=lazy("Or an address")),
            FieldPanel("position"),
        ],
        base_form_class=type("PromotionForm", (PromotionForm,), fields),
    )
