"""What a listing is filtered by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.indexing.facets import (
    OLDEST,
    age_spans,
    genders_taken,
    routes_open_to,
    spans_with,
    ways_to_meet,
)
from directory.referral.reasons import PROFESSIONAL_ROUTES

AGES = st.integers(0, OLDEST)
LIMITS = st.one_of(st.none(), st.integers(0, 300))


@given(LIMITS, LIMITS, AGES)
def test_an_age_meets_a_range_exactly_when_it_lies_in_it(minimum: int | None, maximum: int | None, age: int) -> None:
    is_inside = (minimum or 0) <= age <= (OLDEST if maximum is None else maximum)
    assert bool(set(age_spans(minimum, maximum)) & set(spans_with(age))) == is_inside


@given(LIMITS, LIMITS)
def test_a_range_is_a_handful_of_values(minimum: int | None, maximum: int | None) -> None:
    spans = age_spans(minimum, maximum)
    assert len(spans) == len(set(spans)) <= 12


@pytest.mark.parametrize(
    ("recorded", "taken"),
    [("women", {"woman"}), ("men", {"man"}), ("anyone", {"woman", "man"}), ("", {"woman", "man"})],
)
def test_what_is_not_recorded_keeps_nobody_out(recorded: str, taken: set[str]) -> None:
    assert set(genders_taken(recorded)) == taken


def test_any_professional_takes_in_each_profession() -> None:
    assert set(routes_open_to(["self", "any-professional"])) == {"self", "any-professional", *PROFESSIONAL_ROUTES}
    assert routes_open_to(["self"]) == ("self",)


def test_ways_to_meet_are_those_offered() -> None:
    assert ways_to_meet(has_place=True, is_outreach=False, is_virtual=True) == ("place", "virtual")
