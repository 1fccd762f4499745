"""What is found for a text, and in which order."""

from datetime import date
from itertools import chain

import pytest

from search.document import Document
from search.engines.embedded.matching import strategies
from search.query import SearchQuery


def document(key: str, title: str, **values) -> Document:
    return Document(**{"kind": "service", "key": key, "title": title, "url": f"/services/{key}/", **values})


LEPPS = document(
    "lepps",
    "Lived Experience Peer Support Service",
    aliases=("LEPPS", "LEPSS"),
    summary="Peer mentors for people on community sentences in Glasgow.",
)
CAFE = document("cafe", "Recovery café", summary="A weekly meeting place for people in recovery.")
HOUSING = document("housing", "Housing first", summary="A tenancy and a support worker.", body="Recovery is welcome.")
WOMEN = document("women", "Women's centre", summary="Mentoring and groups for women leaving custody.")
GUIDE = document("guide", "Recruiting peer workers", kind="guide", body="Recruitment takes time: plan for it.")


@pytest.fixture(autouse=True)
def directory(publish):
    publish(LEPPS, CAFE, HOUSING, WOMEN, GUIDE)


@pytest.fixture
def found(engine):
    def search(text: str, **options) -> list[str]:
        return [hit.key for hit in engine.search(SearchQuery(text=text, **options)).hits]

    return search


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lepss", "lepps"),
        ("LEPPS", "lepps"),
        ("recovery cafe", "cafe"),
        ("RECOVERY CAFÉ", "cafe"),
        ("recruited", "guide"),
        ("recruitment of peer workers", "guide"),
        ("womens center", "women"),
        ("women\u2019s", "women"),
        ("tenan", "housing"),
        ("mentroing", "women"),
        ("houssing", "housing"),
        ("housing first", "housing"),
    ],
)
def test_the_first_hit(found, text, first):
    assert found(text)[0] == first


def test_a_title_outranks_a_body(found):
    assert found("recovery") == ["cafe", "housing"]


def test_all_words_are_wanted_while_something_has_them_all(found):
    assert found("recovery support") == ["housing"]


def test_some_words_are_enough_when_nothing_has_them_all(found):
    assert "housing" in found("housing unicorn")


def test_quotation_marks_hold_a_phrase(found):
    assert found('"housing first"') == ["housing"]
    assert found('"first housing"') == []
    assert found("\u201chousing first\u201d") == ["housing"]


def test_words_next_to_each_other_count_for_more_unless_too_many_documents_have_them(found, publish, monkeypatch):
    publish(
        document("apart", "Apart", body="Football for everybody, and later in the evening a chess club."),
        document("together", "Together", body="A football club for everybody, and later in the evening some chess."),
    )
    assert found("football club") == ["together", "apart"]

    monkeypatch.setattr(strategies, "MOST_IN_ORDER", 0)
    assert sorted(found("football club")) == ["apart", "together"]


def test_common_words_are_not_required(found):
    assert found("who can help with a tenancy and a support worker") == ["housing"]


def test_no_text_finds_everything(engine):
    assert engine.search(SearchQuery()).total == 5


def test_a_text_without_words_finds_nothing(engine):
    result = engine.search(SearchQuery(text="\U0001f600 ?!", facets=("need",)))

    assert (result.total, result.hits, result.facets) == (0, (), {"need": {}})


def test_kinds_are_kept_apart(found):
    assert found("peer") == ["guide", "lepps"] or found("peer") == ["lepps", "guide"]
    assert found("peer", kinds=("guide",)) == ["guide"]


def test_a_filter_never_loosens_the_text(found, publish):
    publish(document("a", "Boxing", facets={"need": ("health",)}), document("b", "Baxing", facets={"need": ("work",)}))

    assert found("boxing") == ["a"]
    assert found("boxing", filters={"need": ("work",)}) == []


def test_an_overdue_listing_ranks_lower(found, publish):
    publish(document("stale", "Listening service", rank=0.5), document("fresh", "Listening service"))

    assert found("listening") == ["fresh", "stale"]


def test_without_text_rank_comes_first_and_then_the_latest_check(engine, publish):
    publish(
        document("new", "Zebra", facets={"set": ("x",)}, checked=date(2026, 5, 1)),
        document("old", "Apple", facets={"set": ("x",)}, checked=date(2024, 5, 1)),
        document("never", "Apple", facets={"set": ("x",)}),
        document("low", "Aardvark", facets={"set": ("x",)}, checked=date(2026, 6, 1), rank=0.5),
    )
    chosen = {"set": ("x",)}

    by_rank = engine.search(SearchQuery(filters=chosen))
    by_check = engine.search(SearchQuery(filters=chosen, sort="checked"))

    assert [hit.key for hit in by_rank.hits] == ["new", "old", "never", "low"]
    assert [hit.key for hit in by_check.hits] == ["low", "new", "old", "never"]


def test_pages_follow_each_other_without_gap_or_repeat(found, publish):
    publish(*(document(f"many{number}", "Mutual aid group") for number in range(45)))

    pages = [found("mutual aid", offset=offset) for offset in (0, 20, 40)]

    assert sorted(chain.from_iterable(pages)) == sorted(f"many{number}" for number in range(45))


def test_a_snippet_marks_what_matched_and_escapes_the_rest(engine, publish):
    publish(document("x", "X", summary="Café & <script>alert(1)</script> for naïve swimmers"))

    hit = engine.search(SearchQuery(text="swimmer")).hits[0]

    assert "<mark>swimmers</mark>" in hit.snippet
    assert "<script>" not in hit.snippet
    assert "Café &amp; &lt;script&gt;" in hit.snippet
    assert hit.summary == "Café & <script>alert(1)</script> for naïve swimmers"


def test_another_spelling_is_offered(engine):
    assert engine.search(SearchQuery(text="recvery cafe")).did_you_mean == "recovery cafe"
    assert engine.search(SearchQuery(text="recovery cafe")).did_you_mean is None


def test_a_document_is_replaced_and_removed(found, publish):
    publish(document("cafe", "Knitting circle"))
    assert found("knitting") == ["cafe"]
    assert "cafe" not in found("recovery")

    publish(removed=("service:cafe",))
    assert found("knitting") == []


def test_control_characters_in_a_text_do_no_harm(engine, publish):
    publish(document("odd", "Chess\x1fclub", aliases=("A\x1eB",), summary="On\x1eTuesdays\x1f", url="/odd\x1f/"))
    (hit,) = engine.search(SearchQuery(text="tuesdays")).hits

    assert (hit.key, hit.title, hit.summary) == ("odd", "Chess club", "On Tuesdays ")
