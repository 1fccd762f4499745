"""Two enquiries side by side, and who may see who has read one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from directory.enquiries.actions import (
    add_note,
    merge_enquiries,
)
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


def address(enquiry: Enquiry, action: str = "") -> str:
    return f"{reverse('enquiries_inbox:enquiry', args=[enquiry.pk])}{action}"


def lead_browser() -> Client:
    browser = Client()
    browser.force_login(make_user(roles.LEADS))
    return browser


def test_two_are_compared_and_merged_or_kept_apart(inbox: Client, moderator: User) -> None:
    older, newer = make_enquiry(name="R.M."), make_enquiry(name="r.m.", words="Once more")
    stranger = make_enquiry(phone="0131 496 0999", sender_email="other@elsewhere.example")
    assert newer.reference in inbox.get(address(older)).content.decode()
    assert "Could be the same" not in inbox.get(address(stranger)).content.decode()
    compare = reverse("enquiries_inbox:compare", args=[newer.pk, older.pk])
    html = inbox.get(compare).content.decode()
    assert "Once more" in html
    assert "0100" not in html
    assert {older.events.filter(action="compared").count(), newer.events.filter(action="compared").count()} == {1}
    merge = reverse("enquiries_inbox:merge", args=[older.pk, newer.pk])
    add_note(enquiry=older, by=moderator, text="Meanwhile")
    stale = inbox.post(merge, {"version": "1", "newer_version": "1"})
    assert stale.status_code == 409
    assert "Compare again" in stale.content.decode()
    done = inbox.post(merge, {"version": "2", "newer_version": "1"})
    assert done.headers["Location"] == address(older)
    assert "go on there" in inbox.get(address(newer)).content.decode()
    apart = reverse("enquiries_inbox:keep_apart", args=[older.pk, stranger.pk])
    assert inbox.post(apart).status_code == 302
    for name in ("compare", "merge", "keep_apart"):
        same = reverse(f"enquiries_inbox:{name}", args=[older.pk, older.pk])
        assert (inbox.get(same) if name == "compare" else inbox.post(same)).status_code == 404


def test_leads_see_who_has_read_it_and_others_do_not(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    inbox.get(address(enquiry))
    assert "Who has read it" not in inbox.get(address(enquiry)).content.decode()
    lead = lead_browser()
    assert "Who has read it" in lead.get(address(enquiry)).content.decode()
    assert "Sam Okafor" in lead.get(address(enquiry, "readers/")).content.decode()
    assert inbox.get(address(enquiry, "readers/")).headers["Location"] == "/admin/"


def test_nobody_outside_the_inbox_merges(moderator: User) -> None:
    one, other = make_enquiry(), make_enquiry()
    with pytest.raises(PermissionDenied):
        merge_enquiries(older=one, newer=other, by=make_user(roles.EDITORS))
    assert not Enquiry.objects.filter(merged_into__isnull=False).exists()
