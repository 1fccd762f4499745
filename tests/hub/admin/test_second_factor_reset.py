"""Resetting a colleague's second factor from the list of accounts."""

import pytest
from django.test import Client

from directory.enquiries.access.actions import allow_change
from hub.accounts import roles
from hub.models import Authenticator, User
from tests.factories.hub import make_authenticator, make_superuser, make_user

pytestmark = pytest.mark.django_db


def address(person: User) -> str:
    return f"/admin/accounts/{person.pk}/reset-second-factor/"


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make_user(roles.ADMINISTRATORS))
    return client


@pytest.fixture
def editor() -> User:
    person = make_user(roles.EDITORS)
    make_authenticator(person)
    return person


def test_an_administrator_is_asked_and_resets_it(administrator: Client, editor: User) -> None:
    assert address(editor) in administrator.get("/admin/users/").content.decode()
    page = administrator.get(address(editor))
    assert "Speak to the person first" in page.content.decode()
    assert Authenticator.objects.filter(user=editor).exists(), "asking changes nothing"
    assert administrator.post(address(editor)).status_code == 302
    assert not Authenticator.objects.filter(user=editor).exists()


def test_twice_is_said_and_changes_nothing(administrator: Client, editor: User) -> None:
    administrator.post(address(editor))
    assert "so there is nothing to reset" in administrator.get(address(editor)).content.decode()
    response = administrator.post(address(editor), follow=True)
    assert "Nothing was changed" in response.content.decode()


def test_of_a_reader_of_enquiries_it_needs_a_leads_word(administrator: Client) -> None:
    reader = make_user(roles.MODERATORS)
    make_authenticator(reader)
    refused = administrator.post(address(reader))
    assert refused.status_code == 403
    assert "A lead must allow this" in refused.content.decode()
    assert Authenticator.objects.filter(user=reader).exists()
    allow_change(person=reader, change="second_factor", by=make_user(roles.LEADS))
    assert administrator.post(address(reader)).status_code == 302
    assert not Authenticator.objects.filter(user=reader).exists()


@pytest.mark.parametrize("role", [roles.EDITORS, roles.DIRECTORY_EDITORS, roles.MODERATORS])
def test_others_may_not(client: Client, role: str) -> None:
    person = make_user(roles.EDITORS, "lost-the-phone@staff.example")
    make_authenticator(person)
    client.force_login(make_user(role))
    for response in (client.get(address(person)), client.post(address(person))):
        assert response.headers["Location"] == "/admin/"
    assert Authenticator.objects.filter(user=person).exists()


def test_a_superusers_only_another_superuser_resets(administrator: Client) -> None:
    superuser = make_superuser()
    make_authenticator(superuser)
    assert administrator.get(address(superuser)).headers["Location"] == "/admin/"
    assert address(superuser) not in administrator.get("/admin/users/").content.decode()


def test_ones_own_is_not_reset_without_a_code(client: Client) -> None:
    me = make_user(roles.ADMINISTRATORS)
    make_authenticator(me)
    client.force_login(me)
    assert client.post(address(me)).headers["Location"] == "/admin/"
    assert Authenticator.objects.filter(user=me).exists()


def test_an_account_that_does_not_exist(administrator: Client) -> None:
    assert administrator.get("/admin/accounts/999999/reset-second-factor/").status_code == 404
