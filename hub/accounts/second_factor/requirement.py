"""Who has to give a code. Asked in one place: `hub.middleware.second_factor`."""

from typing import TYPE_CHECKING

from django.conf import settings

from hub.accounts.demo_accounts import ACCOUNTS
from hub.accounts.enquiry_readers import reads_enquiries

from .models import Authenticator

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

DEMO_ADDRESSES = frozenset(account.email for account in ACCOUNTS)


def needs_second_factor(user: "AbstractUser") -> bool:
    """Whoever reads enquiries, may do everything, or has set one up."""
    return must_have_second_factor(user) or has_second_factor(user)


def must_have_second_factor(user: "AbstractUser") -> bool:
    """Whether this account does not get in without. The demo's accounts do where the settings allow them at all."""
    if settings.DEMO_ACCOUNTS_ALLOWED and user.email in DEMO_ADDRESSES:
        return False
    return user.is_superuser or reads_enquiries(user)


def has_second_factor(user: "AbstractUser") -> bool:
    return Authenticator.objects.filter(user=user, confirmed=True).exists()
