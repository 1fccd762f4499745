"""Which days are bank holidays where a service is."""

from datetime import date

import pytest

from directory.checks import bank_holidays_are_known
from directory.opening_hours.bank_holidays import (
    ENGLAND,
    EVERYWHERE,
    NORTHERN_IRELAND,
    SCOTLAND,
    WALES,
    Observed,
    last_year,
    nations_of,
    observed,
)

GLASGOW, LEEDS, BELFAST, CARDIFF = "S12000049", "E08000035", "N09000003", "W06000015"


@pytest.mark.parametrize(
    ("codes", "nations"),
    [
        ([GLASGOW], {SCOTLAND}),
        (["S08000031", "S92000003"], {SCOTLAND}),
        ([LEEDS, CARDIFF], {ENGLAND, WALES}),
        ([BELFAST], {NORTHERN_IRELAND}),
        (["hmp-barlinnie"], {SCOTLAND}),
        (["K02000001"], EVERYWHERE),
        ([], EVERYWHERE),
        (["secure-care-somewhere"], EVERYWHERE),
        ([GLASGOW, "secure-care-somewhere"], EVERYWHERE),
        (["", "S", "Scotland"], EVERYWHERE),
    ],
)
def test_nations_of_areas(codes: list[str], nations: set[str]) -> None:
    assert nations_of(codes) == nations


@pytest.mark.parametrize(
    ("day", "keeping"),
    [
        (date(2027, 1, 1), {ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND}),
        (date(2026, 1, 2), {SCOTLAND}),
        (date(2026, 3, 17), {NORTHERN_IRELAND}),
        (date(2026, 4, 3), {ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND}),
        (date(2026, 4, 6), {ENGLAND, WALES, NORTHERN_IRELAND}),
        (date(2026, 8, 3), {SCOTLAND}),
        (date(2026, 8, 31), {ENGLAND, WALES, NORTHERN_IRELAND}),
        (date(2026, 11, 30), {SCOTLAND}),
        (date(2026, 12, 28), {ENGLAND, WALES, SCOTLAND, NORTHERN_IRELAND}),
        (date(2026, 11, 23), set()),
    ],
)
def test_days_kept_by_nation(day: date, keeping: set[str]) -> None:
    assert {nation for nation in EVERYWHERE if observed(day, frozenset({nation})) == Observed.EVERYWHERE} == keeping


def test_the_end_of_the_table_is_said_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bank_holidays_are_known(None) == []
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(last_year() - 4, 1, 1))
    assert [message.id for message in bank_holidays_are_known(None)] == ["directory.W001"]


def test_a_day_that_only_some_nations_keep() -> None:
    assert observed(date(2026, 4, 6), frozenset({ENGLAND, SCOTLAND})) == Observed.SOMEWHERE
    assert observed(date(2026, 11, 23), frozenset({ENGLAND, SCOTLAND})) == Observed.NOWHERE
    assert observed(date(2026, 1, 1), EVERYWHERE) == Observed.EVERYWHERE
