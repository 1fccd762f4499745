"""The form of the sign-in page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms.auth import LoginForm

from .slowing import seconds_to_wait
from .waiting import try_again


class SignInForm(LoginForm):
    """Wagtail's, without "remember me": how long a session lasts is the same for everybody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["remember"]
        self.fields["username"].label = _("E-mail address")
        self.fields["password"].label = _("Passphrase")
        for name, purpose in (("username", "username"), ("password", "current-password")):
            self.fields[name].widget.attrs.pop("placeholder", None)
            self.fields[name].widget.attrs["autocomplete"] = purpose

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        return super().clean()

    def get_invalid_login_error(self) -> ValidationError:
        if getattr(self.request, "axes_locked_out", False):
            return ValidationError(
                _(
                    "Too many wrong passphrases for this account from here. %(try_again)s Nobody else is locked "
                    "out, and from another place you can sign in at once."
                )
                % {"try_again": try_again(seconds_to_wait(self.request))},
                code="wait",
            )
        return ValidationError(
            _("The e-mail address and the passphrase do not match. Please try again."), code="invalid"
        )
