"""Numbers and dates as people type and paste them."""

from datetime import date
from typing import Any

from django import forms
from django.views.decorators.debug import sensitive_variables

from search.text.invisible_characters import clean_code

from .date_parts import WrongDate, read_date
from .widgets import PARTS, DateInput


class NumberField(forms.IntegerField):
    """A whole number, whatever nobody sees around it."""

    # A browser's number box changes its number when somebody scrolls over it, and tells nothing of what it refuses.
    widget = forms.TextInput

    @sensitive_variables()
    def to_python(self, value: Any) -> int | None:
        return super().to_python(clean_code(value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        own = {"inputmode": "numeric", "class": "govuk-input--width-3"}
        return {**own, **super().widget_attrs(widget), **widget.attrs}


class DateField(forms.MultiValueField):
    """A date in three boxes: months by name, "1st", or a whole date in one of them. Cleans to a date or None.

    `what`: how messages begin, as in "Date of release must include a month". Errors mark the parts that are wrong.
    """

    widget = DateInput

    def __init__(self, *, what: str, **options: Any) -> None:
        self.what = what
        parts = [forms.CharField(required=False) for _ in PARTS]
        super().__init__(parts, require_all_fields=False, **options)

    def read(self, typed: dict[str, str]) -> date:
        """The date that was typed. Raises `WrongDate`. A field with a range of its own adds it here."""
        return read_date(typed, self.what)

    def compress(self, data_list: list[str]) -> date | None:
        return self.read(dict(zip(PARTS, data_list, strict=True))) if data_list else None

    @sensitive_variables()
    def clean(self, value: Any) -> date | None:
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            self.widget.wrong_parts = error.parts if isinstance(error, WrongDate) else PARTS
            raise
