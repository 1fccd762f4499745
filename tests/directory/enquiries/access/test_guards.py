"""Whoever reads enquiries is not taken over by an administrator: every page of Wagtail, every path past them."""

from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.models.audit_log import ModelLogEntry

from directory.enquiries.access.actions import allow_change, end_access
from directory.enquiries.access.guards import LeadsWordNeeded, needs_leads_word, require_leads_word
from directory.enquiries.models import AllowedChange, AuditEvent, InboxAccess
from directory.enquiries.models.access import works_inbox
from hub.accounts import roles
from hub.models import User
from tests.factories.hub import make_superuser, make_user

from .test_rows import again

pytestmark = pytest.mark.django_db
WORDS = "A lead must allow this"


@pytest.fixture
def administrator() -> User:
    return make_superuser("boss@staff.example")


@pytest.fixture
def admin(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def edit(admin: Client, person: User, **changes: str) -> HttpResponse:
    """What the form of an account posts; a change to an empty text leaves the field out."""
    fields = {"email": person.email, "first_name": "Sam", "last_name": "Okafor", "is_active": "on", **changes}
    posted = {name: value for name, value in fields.items() if value}
    return admin.post(f"/admin/users/edit/{person.pk}/", posted)


def new_password(text: str = "a-long-new-password-1") -> dict[str, str]:
    return {"password1": text, "password2": text}


def bulk(admin: Client, action: str, *people: User, **posted: str) -> HttpResponse:
    address = f"/admin/bulk/hub/user/{action}/?" + "&".join(f"id={person.pk}" for person in people)
    return admin.post(address, posted)


def changes() -> list[tuple[str, str]]:
    return list(AuditEvent.objects.filter(action="account_changed").values_list("detail", "actor_name"))


CHANGES = {
    "password": new_password(),
    "email": {"email": "evil@elsewhere.example"},
    "active": {"is_active": ""},
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_administrator_alone_is_refused_in_words_and_nothing_changes(
    admin: Client, moderator: User, change: str
) -> None:
    before = User.objects.filter(pk=moderator.pk).values().get()
    response = edit(admin, moderator, first_name="Samuel", **CHANGES[change])
    page = response.content.decode()
    assert response.status_code == 403
    assert WORDS in page
    assert str(AllowedChange.Change(change).label) in page
    assert "Allow a change" in page
    assert "a-long-new-password-1" not in page
    assert User.objects.filter(pk=moderator.pk).values().get() == before
    assert changes() == []


def test_the_same_form_works_for_an_account_without_access(admin: Client, newcomer: User) -> None:
    """The control of the test above."""
    assert edit(admin, newcomer, email="changed@staff.example", **new_password()).status_code == 302
    assert again(newcomer).check_password("a-long-new-password-1")
    assert changes() == []


def test_the_rest_of_what_was_typed_can_be_saved_with_one_press(admin: Client, moderator: User) -> None:
    response = edit(admin, moderator, first_name="Samuel", **CHANGES["email"], **CHANGES["active"])
    kept = dict(response.context["fields"])
    assert admin.post(f"/admin/users/edit/{moderator.pk}/", kept).status_code == 302
    saved = again(moderator)
    assert (saved.first_name, saved.email, saved.is_active) == ("Samuel", moderator.email, True)


def test_an_address_that_differs_in_capitals_is_the_same_one(admin: Client, moderator: User) -> None:
    assert edit(admin, moderator, email=moderator.email.upper()).status_code == 302
    assert changes() == []


def test_the_form_says_so_before_anybody_types(admin: Client, moderator: User, newcomer: User) -> None:
    assert "reads enquiries" in admin.get(f"/admin/users/edit/{moderator.pk}/").content.decode()
    assert "reads enquiries" not in admin.get(f"/admin/users/edit/{newcomer.pk}/").content.decode()


@pytest.mark.parametrize("change", CHANGES)
def test_with_a_leads_word_it_goes_through_once(
    admin: Client, administrator: User, moderator: User, lead: User, change: str
) -> None:
    allow_change(person=moderator, change=change, by=lead)
    mail.outbox.clear()
    assert edit(admin, moderator, **CHANGES[change]).status_code == 302
    assert changes() == [(change, str(administrator))]
    assert AuditEvent.objects.get(action="account_changed").subject_id == moderator.pk
    assert [message.to for message in mail.outbox] == [["lead@staff.example"]]
    assert "evil" not in mail.outbox[0].body
    undone = {"password": new_password("another-password-2"), "email": {"email": "x@y.example"}, "active": {}}[change]
    assert edit(admin, again(moderator), **undone).status_code == 403, "a word is used once"


def test_a_word_is_for_one_change_of_one_person_and_one_day(
    admin: Client, moderator: User, colleague: User, lead: User
) -> None:
    allow_change(person=moderator, change="password", by=lead)
    assert edit(admin, moderator, **CHANGES["email"]).status_code == 403
    assert edit(admin, colleague, **CHANGES["password"]).status_code == 403
    AllowedChange.objects.update(allowed_at=timezone.now() - timezone.timedelta(hours=24, seconds=1))
    assert edit(admin, moderator, **CHANGES["password"]).status_code == 403
    AllowedChange.objects.update(allowed_at=timezone.now() - timezone.timedelta(hours=23))
    assert edit(admin, moderator, **CHANGES["password"]).status_code == 302


def test_one_word_for_two_changes_changes_nothing_and_stays(admin: Client, moderator: User, lead: User) -> None:
    allow_change(person=moderator, change="password", by=lead)
    assert edit(admin, moderator, **CHANGES["password"], **CHANGES["email"]).status_code == 403
    assert AllowedChange.objects.usable(timezone.now()).exists()


def test_what_the_pages_miss_the_model_refuses(admin: Client, moderator: User) -> None:
    with patch("directory.enquiries.access.user_pages.needs_leads_word", return_value=False):
        assert edit(admin, moderator, **CHANGES["email"]).headers["Location"] == "/admin/"
        assert admin.post(f"/admin/users/delete/{moderator.pk}/").headers["Location"] == "/admin/"
    assert again(moderator).email == moderator.email


def test_deleting_needs_a_word_and_ends_the_access(admin: Client, moderator: User, lead: User) -> None:
    address = f"/admin/users/delete/{moderator.pk}/"
    for response in (admin.get(address), admin.post(address), bulk(admin, "delete", moderator)):
        assert response.status_code == 403
        assert WORDS in response.content.decode()
    allow_change(person=moderator, change="deletion", by=lead)
    assert admin.post(address).status_code == 302
    access = InboxAccess.objects.get(account_number=moderator.pk)
    assert (access.person, access.end_reason) == (None, "The account was deleted")
    assert {"account_changed", "access_ended"} <= set(AuditEvent.objects.values_list("action", flat=True))


def test_switching_many_off_is_refused_as_a_whole(admin: Client, moderator: User, newcomer: User, lead: User) -> None:
    response = bulk(admin, "set_active_state", moderator, newcomer, mark_as_active="False")
    assert response.status_code == 403
    assert again(newcomer).is_active
    allow_change(person=moderator, change="active", by=lead)
    assert bulk(admin, "set_active_state", moderator, newcomer, mark_as_active="False").status_code == 302
    assert not again(moderator).is_active
    assert [detail for detail, _ in changes()] == ["active"]
    assert bulk(admin, "set_active_state", moderator, mark_as_active="True").status_code == 403, "nor on again"


def test_switching_off_who_has_no_access_or_what_changes_nothing_is_free(
    admin: Client, moderator: User, newcomer: User
) -> None:
    assert bulk(admin, "set_active_state", newcomer, mark_as_active="False").status_code == 302
    assert bulk(admin, "set_active_state", moderator, mark_as_active="True").status_code == 302


def test_giving_a_role_is_free_and_opens_nothing(admin: Client, newcomer: User, moderator: User) -> None:
    role = Group.objects.get(name=roles.LEADS)
    assert bulk(admin, "assign_role", newcomer, moderator, role=str(role.pk)).status_code == 302
    assert not works_inbox(again(newcomer))


def test_after_the_access_has_ended_the_account_is_like_any_other(admin: Client, moderator: User, lead: User) -> None:
    end_access(access=InboxAccess.objects.get(person=moderator), by=lead, reason="Leaves")
    assert edit(admin, moderator, **CHANGES["email"], **new_password()).status_code == 302


@pytest.mark.parametrize("state", ["switched off", "waiting"])
def test_who_would_have_access_again_is_guarded_too(admin: Client, moderator: User, state: str) -> None:
    if state == "waiting":
        InboxAccess.objects.filter(person=moderator).update(confirmed_at=None)
    else:
        User.objects.filter(pk=moderator.pk).update(is_active=False)
    response = edit(admin, moderator, **new_password(), is_active="" if state == "switched off" else "on")
    assert response.status_code == 403


def test_an_administrator_who_reads_enquiries_changes_her_own_account(client: Client) -> None:
    user = make_user(roles.LEADS, "both@staff.example", is_superuser=True)
    client.force_login(user)
    assert edit(client, user, is_active="", **CHANGES["email"]).status_code == 302
    assert changes() == [("email", str(user))]
    assert mail.outbox == [], "what people change themselves is no news"


def test_ones_own_password_in_the_settings_of_the_account(client: Client, moderator: User) -> None:
    client.force_login(moderator)
    tabs = client.get("/admin/account/").context["panels_by_tab"].values()
    forms = [panel.get_form() for panels in tabs for panel in panels]
    posted = {field.html_name: field.value() or "" for form in forms for field in form}
    new = "a-long-new-password-1"
    chosen = {"old_password": "pass", "new_password1": new, "new_password2": new}
    posted |= {f"password-{name}": text for name, text in chosen.items()}
    assert client.post("/admin/account/", posted).status_code == 302
    assert again(moderator).check_password("a-long-new-password-1")
    assert changes() == [("password", "Sam Okafor")]


def test_a_password_set_by_the_link_of_a_mail_is_told_to_leads(client: Client, moderator: User, lead: User) -> None:
    key = urlsafe_base64_encode(force_bytes(moderator.pk))
    first = client.get(f"/admin/password_reset/confirm/{key}/{default_token_generator.make_token(moderator)}/")
    posted = {"new_password1": "a-long-new-password-1", "new_password2": "a-long-new-password-1"}
    assert client.post(first.headers["Location"], posted).status_code == 302
    assert again(moderator).check_password("a-long-new-password-1")
    assert changes() == [("password", "")]
    assert [message.to for message in mail.outbox] == [["lead@staff.example"]]


def test_the_command_line_is_not_refused_and_not_silent(moderator: User, lead: User) -> None:
    with patch("getpass.getpass", return_value="a-long-new-password-1"):
        call_command("changepassword", moderator.email, verbosity=0)
    assert changes() == [("password", "")]
    assert [message.to for message in mail.outbox] == [["lead@staff.example"]]


def test_signing_in_and_a_newer_kind_of_hash_are_no_change(
    client: Client, moderator: User, settings, django_assert_num_queries
) -> None:
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    old = again(moderator).password
    assert client.login(username=moderator.email, password="pass")
    assert again(moderator).password != old, "control: Django has stored it anew"
    assert changes() == []
    user = again(moderator)
    with django_assert_num_queries(1):
        user.save(update_fields=["last_login"])


class TestTheDoorForOtherParts:
    def test_it_refuses_takes_the_word_and_passes(
        self, administrator: User, moderator: User, lead: User, newcomer: User
    ) -> None:
        factor = {"change": "second_factor", "by": administrator}
        assert needs_leads_word(person=moderator, **factor)
        with pytest.raises(LeadsWordNeeded):
            require_leads_word(person=moderator, **factor)
        allow_change(person=moderator, change="second_factor", by=lead)
        assert not needs_leads_word(person=moderator, **factor)
        require_leads_word(person=moderator, **factor)
        with pytest.raises(LeadsWordNeeded):
            require_leads_word(person=moderator, **factor)
        require_leads_word(person=newcomer, **factor)
        require_leads_word(person=moderator, change="second_factor", by=moderator)
        assert changes() == [("second_factor", str(administrator)), ("second_factor", "Sam Okafor")]


def test_wagtails_own_log_names_no_access(admin: Client, moderator: User, lead: User) -> None:
    before = ModelLogEntry.objects.count()
    allow_change(person=moderator, change="password", by=lead)
    end_access(access=InboxAccess.objects.get(person=moderator), by=lead, reason="Leaves")
    assert ModelLogEntry.objects.count() == before
