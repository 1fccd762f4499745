"""Who is a lead. Everything that only leads may do asks here."""

from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Q

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet

LEAD_PERMISSION = "enquiries.view_access_log"


def is_lead(user: "AbstractUser") -> bool:
    """Whether this person answers for the enquiries."""
    return user.has_perm(LEAD_PERMISSION)


def leads() -> "QuerySet[AbstractUser]":
    """All of them, for telling them something. A superuser is none by being one."""
    app, name = LEAD_PERMISSION.split(".")
    given = Permission.objects.filter(content_type__app_label=app, codename=name)
    found = get_user_model()._default_manager.filter(
        Q(groups__permissions__in=given) | Q(user_permissions__in=given), is_active=True
    )
    return found.distinct()
