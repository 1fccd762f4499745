"""The box for a place, with the places to choose from when a name is not plain."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from search.text.invisible_characters import clean_code

from .gazetteer import find_places
from .messages import offered_for, place_correction, place_problem, typed_or_chosen

LONGEST_TYPED = 200
CHOICE = "-choice"


class PlaceInput(forms.TextInput):
    """What is typed, unless one of the places offered for it was chosen instead.

    `offered`: after cleaning, the labels to choose from, shown as radios below the box.
    """

    template_name = "django/forms/widgets/place.html"
    offered: tuple[str, ...] = ()

    @sensitive_variables()
    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        typed, chosen = data.get(name), data.get(f"{name}{CHOICE}")
        return typed_or_chosen(typed[:LONGEST_TYPED], chosen) if typed and chosen else typed

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["offered"] = self.offered
        return context


class PlaceField(forms.CharField):
    """A postcode or the name of a place; cleans to the place's label, never a whole postcode; empty when empty.

    With `confirms` a text that was taken for something else is shown for a yes before it is used.
    """

    widget = PlaceInput

    def __init__(self, *, confirms: bool = False, **options: Any) -> None:
        self.confirms = confirms
        messages = {
            "max_length": format_lazy(lazy("Shorten this to {number} characters"), number=LONGEST_TYPED),
            **options.pop("error_messages", {}),
        }
        super().__init__(max_length=LONGEST_TYPED, error_messages=messages, **options)

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        return clean_code(super().to_python(value))

    @sensitive_variables()
    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        found = find_places(text)
        problem = place_problem(text, found) or (place_correction(found) if self.confirms else "")
        if problem:
            self.widget.offered = offered_for(text)
            raise forms.ValidationError(problem)
        return found.place.area_label if found.place else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # A browser that stops at `maxlength` cuts a pasted address, and with it the postcode, without saying so.
        attrs = {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
        return {"class": "govuk-input--width-20", **attrs, **widget.attrs}
