"""The form behind "Forgotten your password?"."""

from typing import Any

from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms.auth import PasswordResetForm

from .tasks import NOBODY, send_password_reset


class QueuedPasswordResetForm(PasswordResetForm):
    """Leaves one task behind, whether or not the address has an account: neither answer nor time tells which."""

    @sensitive_variables()
    def save(self, *args: Any, **kwargs: Any) -> None:
        found = [user.pk for user in self.get_users(self.cleaned_data["email"])]
        send_password_reset.enqueue(found[0] if found else NOBODY)
