"""What is typed to pass, to change or to take away a second factor."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from .one_time_codes import DIGITS


class PlainForm(forms.Form):
    """Errors are said by the page and not by the browser."""

    use_required_attribute = False


def _code_field(label: str, hint: str, **attributes: str) -> forms.CharField:
    shared = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=40,
        widget=forms.TextInput(attrs={**shared, **attributes}),
        error_messages={"required": _("Enter the code"), "max_length": _("The code is shorter than that")},
    )


class CodeForm(PlainForm):
    """A code of the app."""

    code = _code_field(lazy("Code"), lazy("Six digits, new every thirty seconds."), inputmode="numeric")

    @sensitive_variables()
    def clean_code(self) -> str:
        code = re.sub(r"[\s-]", "", self.cleaned_data["code"])
        if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", code):
            raise forms.ValidationError(_("The code has six digits, like 123 456"))
        return code


class RecoveryCodeForm(PlainForm):
    """A code from paper."""

    code = _code_field(lazy("Recovery code"), lazy("Sixteen letters and digits. Dashes and capitals do not matter."))


class SureForm(PlainForm):
    """Passphrase and code again, before anything about the second factor is changed."""

    password = forms.CharField(
        label=lazy("Your passphrase"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": lazy("Enter your passphrase")},
    )
    code = _code_field(lazy("Code"), lazy("Six digits of the app, or one of your recovery codes."))
