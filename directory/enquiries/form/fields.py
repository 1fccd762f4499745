"""Form fields that forgive how people type and refuse only what cannot be understood."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from search.text.invisible_characters import clean_code, clean_free_text

FEWEST_DIGITS = 6


class PlainTextField(forms.CharField):
    """A name or words, without controls and with one kind of line end."""

    def __init__(self, *, max_length: int, rows: int = 0, width: int = 0, **options: Any) -> None:
        """rows: of a box for several lines; width: of a box for one line, in characters, if it is not the full one."""
        attrs = {"class": f"govuk-input--width-{width}"} if width else {}
        widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput(attrs)
        messages = {
            "max_length": format_lazy(lazy("Shorten this to {number} characters"), number=f"{max_length:,}"),
            **options.pop("error_messages", {}),
        }
        super().__init__(max_length=max_length, widget=widget, error_messages=messages, **options)

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        return clean_free_text(super().to_python(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # A browser that stops at `maxlength` cuts pasted text without saying so.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class AddressField(PlainTextField):
    """A postal address, without anything that takes no room."""

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        return clean_code(super().to_python(value))


class PhoneField(AddressField):
    """A telephone number, with an extension or a word beside it if need be."""

    @sensitive_variables()
    def clean(self, value: Any) -> str:
        number = super().clean(value)
        if number and sum(character.isdigit() for character in number) < FEWEST_DIGITS:
            raise ValidationError(_("Enter a phone number, like 0141 496 0100"))
        return number


class PrivateEmailField(forms.EmailField):
    """An e-mail address."""

    def __init__(self, **options: Any) -> None:
        messages = {
            "invalid": _("Enter an email address, like name@example.com"),
            "max_length": _("Shorten this to 254 characters"),
        }
        super().__init__(max_length=254, error_messages=messages, **options)

    @sensitive_variables()
    def to_python(self, value: Any) -> str:
        return clean_code(super().to_python(value))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}
