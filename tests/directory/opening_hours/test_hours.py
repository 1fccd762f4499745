"""Is it open now? Hours, clocks that change, bank holidays, and the words for the answer."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.opening_hours.bank_holidays import Observed
from directory.opening_hours.hours import LONDON, Hours, OnBankHolidays, Opening, State, in_words, opening_at

WEEK = frozenset(range(7))
OFFICE = Hours(frozenset(range(5)), time(9), time(17))
NIGHT = Hours(frozenset({4, 5}), time(22), time(2))
ALL_MONDAY = Hours(frozenset({0}), time(0), time(0))
ALWAYS = Hours(WEEK, time(0), time(0))
# Monday 23 November 2026.
MONDAY = date(2026, 11, 23)
EASTER_MONDAY = date(2026, 4, 6)


def never(day: date) -> Observed:
    return Observed.NOWHERE


def only_on(holiday: date, seen: Observed = Observed.EVERYWHERE):
    return lambda day: seen if day == holiday else Observed.NOWHERE


def at(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), LONDON)


def said(lines: list[Hours], moment: datetime, calendar=never) -> str:
    return in_words(opening_at(lines, moment, calendar), moment)


@pytest.mark.parametrize(
    ("lines", "day", "clock", "words"),
    [
        ([OFFICE], 0, "08:59", "Closed. Opens today at 09:00"),
        ([OFFICE], 0, "09:00", "Open until 17:00"),
        ([OFFICE], 0, "16:59", "Open until 17:00"),
        ([OFFICE], 0, "17:00", "Closed. Opens tomorrow at 09:00"),
        ([OFFICE], 4, "18:00", "Closed. Opens Monday at 09:00"),
        ([OFFICE], 6, "12:00", "Closed. Opens tomorrow at 09:00"),
        ([NIGHT], 4, "23:00", "Open until 02:00"),
        ([NIGHT], 5, "01:59", "Open until 02:00"),
        ([NIGHT], 5, "02:00", "Closed. Opens today at 22:00"),
        ([NIGHT], 6, "01:00", "Open until 02:00"),
        ([NIGHT], 6, "03:00", "Closed. Opens Friday at 22:00"),
        ([ALWAYS], 2, "03:00", "Open 24 hours a day"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 4, "12:00", "Open until Sunday at midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 6, "12:00", "Open until midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 5, "12:00", "Open until tomorrow at midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 6, "00:30", "Open until tonight at midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 3, "12:00", "Closed. Opens tonight at midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 2, "12:00", "Closed. Opens tomorrow at midnight"),
        ([Hours(frozenset({4, 5, 6}), time(0), time(0))], 0, "12:00", "Closed. Opens Thursday at midnight"),
        # A time with no day is the next time the clock shows it, and soon.
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(12))], 0, "09:00", "Open until tomorrow at 12:00"),
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(12))], 0, "13:00", "Open until tomorrow at 12:00"),
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(12))], 1, "09:00", "Open until 12:00"),
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(2))], 0, "01:00", "Open until tomorrow at 02:00"),
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(2))], 0, "03:00", "Open until tomorrow at 02:00"),
        ([ALL_MONDAY, Hours(frozenset({1}), time(0), time(2))], 0, "20:00", "Open until 02:00"),
        ([Hours(frozenset({0}), time(9), time(0))], 0, "12:00", "Open until midnight"),
        # Lines that touch or overlap are one opening.
        ([OFFICE, Hours(frozenset({0}), time(17), time(20))], 0, "12:00", "Open until 20:00"),
        ([OFFICE, Hours(frozenset({0}), time(13), time(19))], 0, "12:00", "Open until 19:00"),
        ([Hours(frozenset({0}), time(9), time(12)), Hours(frozenset({0}), time(13), time(17))], 0, "12:30",
         "Closed. Opens today at 13:00"),
        ([], 0, "12:00", "Times not recorded"),
        ([Hours(WEEK)], 0, "12:00", "Times not recorded"),
        ([Hours(frozenset({1})), OFFICE], 1, "08:00", "Times not recorded"),
        ([Hours(frozenset({1})), OFFICE], 1, "10:00", "Open until 17:00"),
        ([Hours(frozenset({1})), OFFICE], 2, "08:00", "Closed. Opens today at 09:00"),
    ],
)  # fmt: skip
def test_what_is_said(lines: list[Hours], day: int, clock: str, words: str) -> None:
    assert said(lines, at(MONDAY + timedelta(days=day), clock)) == words


def test_hours_hold_between_their_first_and_last_day() -> None:
    summer = Hours(WEEK, time(9), time(17), valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 3))
    assert said([summer], at(MONDAY, "10:00")) == "Closed. Opens 1 December at 09:00"
    assert said([summer], at(date(2026, 12, 3), "10:00")) == "Open until 17:00"
    assert said([summer], at(date(2026, 12, 3), "18:00")) == "Closed"
    assert said([summer], at(date(2026, 12, 6), "10:00")) == "Times not recorded"


def test_the_night_of_the_last_day_runs_on() -> None:
    last = Hours(WEEK, time(22), time(2), valid_to=MONDAY)
    assert said([last], at(MONDAY + timedelta(days=1), "01:00")) == "Open until 02:00"


@pytest.mark.parametrize(
    ("week", "day", "is_open"),
    [(1, 3, True), (1, 10, False), (2, 10, True), (4, 24, True), (-1, 24, False), (-1, 31, True)],
)
def test_a_week_of_the_month(week: int, day: int, is_open: bool) -> None:
    line = Hours(frozenset({1}), time(9), time(17), week_of_month=week)
    assert (opening_at([line], at(date(2026, 3, day), "10:00"), never).state == State.OPEN) is is_open


def test_every_second_week_counts_from_the_first_day() -> None:
    line = Hours(frozenset({1}), time(9), time(17), interval=2, valid_from=date(2026, 11, 25))
    days = [date(2026, 11, 24) + timedelta(weeks=weeks) for weeks in range(5)]
    states = [opening_at([line], at(day, "10:00"), never).state for day in days]
    # The first Tuesday of the counted week lies before the first day.
    assert [state == State.OPEN for state in states] == [False, False, True, False, True]


@pytest.mark.parametrize(
    ("rule", "seen", "clock", "words"),
    [
        ("", Observed.EVERYWHERE, "10:00", "May be open: it is a bank holiday, so call first"),
        ("", Observed.EVERYWHERE, "08:00", "Closed. Opens today at 09:00, a bank holiday: call first"),
        ("", Observed.SOMEWHERE, "10:00", "May be open: it is a bank holiday, so call first"),
        ("open", Observed.EVERYWHERE, "10:00", "Open until 17:00"),
        ("closed", Observed.EVERYWHERE, "10:00", "Closed. Opens tomorrow at 09:00"),
        ("closed", Observed.SOMEWHERE, "10:00", "May be open: it is a bank holiday, so call first"),
        ("only", Observed.EVERYWHERE, "10:00", "Open until 17:00"),
        ("only", Observed.SOMEWHERE, "10:00", "May be open: it is a bank holiday, so call first"),
        ("only", Observed.NOWHERE, "10:00", "Closed"),
    ],
)
def test_bank_holidays(rule: str, seen: Observed, clock: str, words: str) -> None:
    line = Hours(frozenset(range(5)), time(9), time(17), on_bank_holidays=OnBankHolidays(rule))
    assert said([line], at(EASTER_MONDAY, clock), only_on(EASTER_MONDAY, seen)) == words


def test_special_hours_for_bank_holidays_are_sure_beside_a_line_that_does_not_say() -> None:
    special = Hours(WEEK, time(10), time(14), on_bank_holidays=OnBankHolidays.ONLY)
    calendar = only_on(EASTER_MONDAY)
    assert said([OFFICE, special], at(EASTER_MONDAY, "11:00"), calendar).startswith("Open until")
    assert said([OFFICE, special], at(EASTER_MONDAY, "09:30"), calendar).startswith("May be open")


def test_the_clocks_go_forward_and_back() -> None:
    forward, back = date(2026, 3, 29), date(2026, 10, 25)
    assert said([NIGHT], at(forward, "03:30")) == "Closed. Opens Friday at 22:00"
    # Half past midnight in UTC is half past one in summer time: the day before closes at two.
    saturday_night = Hours(frozenset({5}), time(22), time(3))
    assert opening_at([saturday_night], datetime(2026, 3, 29, 1, 59, tzinfo=UTC), never).state == State.OPEN
    assert opening_at([saturday_night], datetime(2026, 3, 29, 2, 0, tzinfo=UTC), never).state == State.CLOSED
    assert opening_at([saturday_night], datetime(2026, 10, 25, 2, 59, tzinfo=UTC), never).state == State.OPEN
    assert opening_at([saturday_night], datetime(2026, 10, 25, 3, 0, tzinfo=UTC), never).state == State.CLOSED
    assert said([ALWAYS], at(back, "01:30")) == "Open 24 hours a day"
    skipped = Hours(frozenset({6}), time(1, 15), time(1, 45))
    assert opening_at([skipped], at(forward, "03:00"), never).state == State.CLOSED


clocks = st.times().map(lambda found: found.replace(second=0, microsecond=0))
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
lines = st.builds(
    Hours,
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    opens=st.none() | clocks,
    closes=st.none() | clocks,
    valid_from=st.none() | days,
    valid_to=st.none() | days,
    week_of_month=st.sampled_from([None, None, 1, 2, 3, 4, -1]),
    interval=st.sampled_from([1, 1, 2]),
    on_bank_holidays=st.sampled_from(OnBankHolidays),
)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
calendars = st.sampled_from(Observed).map(lambda seen: lambda day: seen if day.day % 5 == 0 else Observed.NOWHERE)


@given(st.lists(lines, max_size=6), moments, calendars)
def test_any_hours_have_an_answer_in_words(hours: list[Hours], moment: datetime, calendar) -> None:
    found = opening_at(hours, moment, calendar)
    assert in_words(found, moment)
    assert found.until is None or found.until > moment
    assert found.opens is None or found.opens > moment
    assert (found.state == State.OPEN) or found.until is None
    assert (found.state == State.CLOSED) or found.opens is None


@given(st.lists(lines, max_size=6), moments, calendars)
def test_it_is_closed_until_it_opens_and_open_until_it_closes(hours: list[Hours], moment: datetime, calendar) -> None:
    found = opening_at(hours, moment, calendar)
    if found.opens is not None:
        later = opening_at(hours, found.opens.astimezone(UTC), calendar)
        assert later.state == State.OPEN
        before = opening_at(hours, found.opens.astimezone(UTC) - timedelta(minutes=1), calendar)
        assert before.state != State.OPEN
    if found.until is not None:
        assert opening_at(hours, found.until.astimezone(UTC), calendar).state != State.OPEN
        assert opening_at(hours, found.until.astimezone(UTC) - timedelta(minutes=1), calendar).state == State.OPEN


@given(st.lists(lines, max_size=6), moments)
def test_one_more_line_never_closes_it(hours: list[Hours], moment: datetime) -> None:
    if opening_at(hours, moment, never).state == State.OPEN:
        assert opening_at([*hours, OFFICE], moment, never).state == State.OPEN


@given(moments)
def test_the_zone_of_the_question_does_not_matter(moment: datetime) -> None:
    assert opening_at([OFFICE, NIGHT], moment, never) == opening_at([OFFICE, NIGHT], moment.astimezone(LONDON), never)


def test_an_opening_beyond_a_week_is_said_with_its_date() -> None:
    opening = Opening(State.CLOSED, opens=at(date(2027, 1, 12), "09:00"))
    assert in_words(opening, at(MONDAY, "10:00")) == "Closed. Opens 12 January at 09:00"
    midnight = Opening(State.CLOSED, opens=at(date(2027, 1, 12), "00:00"))
    assert in_words(midnight, at(MONDAY, "10:00")) == "Closed. Opens 11 January at midnight"
