"""Who reads enquiries."""

from typing import TYPE_CHECKING

from directory.enquiries.models.querysets import INBOX_PERMISSION

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser


def reads_enquiries(user: "AbstractBaseUser | AnonymousUser") -> bool:
    """Whether this account opens what people wrote. The only place that says so for signing in."""
    return bool(user.has_perm(INBOX_PERMISSION))
