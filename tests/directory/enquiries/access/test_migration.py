"""A hub that ran before goes on: members of the groups become rows, and nobody else does."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from directory.enquiries.models import Enquiry, InboxAccess
from hub.accounts import roles
from hub.models import User
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db
migration = importlib.import_module("directory.enquiries.migrations.0009_access_is_a_row")


def member(email: str, *groups: str, **fields: object) -> User:
    user = User.objects.create_user(email, "pass", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def test_members_become_rows_and_superusers_do_not() -> None:
    moderator = member("m@staff.example", roles.MODERATORS, first_name="Sam", last_name="Okafor")
    both = member("l@staff.example", roles.MODERATORS, roles.LEADS)
    member("off@staff.example", roles.LEADS, is_active=False)
    member("e@staff.example", roles.EDITORS)
    make_superuser()
    migration.take_over_groups(apps, None)
    rows = InboxAccess.objects.order_by("account_number")
    assert [(row.account_number, row.kind, row.name, row.origin) for row in rows] == [
        (moderator.pk, "moderator", "Sam Okafor", "migrated"),
        (both.pk, "lead", "l@staff.example", "migrated"),
    ]
    assert InboxAccess.objects.current().count() == 2


def test_the_permissions_go_from_whoever_held_them() -> None:
    kind = ContentType.objects.get_for_model(Enquiry)
    group, user = Group.objects.create(name="Ours"), member("p@staff.example")
    for codename in ("work_inbox", "view_access_log"):
        permission = Permission.objects.create(content_type=kind, codename=codename, name=codename)
        group.permissions.add(permission)
        user.user_permissions.add(permission)
    migration.forget_permissions(apps, None)
    left = Permission.objects.filter(content_type__app_label="enquiries").values_list("codename", flat=True)
    assert not {"work_inbox", "view_access_log"} & set(left)
    assert not group.permissions.exists()
