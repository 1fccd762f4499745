"""What a sender fills in after sending."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.models import SenderMessage
from directory.forms.public_form import PublicForm

LONGEST = 3000
EMPTY = _("Write what you want to tell us")


class LookUpForm(PublicForm):
    """Reference and code. Nothing is said about which of them is wrong, and nothing typed is shown again."""

    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("It begins with PSH."),
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-20"}),
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("14 letters and numbers. It stood below the reference."),
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-20"}),
    )


class MessageForm(PublicForm):
    """One message about an enquiry."""

    text = PlainTextField(label=_("What do you want to tell us?"), max_length=LONGEST, rows=6, required=False)

    def __init__(self, *, kind: str, **options: Any) -> None:
        super().__init__(**options)
        self.fields["text"].required = kind not in (SenderMessage.Kind.WITHDRAWAL, SenderMessage.Kind.COPY)
        self.fields["text"].error_messages["required"] = EMPTY
