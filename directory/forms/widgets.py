"""Widgets that Django lacks: GOV.UK's date input, and choices with a hint at some of them."""

from collections.abc import Mapping
from typing import Any

from django import forms

from search.text.invisible_characters import clean_code

PARTS = ("day", "month", "year")
PART_WIDTHS = {"day": "govuk-input--width-2", "month": "govuk-input--width-4", "year": "govuk-input--width-4"}
LONGEST_PART = 60


class DateInput(forms.MultiWidget):
    """A day, a month and a year in three boxes. They are named after the field, or as `part_names` says.

    `wrong_parts`: after cleaning, the parts to correct.
    """

    template_name = "django/forms/widgets/date_input.html"
    use_fieldset = True

    def __init__(self, *, part_names: Mapping[str, str] | None = None, attrs: dict[str, Any] | None = None) -> None:
        self.part_names = part_names or {}
        self.wrong_parts: tuple[str, ...] = ()
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def part_name(self, name: str, part: str) -> str:
        """The name of a box, which is its id as well."""
        return self.part_names.get(part, f"{name}-{part}")

    def first_control(self, name: str, id_: str) -> str:
        """The id of the first box to correct."""
        return self.part_name(id_, self.wrong_parts[0] if self.wrong_parts else PARTS[0])

    def decompress(self, value: Any) -> list[str]:
        """A date in parts."""
        return [str(value.day), str(value.month), str(value.year)] if value else ["", "", ""]

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        return [_one_line(data.get(self.part_name(name, part)) or "") for part in PARTS]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(self.part_name(name, part) not in data for part in PARTS)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id", name)
        for part, box in zip(PARTS, context["widget"]["subwidgets"], strict=True):
            is_wrong = part in self.wrong_parts
            box["name"], box["part"] = self.part_name(name, part), part
            box["attrs"] = {
                "class": f"govuk-input govuk-date-input__input {PART_WIDTHS[part]}"
                f"{' govuk-input--error' if is_wrong else ''}",
                "id": self.part_name(id_, part),
                "inputmode": "numeric",
                "autocomplete": "off",
                "spellcheck": "false",
                "aria-invalid": "true" if is_wrong else False,
            }
        return context


class _HintedOptions(forms.RadioSelect):
    """`classes` for the whole list, and `hints`, by value, below some of the labels."""

    def __init__(self, attrs: Any = None, choices: Any = (), *, classes: str = "", hints: Any = None) -> None:
        super().__init__(attrs, choices)
        self.classes, self.hints = classes, hints or {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["classes"] = self.classes
        return context

    def create_option(self, name: str, value: Any, *args: Any, **options: Any) -> dict[str, Any]:
        return {**super().create_option(name, value, *args, **options), "hint": self.hints.get(str(value), "")}


class Radios(_HintedOptions):
    """One of several answers."""


class Checkboxes(_HintedOptions, forms.CheckboxSelectMultiple):
    """Any number of several answers."""


def _one_line(text: str) -> str:
    """One line without what nobody sees, long enough for any real answer."""
    return " ".join(clean_code(str(text)[: LONGEST_PART * 2]).split())[:LONGEST_PART]
