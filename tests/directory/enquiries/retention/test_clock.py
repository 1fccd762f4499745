"""Nothing is deleted by a clock that jumped, also when something was written down after the jump."""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.enquiries.models import ClockReading, Enquiry
from directory.enquiries.retention import clock
from directory.enquiries.retention.anonymisation import TooMuchAtOnce, anonymise_due_enquiries
from directory.enquiries.retention.clock import believe_clock, find_doubts, remember_clock
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db

SetClock = Callable[[timedelta], datetime]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Moves the clock of the machine by so much from the true time."""
    true = timezone.now

    def move(by: timedelta) -> datetime:
        monkeypatch.setattr("django.utils.timezone.now", lambda: true() + by)
        return true() + by

    return move


@pytest.fixture
def due() -> Enquiry:
    """Would be deleted ten months from now."""
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(closed_at=timezone.now() - timedelta(days=60), close_reason="planned")
    return enquiry


def is_kept(enquiry: Enquiry) -> bool:
    return Enquiry.objects.get(pk=enquiry.pk).anonymised_at is None


@pytest.mark.parametrize("had_run", [False, True])
@pytest.mark.parametrize("lines_after", [0, 1, 3])
def test_a_jump_stops_the_run_whatever_was_logged_after_it(
    due: Enquiry, set_clock: SetClock, had_run: bool, lines_after: int
) -> None:
    if had_run:
        assert anonymise_due_enquiries() == 0
    set_clock(timedelta(days=400))
    for _ in range(lines_after):
        make_enquiry()
    for _ in range(3):
        with pytest.raises(TooMuchAtOnce, match="clock may have jumped"):
            anonymise_due_enquiries()
        # As many runs as there are in a day make nothing more likely.
        with pytest.raises(CommandError, match="clock may have jumped"):
            call_command("anonymise_enquiries", apply=True, confirm=1, stdout=StringIO())
    assert is_kept(due)


def test_control_without_its_witnesses_the_run_would_delete(
    due: Enquiry, set_clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(timedelta(days=400))
    make_enquiry()
    monkeypatch.setattr("directory.enquiries.retention.anonymisation.find_doubts", lambda now: [])
    assert anonymise_due_enquiries() == 1
    assert not is_kept(due)


def test_a_person_who_says_that_the_clock_is_right_is_believed(due: Enquiry, set_clock: SetClock) -> None:
    anonymise_due_enquiries()
    now = set_clock(timedelta(days=400))
    output = StringIO()
    call_command("anonymise_enquiries", stdout=output)
    assert "by the same clock" in output.getvalue()
    believe_clock(now)
    call_command("anonymise_enquiries", apply=True, stdout=StringIO())
    assert not is_kept(due)


def test_a_machine_that_did_not_run_that_long_is_a_witness(
    set_clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "_boot_id", lambda: "one run")
    monkeypatch.setattr(clock, "_uptime", lambda: 1000.0)
    remember_clock(timezone.now())
    # Less than a week, so that the pause alone would be believed.
    later = set_clock(timedelta(days=5))
    assert any("moved further" in doubt for doubt in find_doubts(later))
    monkeypatch.setattr(clock, "_uptime", lambda: 1000.0 + 5 * 86_400)
    assert list(find_doubts(later)) == []
    monkeypatch.setattr(clock, "_boot_id", lambda: "another run")
    monkeypatch.setattr(clock, "_uptime", lambda: 60.0)
    assert list(find_doubts(later)) == []


def test_a_clock_set_back_is_not_believed_either(set_clock: SetClock) -> None:
    make_enquiry()
    remember_clock(timezone.now())
    back = set_clock(timedelta(days=-400))
    doubts = " ".join(find_doubts(back))
    for words in ("last run", "not come yet", "manage.py"):
        assert words in doubts


def test_a_scheduler_that_rested_for_long_asks_a_person(set_clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_uptime", lambda: None)
    remember_clock(timezone.now())
    assert list(find_doubts(set_clock(timedelta(days=6)))) == []
    assert any("last run" in doubt for doubt in find_doubts(set_clock(timedelta(days=8))))


def test_what_is_written_down_is_at_most_one_line_an_hour(set_clock: SetClock) -> None:
    for minutes in range(0, 300, 10):
        remember_clock(set_clock(timedelta(minutes=minutes)))
    assert ClockReading.objects.count() == 6
