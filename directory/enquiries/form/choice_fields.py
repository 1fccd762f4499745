"""Form fields for choices, each with one message that says what to do."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.forms.widgets import Checkboxes, Radios

MONTHS_AHEAD = 60
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
NOT_SAID = lazy("I do not know")


class ReleaseMonthField(forms.ChoiceField):
    """A month as 2027-03, from this one on. One that has just passed is still an answer."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=[("", NOT_SAID), *release_months(timezone.localdate())],
            required=False,
            error_messages={"invalid_choice": _("Choose the month from the list")},
            **options,
        )

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or bool(MONTH.fullmatch(str(value)) and str(value) < str(date.today()))


def release_months(today: date) -> list[tuple[str, str]]:
    """The months a release may be in, as 2027-03 and "March 2027"."""
    first = today.year * 12 + today.month - 1
    months = (date(number // 12, number % 12 + 1, 1) for number in range(first, first + MONTHS_AHEAD))
    return [(f"{month:%Y-%m}", date_format(month, "F Y")) for month in months]


def choice_field(choices: Any, error: str, *, required: bool = True, **options: Any) -> forms.ChoiceField:
    """Radios whose only message says what to do."""
    return forms.ChoiceField(
        choices=choices,
        required=required,
        widget=Radios,
        error_messages={"required": error, "invalid_choice": error},
        **options,
    )


def choices_field(
    choices: Any, error: str, *, required: bool = True, hints: Any = None, **options: Any
) -> forms.MultipleChoiceField:
    """Checkboxes whose only message says what to do."""
    messages = dict.fromkeys(("required", "invalid_choice", "invalid_list"), error)
    return forms.MultipleChoiceField(
        choices=choices, required=required, widget=Checkboxes(hints=hints), error_messages=messages, **options
    )
