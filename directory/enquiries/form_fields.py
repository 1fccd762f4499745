"""Form fields that forgive how people type and refuse only what cannot be understood."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.views.decorators.debug import sensitive_variables

# What a form posts for these shows as nothing on a screen, and a database may refuse it.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
POSTCODE = re.compile(r"(?P<district>[A-Z]{1,2}[0-9][A-Z0-9]?)(?P<rest>[0-9][A-Z]{2})?")
FEWEST_DIGITS = 6


class PlainTextField(forms.CharField):
    """Text without control characters, with one kind of line end."""

    def __init__(self, *, max_length: int, rows: int = 0, **options: Any) -> None:
        # Spell checkers of some browsers send the text to their maker, and autofill remembers it on a shared machine.
        attrs = {"autocomplete": "off", "spellcheck": "false"}
        widget = forms.Textarea({**attrs, "rows": rows}) if rows else forms.TextInput(attrs)
        messages = {"max_length": f"Shorten this to {max_length:,} characters", **options.pop("error_messages", {})}
        super().__init__(max_length=max_length, widget=widget, error_messages=messages, **options)

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return CONTROL_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # A browser that stops at `maxlength` cuts pasted text without saying so.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class PhoneField(PlainTextField):
    """A telephone number, with an extension or a word beside it if need be."""

    @sensitive_variables()
    def clean(self, value: Any) -> str:
        number = super().clean(value)
        if number and sum(character.isdigit() for character in number) < FEWEST_DIGITS:
            raise ValidationError("Enter a phone number, like 0141 496 0100")
        return number


class PrivateEmailField(forms.EmailField):
    """An e-mail address that the browser is asked not to remember."""

    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": "Enter an email address, like name@example.com",
            "max_length": "Shorten this to 254 characters",
        }
        widget = forms.EmailInput({"autocomplete": "off", "spellcheck": "false"})
        super().__init__(max_length=254, widget=widget, error_messages=messages, **options)

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        return CONTROL_CHARACTERS.sub("", super().to_python(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class PostcodeDistrictField(PlainTextField):
    """The first half of a postcode. A whole one is accepted, and its second half thrown away."""

    @sensitive_variables()
    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        match = POSTCODE.fullmatch(re.sub(r"[\s.-]", "", typed).upper())
        if match is None:
            raise ValidationError("Enter the first part of a postcode, like G31")
        return match["district"]
