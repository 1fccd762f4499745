"""The box for a place, with the places to choose from when a name is not plain."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.views.decorators.debug import sensitive_variables

from search.text.invisible_characters import clean_code

from .gazetteer import find_places
from .messages import offered_for, place_correction, place_problem, typed_or_chosen

LONGEST_TYPED = 200
CHOICE = "-choice"


class PlaceInput(forms.TextInput):
    """What is typed, unless one of the places offered for it was chosen instead."""

    @sensitive_variables()
    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        typed, chosen = data.get(name), data.get(f"{name}{CHOICE}")
        return typed_or_chosen(typed[:LONGEST_TYPED], chosen) if typed and chosen else typed


class PlaceField(forms.CharField):
    """A postcode or the name of a place; cleans to the place's label, never a whole postcode; empty when empty.

    `offered`: after cleaning, the labels to choose from; the template shows them as radios. With `confirms` a text
    that was taken for something else is shown for a yes before it is used.
    """

    widget = PlaceInput
    offered: tuple[str, ...] = ()

    def __init__(self, *, confirms: bool = False, **options: Any) -> None:
        self.confirms = confirms
        messages = {"max_length": f"Shorten this to {LONGEST_TYPED} characters", **options.pop("error_messages", {})}
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
            self.offered = offered_for(text)
            raise forms.ValidationError(problem)
        return found.place.area_label if found.place else ""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # A browser that stops at `maxlength` cuts a pasted address, and with it the postcode, without saying so.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
