"""The mail with a link to set a new password, built where nobody waits for it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView


@sensitive_variables()
def write_reset_mail(user: AbstractBaseUser) -> None:
    """Render Wagtail's own mail for this account and hand it to the queue."""
    form = PasswordResetForm({"email": user.email})
    if form.is_valid():
        form.save(
            domain_override=urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc,
            subject_template_name=PasswordResetView.subject_template_name,
            email_template_name=PasswordResetView.email_template_name,
        )
