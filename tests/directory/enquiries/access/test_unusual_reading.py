"""Each rule at its limit and one below; who is told; and that the rules look at how it was then."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from directory.enquiries.access import unusual_reading
from directory.enquiries.access.unusual_reading import note_unusual_reading
from directory.enquiries.actions import claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.models import Enquiry, InboxAccess, ReadingNotice
from directory.enquiries.storage import append_only
from hub.models import User
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db
# A Thursday, in the middle of a working day.
NOON = timezone.make_aware(datetime(2026, 11, 26, 12, 15))


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the clock that `timezone.now` reads: models hold on to that function."""

    def set_clock(moment: datetime) -> None:
        clock = type("Clock", (), {"now": staticmethod(lambda tz=None: moment.astimezone(tz))})
        monkeypatch.setattr("django.utils.timezone.datetime", clock)

    set_clock(NOON)
    return set_clock


def found() -> list[tuple[str, int, int]]:
    note_unusual_reading(timezone.now())
    return list(ReadingNotice.objects.order_by("rule").values_list("rule", "account_number", "count"))


def open_many(count: int, by: User) -> None:
    for _ in range(count):
        open_enquiry(enquiry=make_enquiry(), by=by)


def test_many_in_an_hour(at, moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unusual_reading, "MANY_AT_LEAST", 6)
    open_many(5, moderator)
    again = make_enquiry()
    assert found() == []
    for _ in range(4):
        open_enquiry(enquiry=again, by=moderator)
    assert found() == [("many", moderator.pk, 6)], "one enquiry opened four times counts once"


def test_many_is_measured_by_what_is_usual_for_this_person(
    at, moderator: User, colleague: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unusual_reading, "MANY_AT_LEAST", 6)
    at(NOON - timedelta(days=10))
    open_many(4, moderator)
    at(NOON)
    open_many(8, moderator)
    open_many(8, colleague)
    assert found() == [("many", colleague.pk, 8)]


def test_two_hours_are_two(at, moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unusual_reading, "MANY_AT_LEAST", 6)
    open_many(4, moderator)
    at(NOON + timedelta(hours=1))
    open_many(4, moderator)
    assert found() == []


def closed_by(user: User) -> Enquiry:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=user)
    close_enquiry(enquiry=enquiry, by=user, reason="duplicate")
    return enquiry


def test_closed_ones_of_others(at, moderator: User, colleague: User) -> None:
    theirs, mine = [closed_by(colleague) for _ in range(5)], [closed_by(moderator) for _ in range(5)]
    at(NOON + timedelta(minutes=5))
    for enquiry in (*mine, *theirs[:4]):
        open_enquiry(enquiry=enquiry, by=moderator)
    assert found() == []
    open_enquiry(enquiry=theirs[4], by=moderator)
    assert found() == [("closed", moderator.pk, 5)]


def test_those_that_others_work_on_and_not_those_that_were_free_then(at, moderator: User, colleague: User) -> None:
    enquiries = [make_enquiry() for _ in range(10)]
    for enquiry in enquiries:
        open_enquiry(enquiry=enquiry, by=moderator)
    at(NOON + timedelta(minutes=5))
    for enquiry in enquiries:
        claim_enquiry(enquiry=enquiry, by=colleague)
    assert found() == [], "they were free when she opened them"
    at(NOON + timedelta(minutes=10))
    for enquiry in enquiries:
        open_enquiry(enquiry=enquiry, by=moderator)
    assert found() == [("others", moderator.pk, 10)]


def test_outside_usual_hours_by_the_clock_of_the_site(at, moderator: User) -> None:
    at(timezone.make_aware(datetime(2026, 7, 1, 20, 59)))
    open_many(3, moderator)
    assert found() == [], "20:59 in summer is 19:59 elsewhere and still a usual hour"
    at(timezone.make_aware(datetime(2026, 7, 1, 21, 0)))
    open_many(2, moderator)
    assert found() == []
    open_many(1, moderator)
    assert found() == [("hours", moderator.pk, 3)]


def night(at, moderator: User) -> None:
    at(timezone.make_aware(datetime(2026, 11, 26, 2, 0)))
    open_many(3, moderator)


def test_leads_are_told_once_without_a_name(at, moderator: User, lead: User, second_lead: User) -> None:
    night(at, moderator)
    output = StringIO()
    call_command("find_unusual_reading", stdout=output)
    assert output.getvalue() == "1 new notices\n"
    assert [message.to for message in mail.outbox] == [["lead@staff.example"], ["second@staff.example"]]
    for message in mail.outbox:
        assert "see the log" in message.body
        assert "Sam" not in message.body
        assert "Okafor" not in message.body
    open_many(1, moderator)
    assert found() == [("hours", moderator.pk, 4)], "counted up"
    assert len(mail.outbox) == 2, "and told once"


def test_never_about_a_lead_to_that_lead_only(at, lead: User, settings) -> None:
    settings.ACCESS_LOG_WITNESSES = ["board@charity.example"]
    night(at, lead)
    assert found() == [("hours", lead.pk, 3)]
    assert {message.to[0] for message in mail.outbox} == {"lead@staff.example", "board@charity.example"}


def test_another_lead_is_told_of_a_lead(at, lead: User, second_lead: User) -> None:
    night(at, lead)
    found()
    assert "second@staff.example" in {message.to[0] for message in mail.outbox}


def test_what_is_older_than_the_run_looks_is_left_alone(at, moderator: User, lead: User) -> None:
    night(at, moderator)
    at(NOON + timedelta(days=3))
    assert found() == []
    assert mail.outbox == []


def test_a_name_that_was_changed_is_not_the_one_in_the_notice(at, moderator: User, lead: User) -> None:
    User.objects.filter(pk=moderator.pk).update(first_name="Nobody", last_name="")
    night(at, User.objects.get(pk=moderator.pk))
    found()
    assert ReadingNotice.objects.get().name == InboxAccess.objects.get(person=moderator).name == "Sam Okafor"


def test_looking_changes_nothing_in_the_log(at, moderator: User) -> None:
    from django.db import connection

    night(at, moderator)
    found()
    assert not append_only.missing_triggers(connection)
