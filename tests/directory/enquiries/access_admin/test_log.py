"""The access log for leads: an identity its owner cannot change, a search, and the reading of it on the record."""

import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.actions import claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.models import AuditEvent, Enquiry, ReadingNotice
from directory.enquiries.storage.access_log import find_problems, record_event
from hub.models import User
from tests.directory.enquiries.access.test_rows import again
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db
LOG = "/admin/enquiries/log/"


@pytest.fixture
def leads(client: Client, lead: User) -> Client:
    client.force_login(lead)
    return client


def words(response) -> str:  # type: ignore[no-untyped-def]
    return unescape(response.content.decode())


def found(leads: Client, **params: object) -> list[tuple[str, str]]:
    """What the log shows, without that it was read."""
    lines = leads.get(LOG, params).context["lines"]
    return [(line.event.action, line.actor.name) for line in lines if line.event.action != "log_read"]


def rename(user: User, first: str, last: str) -> User:
    User.objects.filter(pk=user.pk).update(first_name=first, last_name=last)
    return again(user)


def test_who_renames_herself_opens_and_renames_back_is_named_all_the_same(leads: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    disguised = rename(moderator, "Iona", "Grant")
    assert str(disguised) == "Iona Grant", "control: this is what the log stored before"
    open_enquiry(enquiry=enquiry, by=disguised)
    page = words(leads.get(LOG))
    assert "now called Iona Grant" in page
    rename(moderator, "Sam", "Okafor")
    line = AuditEvent.objects.get(action="opened")
    assert (line.actor_id, line.actor_name, line.actor_role) == (moderator.pk, "Sam Okafor", "moderator")
    assert "now called" not in words(leads.get(LOG))
    assert list(find_problems()) == []


def test_of_two_people_of_one_name_the_numbers_differ(leads: Client, moderator: User, colleague: User) -> None:
    page = words(leads.get(LOG))
    rename(colleague, "Sam", "Okafor")
    for user in (moderator, again(colleague)):
        open_enquiry(enquiry=make_enquiry(), by=user)
    page = words(leads.get(LOG))
    assert f"account {moderator.pk}" in page
    assert f"account {colleague.pk}" in page


def test_reading_is_a_line_that_says_what_was_looked_for(leads: Client, lead: User, moderator: User) -> None:
    enquiry = make_enquiry()
    leads.get(LOG)
    leads.get(LOG, {"person": moderator.pk, "enquiry": enquiry.pk, "since": "2026-01-01"})
    lines = AuditEvent.objects.filter(action="log_read").order_by("pk")
    assert [(line.detail, line.actor_id, line.subject_id, line.enquiry_id) for line in lines] == [
        ("everything", lead.pk, None, None),
        ("person,enquiry,time", lead.pk, moderator.pk, enquiry.pk),
    ]


def test_if_the_reading_cannot_be_recorded_nothing_is_shown(leads: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_enquiry()

    def fail(**kwargs: object) -> None:
        raise RuntimeError("log is full")

    monkeypatch.setattr("directory.enquiries.access_admin.log.record_event", fail)
    leads.raise_request_exception = False
    response = leads.get(LOG)
    assert response.status_code == 500
    assert "PSH-" not in words(response)


def test_searching_by_person_enquiry_and_days(leads: Client, moderator: User, colleague: User) -> None:
    first, second = make_enquiry(), make_enquiry()
    open_enquiry(enquiry=first, by=moderator)
    open_enquiry(enquiry=second, by=colleague)
    assert len(found(leads)) == 4
    assert found(leads, person=moderator.pk) == [("opened", "Sam Okafor")]
    assert found(leads, enquiry=first.pk) == [("opened", "Sam Okafor"), ("received", "")]
    assert found(leads, enquiry=first.pk, person=colleague.pk) == []
    today, tomorrow = timezone.localdate(), timezone.localdate() + timedelta(days=1)
    assert len(found(leads, since=today, until=today)) == 4
    assert found(leads, since=tomorrow) == []
    assert found(leads, until=today - timedelta(days=1)) == []
    assert "No line fits" in words(leads.get(LOG, {"enquiry": uuid.uuid4()}))


def test_a_search_by_person_finds_what_was_done_to_their_access(leads: Client, moderator: User, lead: User) -> None:
    record_event(action="access_ended", by=lead, subject=moderator)
    assert found(leads, person=moderator.pk) == [("access_ended", "Iona Grant")]


def test_a_reference_is_posted_and_stands_in_no_address(leads: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    posted = {"reference": enquiry.reference.lower(), "person": str(moderator.pk), "since": "01/02/2026", "until": ""}
    location = leads.post(f"{LOG}search/", posted).headers["Location"]
    assert enquiry.reference not in location.upper()
    assert location == f"{LOG}?person={moderator.pk}&enquiry={enquiry.pk}&since=2026-02-01"
    assert enquiry.reference in words(leads.get(location)), "the form holds it again"
    assert leads.post(f"{LOG}search/", {}).headers["Location"] == f"{LOG}?"


@pytest.mark.parametrize(
    ("posted", "told"),
    [
        ({"reference": "PSH-<b>"}, "No enquiry has this reference"),
        ({"since": "yesterday"}, "Type a date as on the calendar"),
        ({"since": "2026-03-02", "until": "2026-03-01"}, "This day is before the first one"),
        ({"person": "999999"}, "Choose a person"),
        ({"reference": "\x00", "until": "0000-00-00"}, "Type a date"),
    ],
)
def test_what_cannot_be_searched_is_named_and_kept(leads: Client, posted: dict[str, str], told: str) -> None:
    response = leads.post(f"{LOG}search/", posted)
    assert response.status_code == 400
    assert told in words(response)
    assert "<b>" not in response.content.decode().replace("<b></b>", "")
    assert not AuditEvent.objects.filter(action="log_read").exists(), "nothing was shown"


def test_odd_addresses_show_the_plain_log(leads: Client) -> None:
    make_enquiry()
    for odd in ("x", "\x00", "99999999999999999999", "'", "-1", "0001-01-01", "9999-12-31"):
        response = leads.get(LOG, {"person": odd, "enquiry": odd, "page": odd})
        assert response.status_code == 200
        assert leads.get(LOG, {"since": odd, "until": odd}).status_code == 200


def test_the_log_costs_the_same_however_long(
    leads: Client, moderator: User, colleague: User, django_assert_num_queries
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            enquiry = make_enquiry()
            open_enquiry(enquiry=enquiry, by=moderator)
            open_enquiry(enquiry=enquiry, by=colleague)

    fill(1)
    leads.get(LOG)
    with CaptureQueriesContext(connection) as one:
        leads.get(LOG)
    fill(25)
    with django_assert_num_queries(len(one.captured_queries)):
        first = leads.get(LOG)
    assert len(one.captured_queries) <= 22
    assert len(first.context["lines"]) == 50
    assert len(leads.get(LOG, {"page": "2"}).context["lines"]) > 20
    asked = " ".join(query["sql"] for query in one.captured_queries)
    assert "sealed_answers" not in asked


def test_notices_lead_to_the_lines(leads: Client, moderator: User) -> None:
    day = timezone.now() - timedelta(days=1)
    ReadingNotice.objects.create(rule="closed", account_number=moderator.pk, name="Sam Okafor", since=day, count=7)
    old = timezone.now() - timedelta(days=31)
    ReadingNotice.objects.create(rule="many", account_number=moderator.pk, name="Sam Okafor", since=old, count=99)
    page = words(leads.get(LOG))
    assert "7 enquiries" in page
    assert "99 enquiries" not in page
    assert f"?person={moderator.pk}&since={timezone.localdate(day)}&until={timezone.localdate(day)}" in page


class TestStatement:
    def statement(self, leads: Client, enquiry: Enquiry, **params: str) -> str:
        response = leads.get(f"{LOG}statement/{enquiry.pk}/", params)
        assert "no-store" in response.headers["Cache-Control"]
        return words(response).split('class="inbox-title', 1)[1]

    @pytest.fixture
    def worked_on(self, moderator: User, lead: User) -> Enquiry:
        enquiry = make_enquiry(name="Quentin")
        claim_enquiry(enquiry=enquiry, by=moderator)
        open_enquiry(enquiry=enquiry, by=lead)
        close_enquiry(enquiry=enquiry, by=moderator, reason="duplicate", note="Word")
        return enquiry

    def test_it_says_who_by_role_when_and_what(self, leads: Client, worked_on: Enquiry) -> None:
        text = self.statement(leads, worked_on)
        for shown in (worked_on.reference, "Whoever sent it", "Took it on", "A lead", "Opened and read it"):
            assert shown in text
        assert "Closed it: Same as another enquiry" in text
        for hidden in ("Okafor", "Iona", "Quentin", "Word"):
            assert hidden not in text

    def test_names_only_when_they_are_ticked(self, leads: Client, worked_on: Enquiry) -> None:
        text = self.statement(leads, worked_on, names="on")
        assert "Sam Okafor (moderator)" in text
        assert "Iona Grant (lead)" in text

    def test_making_it_is_recorded_and_no_part_of_it(self, leads: Client, worked_on: Enquiry, lead: User) -> None:
        self.statement(leads, worked_on)
        text = self.statement(leads, worked_on, names="on")
        lines = AuditEvent.objects.filter(action="statement_made", enquiry=worked_on, actor_id=lead.pk)
        assert [line.detail for line in lines.order_by("pk")] == ["roles", "names"]
        assert "tatement made" not in text

    def test_an_enquiry_that_is_none(self, leads: Client) -> None:
        assert leads.get(f"{LOG}statement/{uuid.uuid4()}/").status_code == 404
        assert not AuditEvent.objects.exists()

    def test_the_history_of_the_enquiry_says_so_to_moderators(
        self, leads: Client, worked_on: Enquiry, moderator: User
    ) -> None:
        self.statement(leads, worked_on)
        reader = Client()
        reader.force_login(moderator)
        assert "Iona Grant made a statement for the sender" in words(reader.get(f"/admin/enquiries/{worked_on.pk}/"))
