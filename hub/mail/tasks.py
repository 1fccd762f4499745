"""What the worker does about mail. Arguments are primary keys only: the table of tasks is not encrypted."""

from django.contrib.auth import get_user_model
from django_tasks import task

from .delivery import deliver_mail
from .password_reset import write_reset_mail

# A task without an account: no row has this key.
NOBODY = 0


@task()
def deliver(mail_id: str) -> None:
    """Send one queued mail. A mail that fails stays queued."""
    deliver_mail(mail_id)


@task()
def send_password_reset(user_id: int) -> None:
    """Queue the mail with the link. Nothing happens for an account that is none, as for an address without one."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).first()
    if user is not None:
        write_reset_mail(user)
