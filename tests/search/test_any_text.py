"""No text a visitor can type makes a search fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.document import Document
from search.query import Point, SearchQuery
from search.text.phrases import Thesaurus
from search.text.synonyms import read_rule
from tests.search.conftest import on_servers_in_full

AWKWARD = [
    '"',
    '""',
    '"unclosed',
    "\x00",
    "a\x00b",
    "AND",
    "OR OR",
    "NOT (",
    "title:housing",
    "housing^9999999",
    "hous*",
    "*",
    "?",
    "~",
    "house~9",
    "[a TO z]",
    "{a TO",
    "-housing",
    "+",
    "\\",
    "/.*/",
    "'",
    "''''",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ud800",
    "\u202etxet",
    "e\u0301" * 50,
    "w" * 10_000,
    "word " * 2_000,
    '"a" ' * 60,
    "\u4e2d\u6587",
    "; DROP TABLE search_change; --",
    "<script>",
    "%s %d {0}",
]


@pytest.fixture(autouse=True)
def something_to_find(publish):
    publish(
        Document(kind="service", key="1", title="Housing first", url="/1/", body="AND or", points=((55.9, -4.3),)),
        Document(kind="service", key="2", title="\u4e2d\u6587 \U0001f600", url="/2/", coverage=("S12000049",)),
    )


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text(engine, text):
    engine.search(SearchQuery(text=text, facets=("need", "kind")))


@settings(max_examples=150)
@given(
    text=st.one_of(st.text(max_size=300), st.lists(st.sampled_from(AWKWARD), max_size=6).map(" ".join)),
    slugs=st.lists(st.text(max_size=20), max_size=3),
    facet=st.text(max_size=8),
    near=st.one_of(st.none(), st.builds(Point, st.floats(), st.floats())),
    radius=st.one_of(st.none(), st.floats()),
    sort=st.sampled_from(["relevance", "distance", "checked"]),
)
def test_any_query(engine, text, slugs, facet, near, radius, sort):
    query = SearchQuery(
        text=text,
        kinds=tuple(slugs),
        filters={facet: tuple(slugs)},
        facets=(facet, "need"),
        near=near,
        areas=tuple(slugs),
        radius_km=radius,
        sort=sort,
    )

    result = engine.search(query)

    assert len(result.hits) <= result.total
    assert set(result.facets) == {facet, "need"}


WORDS = ("housing", "houses", "hosing", "peer", "colour", "color", "mentor", "mentorign", "men", "and", "gaol")


@on_servers_in_full
@settings(max_examples=150)
@given(
    documents=st.lists(st.lists(st.lists(st.sampled_from(WORDS), max_size=3), min_size=4, max_size=4), max_size=6),
    words=st.lists(st.sampled_from((*WORDS, '"housing peer"', '"men"', "ho", "jail")), min_size=1, max_size=4),
)
def test_what_is_counted_is_what_is_found(engine, publish, documents, words):
    removed = tuple(identity for identity, _ in engine.live().fingerprints())
    written = [
        Document(
            kind="service",
            key=str(number),
            title=" ".join(title) or "untitled",
            url=f"/{number}/",
            aliases=tuple(aliases),
            summary=" ".join(summary),
            body=" ".join(body),
        )
        for number, (title, aliases, summary, body) in enumerate(documents)
    ]
    publish(*written, removed=removed)
    rules = (read_rule("gaol, jail"), read_rule("peer mentor => buddy, color men"))

    result = engine.search(SearchQuery(text=" ".join(words), facets=("kind",), limit=50), Thesaurus(rules))

    assert len(result.hits) == result.total == sum(result.facets["kind"].values())
