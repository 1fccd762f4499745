"""The order by relevance, where ranks and preferences multiply what a text scores."""

import random
from collections.abc import Callable

import pytest

from search.document import Document
from search.engines.embedded.matching.nearness import COVERING_BONUS
from search.query import Point, SearchQuery
from tests.search.conftest import by_both_clients

GLASGOW, COVERED = Point(55.86, -4.25), "S12000049"
AGES = (("young",), ("adult",), ("adult", "young"), ())
GENDERS = (("woman",), ("man",), ("any",))
PREFERENCES = [
    {"preferred": {"gender": ("woman",)}},
    {"preferred": {"gender": ("woman",), "age": ("young",)}},
    {"expected": {"gender": ("any", "woman")}},
    {"expected": {"gender": ("any", "woman"), "age": ("young", "adult")}},
    {"expected": {"gender": ("any", "woman")}, "preferred": {"gender": ("woman",), "age": ("young",)}},
    {"expected": {"gender": ("any",)}, "filters": {"gender": ("any",)}, "preferred": {"age": ("young",)}},
    {"expected": {"gender": ("any",)}, "filters": {"gender": ("any", "man")}},
    {"preferred": {"gender": ("nobody",)}, "expected": {"gender": ("nobody",)}},
]


def factor(document: Document, preferences: dict) -> float:
    """What preferences make of the text of a document: five times, a quarter, as `docs/search-using.md` says."""
    has = [
        not set(values).isdisjoint(document.facets.get(facet, ()))
        for facet, values in preferences.get("preferred", {}).items()
    ]
    lacks = any(
        set(values).isdisjoint(document.facets.get(facet, ()))
        for facet, values in preferences.get("expected", {}).items()
    )
    return (1.0 + 4.0 * sum(has)) * (0.25 if lacks else 1.0)


@pytest.fixture
def documents(publish: Callable[..., None]) -> dict[str, Document]:
    chance = random.Random(7)  # noqa: S311  any documents will do
    made = []
    for number in range(90):
        words = "mentoring " * chance.randint(1, 3) + "flats " * chance.randint(0, 2) + "tea " * chance.randint(0, 9)
        made.append(
            Document(
                kind="service",
                key=str(number),
                title=f"Place {number}",
                url=f"/{number}/",
                summary=words,
                facets={"gender": chance.choice(GENDERS), "age": chance.choice(AGES)},
                rank=chance.choice((0.5, 0.9, 1.0, 1.5)),
                **chance.choice(({"coverage": (COVERED,)}, {"points": ((55.86, -4.25),)})),
            )
        )
    publish(*made)
    return {document.key: document for document in made}


def pages(engine, query: dict, limit: int) -> list:
    hits: list = []
    while page := engine.search(SearchQuery(**query, offset=len(hits), limit=limit)).hits:
        hits += page
    return hits


@pytest.mark.parametrize("preferences", PREFERENCES)
@pytest.mark.parametrize("text", ["mentoring", "mentoring flats", "mentoring tea flats place"])
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_every_page_has_what_the_factors_say(
    engine, documents: dict[str, Document], preferences: dict, text: str, limit: int
) -> None:
    filters = {"filters": preferences.get("filters", {})}
    plain = {hit.key: hit.score for hit in engine.search(SearchQuery(text=text, limit=100, **filters)).hits}
    expected = sorted((score * factor(documents[key], preferences) for key, score in plain.items()), reverse=True)
    hits = pages(engine, {"text": text, **preferences}, limit)
    assert [hit.score for hit in hits] == pytest.approx(expected, rel=1e-4)
    assert len({hit.key for hit in hits}) == len(plain) == engine.search(SearchQuery(text=text, **preferences)).total
    for hit in hits:
        assert hit.score == pytest.approx(plain[hit.key] * factor(documents[hit.key], preferences), rel=1e-4)


@pytest.mark.parametrize("preferences", PREFERENCES)
def test_what_covers_a_place_counts_beside_the_factors(
    engine, documents: dict[str, Document], preferences: dict
) -> None:
    text, filters = "mentoring tea", {"filters": preferences.get("filters", {})}
    plain = {hit.key: hit.score for hit in engine.search(SearchQuery(text=text, limit=100, **filters)).hits}
    hits = engine.search(SearchQuery(text=text, near=GLASGOW, areas=(COVERED,), limit=100, **preferences)).hits
    assert {hit.key for hit in hits} == plain.keys()
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        document = documents[hit.key]
        bonus = COVERING_BONUS * document.rank if hit.covers else 0.0
        assert hit.score == pytest.approx(plain[hit.key] * factor(document, preferences) + bonus, rel=1e-4)


def test_nothing_found_has_no_pages(engine, documents: dict[str, Document]) -> None:
    query = SearchQuery(text="mentoring", filters={"gender": ("nobody",)}, **PREFERENCES[1])
    result = engine.search(query)
    assert (result.hits, result.total) == ((), 0)


@by_both_clients
@pytest.mark.parametrize("sort", ["relevance", "checked"])
def test_a_limit_of_nothing_only_counts(engine, documents: dict[str, Document], sort: str) -> None:
    for text in ("mentoring", "flats", ""):
        counted = engine.search(SearchQuery(text=text, limit=0, sort=sort))
        assert counted.hits == ()
        assert counted.total == engine.search(SearchQuery(text=text, limit=1, sort=sort)).total
