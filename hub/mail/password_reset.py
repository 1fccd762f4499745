"""The mail with a link to set a new password, built where nobody waits for it."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView

if TYPE_CHECKING:
    from hub.models import User

# No account has it.
NOBODY = 0


class QueuedPasswordResetForm(PasswordResetForm):
    """Leaves one task behind, whether or not the address has an account: neither answer nor time tells which."""

    @sensitive_variables()
    def save(self, *args: Any, **kwargs: Any) -> None:
        from .tasks import send_password_reset  # imported late: the task writes the mail with this module

        found = [user.pk for user in self.get_users(self.cleaned_data["email"])]
        send_password_reset.enqueue(found[0] if found else NOBODY)


@sensitive_variables()
def write_reset_mail(user: "User") -> None:
    """Render Wagtail's own mail for this account and hand it to the queue."""
    form = PasswordResetForm({"email": user.email})
    if form.is_valid():
        form.save(
            domain_override=urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc,
            subject_template_name=PasswordResetView.subject_template_name,
            email_template_name=PasswordResetView.email_template_name,
        )
