"""Ranges of ages as a few values."""

from hypothesis import given
from hypothesis import strategies as st

from directory.referral.age_spans import OLDEST, age_spans, spans_with

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
