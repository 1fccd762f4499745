"""The day of a release: how it is typed, how far off it is, and what is worth saying about it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.forms.date_parts import WrongDate
from directory.opening_hours.bank_holidays import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES
from directory.release.dates import read_release_date, release_day_notes, time_until

TODAY = date(2026, 11, 22)


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"day": day, "month": month, "year": year}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("22", "11", "2026"), TODAY),
        (("1", "02", "2027"), date(2027, 2, 1)),
        (("29", "2", "2028"), date(2028, 2, 29)),
        (("22", "11", "2031"), date(2031, 11, 22)),
        (("1st", "March", "2027"), date(2027, 3, 1)),
        (("2 nd", "mar", "2027"), date(2027, 3, 2)),
        (("23RD", "SEPT.", "2027"), date(2027, 9, 23)),
        (("30th", "Sep", "2027"), date(2027, 9, 30)),
        (("4", "Febuary", "2027"), date(2027, 2, 4)),
        (("27 March 2027", "", ""), date(2027, 3, 27)),
        (("", "", "27/3/2027"), date(2027, 3, 27)),
        (("2027-03-27", "", ""), date(2027, 3, 27)),
        (("Saturday the 27th of March 2027", "", ""), date(2027, 3, 27)),
        (("March 27, 2027", "", ""), date(2027, 3, 27)),
        (("27", "March 2027", ""), date(2027, 3, 27)),
    ],
)
def test_dates_people_type(parts: tuple[str, str, str], found: date) -> None:
    assert read_release_date(typed(*parts), TODAY) == found


@pytest.mark.parametrize(
    ("parts", "message", "wrong"),
    [
        (("", "", ""), "must include a day and a month and a year", ("day", "month", "year")),
        (("1", "", "2027"), "must include a month", ("month",)),
        (("", "", "2027"), "must include a day and a month", ("day", "month")),
        (("31", "2", "2027"), "must be a real date", ("day",)),
        (("29", "2", "2027"), "must be a real date", ("day",)),
        (("1", "13", "2027"), "must be a real date", ("month",)),
        (("31st", "February", "2027"), "must be a real date", ("day",)),
        (("32nd", "March", "2027"), "must be a real date", ("day",)),
        (("1", "Ju", "2027"), "must be a real date", ("month",)),
        (("1", "Marvellous", "2027"), "must be a real date", ("month",)),
        (("27 March", "", ""), "must include a month and a year", ("month", "year")),
        (("0", "1", "2027"), "must be a real date", ("day",)),
        (("1", "1", "99999"), "Year must include 4 numbers", ("year",)),
        (("1", "1", "27"), "Year must include 4 numbers", ("year",)),
        (("1", "1", "0000"), "must be a real date", ("year",)),
        (("1", "1", "0001"), "must be today or later", ("day", "month", "year")),
        (("٣", "1", "2027"), "must be a real date", ("day",)),
        (("💥", "x", "-1"), "must be a real date", ("day", "month", "year")),
        (("21", "11", "2026"), "must be today or later", ("day", "month", "year")),
        (("23", "11", "2031"), "within 5 years", ("day", "month", "year")),
        (("1", "1", "9999"), "within 5 years", ("day", "month", "year")),
    ],
)
def test_dates_that_cannot_be(parts: tuple[str, str, str], message: str, wrong: tuple[str, ...]) -> None:
    with pytest.raises(WrongDate, match=message) as raised:
        read_release_date(typed(*parts), TODAY)
    assert raised.value.parts == wrong


def test_five_years_from_a_leap_day() -> None:
    assert read_release_date(typed("28", "2", "2033"), date(2028, 2, 29)) == date(2033, 2, 28)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "Today"),
        (0, "Today"),
        (1, "Tomorrow"),
        (19, "In 19 days"),
        (28, "In 4 weeks"),
        (70, "In 10 weeks"),
        (75, "In 2 months"),
    ],
)
def test_how_far_off(days: int, words: str) -> None:
    assert time_until(TODAY + timedelta(days=days), TODAY) == words


NATIONS = (ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES)


def notes(day: date, nation: str = SCOTLAND) -> str:
    return " ".join(release_day_notes(day, nation))


def test_an_ordinary_day_needs_no_word() -> None:
    # Monday to Thursday of a week without holidays.
    for day in range(9, 13):
        assert release_day_notes(date(2026, 11, day), SCOTLAND) == []


def test_a_friday_is_said_with_what_the_prison_may_do() -> None:
    friday = date(2026, 11, 13)
    assert "13 November is a Friday. Many services close then." in notes(friday)
    assert "In Scotland a prison may release somebody up to two days earlier" in notes(friday)
    assert "In England a prison may release somebody up to two working days earlier" in notes(friday, ENGLAND)
    assert "In Wales a prison may" in notes(friday, WALES)
    assert "a prison may" not in notes(friday, NORTHERN_IRELAND)


@pytest.mark.parametrize("day", [14, 15])
def test_a_weekend_moves_to_the_friday_before(day: int) -> None:
    said = notes(date(2026, 11, day))
    assert f"{day} November is a S" in said
    assert "Release then moves to the day before that is neither: Friday 13 November." in said
    assert "13 November is a Friday" in said


@pytest.mark.parametrize(
    ("day", "nation", "moved"),
    [
        # St Andrew's Day 2026 is a Monday, and a holiday in Scotland only.
        (date(2026, 11, 30), SCOTLAND, "Friday 27 November"),
        (date(2026, 11, 30), ENGLAND, None),
        # 2 January is one in Scotland only; in 2029 it is a Tuesday.
        (date(2029, 1, 2), SCOTLAND, "Friday 29 December"),
        (date(2029, 1, 2), ENGLAND, None),
        # Easter Monday is one everywhere but in Scotland; Good Friday is one everywhere.
        (date(2027, 3, 29), ENGLAND, "Thursday 25 March"),
        (date(2027, 3, 29), WALES, "Thursday 25 March"),
        (date(2027, 3, 29), SCOTLAND, None),
        (date(2027, 3, 26), SCOTLAND, "Thursday 25 March"),
        (date(2026, 12, 25), SCOTLAND, "Thursday 24 December"),
        # Boxing Day 2026 is a Saturday, so its holiday is the Monday after.
        (date(2026, 12, 28), SCOTLAND, "Thursday 24 December"),
        (date(2027, 7, 12), NORTHERN_IRELAND, "Friday 9 July"),
        (date(2027, 7, 12), SCOTLAND, None),
    ],
)
def test_bank_holidays_are_those_of_the_nation(day: date, nation: str, moved: str | None) -> None:
    said = notes(day, nation)
    assert ("is a bank holiday" in said) == (moved is not None)
    assert moved is None or f"neither: {moved}." in said


@pytest.mark.parametrize(
    ("day", "nation", "is_eve"),
    [
        (date(2027, 12, 2), SCOTLAND, False),
        # The Monday before St Andrew's Day 2027, a Tuesday.
        (date(2027, 11, 29), SCOTLAND, True),
        (date(2027, 11, 29), ENGLAND, False),
        (date(2026, 12, 24), SCOTLAND, True),
        (date(2026, 12, 31), ENGLAND, True),
        (date(2027, 3, 25), SCOTLAND, True),
    ],
)
def test_the_eve_of_a_bank_holiday_is_said(day: date, nation: str, is_eve: bool) -> None:
    assert ("is the day before a bank holiday" in notes(day, nation)) == is_eve


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.sampled_from(NATIONS))
def test_whatever_the_day_the_notes_are_whole_sentences(day: date, nation: str) -> None:
    for note in release_day_notes(day, nation):
        assert note.endswith(".")
        assert "None" not in note
    if day.weekday() > 4:
        assert "Release then moves" in notes(day, nation)
