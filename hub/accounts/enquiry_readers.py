"""Who reads enquiries."""

from typing import TYPE_CHECKING

from directory.enquiries.models.access import works_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser


def reads_enquiries(user: "AbstractUser | AnonymousUser") -> bool:
    """Whether this account opens what people wrote. The only place that says so for signing in."""
    return works_inbox(user)
