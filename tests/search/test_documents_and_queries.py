import math
from datetime import date
from enum import StrEnum

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from search.document import Document
from search.query import MAX_LIMIT, MAX_OFFSET, MAX_TEXT, Point, SearchQuery


def make(**values) -> Document:
    return Document(**{"kind": "service", "key": "1", "title": "Recovery café", "url": "/services/1/", **values})


@pytest.mark.parametrize("name", ["Service", "a-b", "", "1st", "a.b"])
def test_kinds_and_facets_are_identifiers(name):
    with pytest.raises(ValueError, match="identifier"):
        make(kind=name)
    with pytest.raises(ValueError, match="identifier"):
        make(facets={name: ("x",)})


def test_points_that_are_not_on_earth_are_left_out():
    points = ((55.9, -4.3), (91.0, 0.0), (0.0, 181.0), (math.nan, 1.0), (None, None))

    assert make(points=points).points == ((55.9, -4.3),)


@pytest.mark.parametrize(("given_rank", "kept"), [(0.0, 0.1), (0.5, 0.5), (50.0, 10.0)])
def test_rank_is_held_in_range(given_rank, kept):
    assert make(rank=given_rank).rank == kept


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Recovery group"},
        {"url": "/other/"},
        {"aliases": ("RC",)},
        {"summary": "Coffee"},
        {"body": "Cake"},
        {"facets": {"need": ("housing",)}},
        {"coverage": ("S12000049",)},
        {"points": ((55.9, -4.3),)},
        {"checked": date(2026, 1, 1)},
        {"rank": 0.5},
    ],
)
def test_the_fingerprint_tells_every_change(change):
    assert make(**change).fingerprint() != make().fingerprint()


def test_the_fingerprint_ignores_the_order_of_sets():
    one = make(coverage=("a", "b"), facets={"need": ("x", "y")})
    other = make(coverage=("b", "a"), facets={"need": ("y", "x")})

    assert one.fingerprint() == other.fingerprint()


def test_the_fingerprint_takes_any_kind_of_text():
    class Choice(StrEnum):
        HOUSING = "housing"

    plain = make(title="Home \ud800", facets={"need": ("housing",)}, points=((55.5, -4.0),))
    special = make(title=SafeString("Home \ud800"), facets={"need": (Choice.HOUSING,)}, points=((55.5, -4.0),))
    assert plain.fingerprint() == special.fingerprint()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  two   words ", "two words"),
        ("nul\x00and\x07bell", "nul and bell"),
        ("half \ud83d surrogate", "half surrogate"),
        ("ｆｕｌｌ width", "full width"),
        ("\ufeffhous\u00ading\u200bfirst", "housing first"),
        ("\u202etxet", "txet"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
        ("\u200d\u200b", ""),
        ("a" * 10_000, "a" * MAX_TEXT),
    ],
)
def test_text_is_cleaned(typed, kept):
    assert SearchQuery(text=typed).text == kept


@given(st.text())
def test_any_text_becomes_a_short_encodable_one(text):
    cleaned = SearchQuery(text=text).text

    assert len(cleaned) <= MAX_TEXT
    assert cleaned.encode().decode() == cleaned


@pytest.mark.parametrize("radius", [0, -5, math.nan, math.inf, None])
def test_a_radius_that_means_nothing_is_no_limit(radius):
    assert SearchQuery(radius_km=radius).radius_km is None


def test_paging_is_held_in_range():
    query = SearchQuery(offset=-1, limit=10**9)
    assert (query.offset, query.limit) == (0, MAX_LIMIT)
    assert SearchQuery(offset=10**9).offset == MAX_OFFSET


def test_distance_needs_a_place():
    assert SearchQuery(sort="distance").sort == "relevance"
    assert SearchQuery(sort="distance", near=Point(95.0, 0.0)).sort == "relevance"
    assert SearchQuery(sort="distance", near=Point(55.9, -4.3)).sort == "distance"
    assert SearchQuery(sort="nonsense").sort == "relevance"


def test_thousands_of_filters_are_cut():
    query = SearchQuery(filters={"need": tuple(f"n{number}" for number in range(5_000)), "empty": ("", "\x00")})

    assert len(query.filters["need"]) == 100
    assert "empty" not in query.filters
