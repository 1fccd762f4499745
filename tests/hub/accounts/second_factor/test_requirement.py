"""Who gives a code, and who does not."""

import pytest
from django.test import Client

from hub.accounts import roles
from hub.accounts.demo_accounts import ACCOUNTS
from hub.accounts.enquiry_readers import reads_enquiries
from hub.accounts.second_factor.requirement import needs_second_factor
from tests.factories.hub import give_access, make_authenticator, make_superuser, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.second_factor]


@pytest.mark.parametrize("role", [account.role for account in ACCOUNTS])
def test_those_who_read_enquiries(role: str) -> None:
    user = make_user(role)
    assert needs_second_factor(user) == reads_enquiries(user) == (role in (roles.MODERATORS, roles.LEADS))


def test_and_superusers() -> None:
    assert needs_second_factor(make_superuser("root@staff.example"))


@pytest.mark.parametrize(
    ("address", "is_allowed", "is_exempt"),
    [
        ("moderator@hub.example", True, True),
        ("moderator@hub.example", False, False),
        ("somebody@hub.example", True, False),
        ("moderator@hub.example.evil.example", True, False),
    ],
)
def test_the_demos_accounts_only_where_they_are_allowed(
    settings, address: str, is_allowed: bool, is_exempt: bool
) -> None:
    settings.DEMO_ACCOUNTS_ALLOWED = is_allowed
    client = Client()
    client.force_login(make_user(roles.MODERATORS, address))
    assert (client.get("/admin/enquiries/").status_code == 200) == is_exempt


def test_a_demo_account_that_set_one_up_is_asked() -> None:
    user = make_user(roles.MODERATORS, "moderator@hub.example")
    make_authenticator(user)
    assert needs_second_factor(user)


def test_somebody_who_starts_to_read_is_asked_at_once() -> None:
    editor = make_user(roles.EDITORS)
    client = Client()
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200
    give_access(editor)
    assert client.get("/admin/").status_code == 302
