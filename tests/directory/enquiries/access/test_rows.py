"""A row lets somebody in. Nothing else does."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from directory.enquiries.access.actions import end_access
from directory.enquiries.actions import claim_enquiry, open_enquiry
from directory.enquiries.models import Enquiry, InboxAccess
from directory.enquiries.models.access import access_of, is_lead, works_inbox
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import give_access, make_superuser

pytestmark = pytest.mark.django_db


def again(user: User) -> User:
    """As the next request loads them."""
    return User.objects.get(pk=user.pk)


def test_neither_superuser_nor_any_group_nor_any_permission_lets_anybody_in(client: Client) -> None:
    enquiry, superuser = make_enquiry(), make_superuser()
    superuser.groups.set(Group.objects.all())
    superuser.user_permissions.set(Permission.objects.all())
    assert not Enquiry.objects.visible_to(again(superuser)).exists()
    for action in (open_enquiry, claim_enquiry):
        with pytest.raises(PermissionDenied):
            action(enquiry=enquiry, by=again(superuser))
    client.force_login(superuser)
    for address in ("", f"{enquiry.pk}/", "log/", "access/", "access/grant/", f"log/statement/{enquiry.pk}/"):
        assert client.get(f"/admin/enquiries/{address}").headers["Location"] == "/admin/"
    menu = client.get("/admin/").content.decode()
    assert "/admin/enquiries/" not in menu


def test_the_row_alone_does(newcomer: User) -> None:
    make_enquiry()
    assert not works_inbox(again(newcomer))
    give_access(newcomer)
    assert works_inbox(again(newcomer))
    assert not is_lead(again(newcomer))
    assert Enquiry.objects.visible_to(again(newcomer)).exists()


@pytest.mark.parametrize(
    "change", [{"confirmed_at": None}, {"ended_at": timezone.now()}, {"person": None}], ids=lambda change: min(change)
)
def test_a_row_that_is_not_confirmed_or_ended_or_nobodys_does_not(moderator: User, change: dict) -> None:
    assert works_inbox(again(moderator)), "control: the untouched row lets in"
    InboxAccess.objects.filter(account_number=moderator.pk).update(**change)
    assert not works_inbox(again(moderator))


def test_an_account_that_is_switched_off_has_none(moderator: User) -> None:
    User.objects.filter(pk=moderator.pk).update(is_active=False)
    assert not works_inbox(again(moderator))
    moderator.is_active = True
    assert not InboxAccess.objects.current().filter(person=moderator).exists(), "also if the object says otherwise"


def test_a_new_account_under_the_same_address_has_none(moderator: User) -> None:
    email = moderator.email
    moderator.delete()
    heir = User.objects.create_user(email, "pass")
    heir.groups.add(Group.objects.get(name=roles.MODERATORS))
    assert not works_inbox(again(heir))
    assert InboxAccess.objects.get().end_reason == "The account was deleted"


def test_a_lead_who_is_also_a_moderator_is_a_lead(moderator: User) -> None:
    give_access(moderator, InboxAccess.Kind.LEAD)
    assert is_lead(again(moderator))


def test_the_row_is_read_once_a_request(inbox: Client, moderator: User, django_assert_num_queries) -> None:
    user = again(moderator)
    with django_assert_num_queries(1):
        assert all([works_inbox(user), is_lead(user) is False, access_of(user), works_inbox(user)])
    make_enquiry()
    with CaptureAccess() as asked:
        assert inbox.get("/admin/enquiries/").status_code == 200
    assert asked.count() == 1


def test_ended_access_is_refused_at_the_next_click(
    inbox: Client, moderator: User, lead: User, second_lead: User
) -> None:
    make_enquiry()
    assert inbox.get("/admin/enquiries/").status_code == 200
    end_access(access=InboxAccess.objects.get(person=moderator), by=lead, reason="Leaves the team")
    assert inbox.get("/admin/enquiries/").headers["Location"] == "/admin/"


class CaptureAccess:
    """Counts the statements that ask who has access."""

    def __enter__(self) -> "CaptureAccess":
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.queries = CaptureQueriesContext(connection)
        self.queries.__enter__()
        return self

    def __exit__(self, *args: object) -> None:
        self.queries.__exit__(*args)

    def count(self) -> int:
        return sum("enquiries_inboxaccess" in query["sql"] for query in self.queries.captured_queries)
