"""What is offered while somebody types."""

import pytest
from taggit.models import Tag

from search.autocomplete import autocomplete, autocomplete_groups
from search.document import Document
from search.engines import current_engine
from search.engines.base import IndexBroken
from search.models import Synonym
from search.query import Completion, SearchQuery
from tests.search.conftest import by_both_clients


def document(key: str, title: str, **values) -> Document:
    return Document(**{"kind": "service", "key": key, "title": title, "url": f"/services/{key}/", **values})


@pytest.fixture
def offered(engine, publish):
    publish(
        document("lepps", "Lived Experience Peer Support Service", aliases=("LEPPS", "LEPSS")),
        document("cafe", "Recovery café"),
        document("coach", "Recovery coaching", rank=2.0),
        document("support", "Women's recovery", summary="Housing"),
        document("house", "Housing first"),
        document("guide", "Recovery guide", kind="guide"),
    )

    def complete(text: str, **options) -> list[str]:
        return [suggestion.url.split("/")[2] for suggestion in engine.complete(SearchQuery(text=text, **options))]

    return complete


@by_both_clients
@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("leps", "lepps"),
        ("lived exp", "lepps"),
        ("LIVED EXPERIENCE PEER SUPPORT SERVICE", "lepps"),
        ("support", "lepps"),
        ("recovery ca", "cafe"),
        ("caf\u00e9", "cafe"),
        ("hou", "house"),
        ("houssing", "house"),
        ("recvery coac", "coach"),
        ("women's r", "support"),
        ("the housing", "house"),
        ("recovery the", None),
    ],
)
def test_the_first_suggestion(offered, text, first):
    assert (offered(text) or [None])[0] == first


def test_a_name_that_begins_so_comes_before_one_that_holds_it(offered):
    assert set(offered("recov")[:3]) == {"coach", "cafe", "guide"}
    assert offered("recov")[-1] == "support"
    assert offered("recov")[0] == "coach"


def test_a_name_that_begins_so_comes_first_among_very_many_that_hold_the_word(engine, publish):
    publish(
        *(document(f"holds-{number}", f"Group {number}, Glasgow", rank=2.0) for number in range(120)),
        document("begins", "Glasgow group", rank=0.5),
    )
    found = engine.complete(SearchQuery(text="glasg", limit=4))
    assert found[0].title == "Glasgow group"
    assert len(found) == 4


def test_summaries_are_not_suggested(offered):
    assert offered("housing") == ["house"]


def test_kinds_and_limit(offered):
    assert offered("recov", kinds=("guide",)) == ["guide"]
    assert len(offered("recov", limit=2)) == 2


@pytest.mark.parametrize("text", ["", "a", "?!", "\U0001f600", "zzzzzz", '"', "*" * 200, "word " * 40])
def test_nothing_to_suggest(offered, text):
    assert offered(text) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("findable_tags")
class TestLive:
    def test_what_was_just_saved_is_suggested(self, django_assert_num_queries):
        tag = Tag.objects.create(name="Bail hostel", slug="bail")

        # The others read what editors decided, and the phrases of terms, because the log has moved.
        with django_assert_num_queries(3):
            assert autocomplete("bail ho") == (Completion("tag", "Bail hostel", "/tags/bail/"),)

        tag.delete()
        assert autocomplete("bail ho") == ()
        assert autocomplete("  ") == ()

    @pytest.mark.parametrize("typed", ["CJSW", "cjs"])
    def test_a_synonym_suggests_what_it_means(self, typed):
        Tag.objects.create(name="Criminal justice social work, Leith", slug="leith")
        Synonym.objects.create(terms="CJSW, criminal justice social work")

        found = autocomplete_groups(typed, {"tags": SearchQuery(kinds=("tag",))})

        assert [suggestion.title for suggestion in found.groups["tags"]] == ["Criminal justice social work, Leith"]
        assert found.meanings == ("criminal justice social work",)

    def test_what_begins_as_typed_keeps_at_least_half_of_the_places(self):
        for number in range(6):
            Tag.objects.create(name=f"Bail hostel {number}", slug=f"bail-{number}")
            Tag.objects.create(name=f"Approved premises {number}", slug=f"approved-{number}")
        Synonym.objects.create(terms="bail hostel => approved premises")

        titles = [suggestion.title for suggestion in autocomplete("bail hostel", limit=4)]

        assert [title.startswith("Bail") for title in titles] == [True, True, False, False]

    def test_synonyms_cost_no_query_while_editors_change_nothing(self, django_assert_num_queries):
        Tag.objects.create(name="Bail hostel", slug="bail")
        Synonym.objects.create(terms="bail hostel => approved premises")
        autocomplete("bail")

        with django_assert_num_queries(1):
            autocomplete_groups("bail hos", {"a": SearchQuery(kinds=("tag",)), "b": SearchQuery()})

    def test_an_index_at_fault_suggests_nothing(self, monkeypatch, caplog):
        Tag.objects.create(name="Bail hostel", slug="bail")

        def broken(query: SearchQuery) -> None:
            raise IndexBroken("unreadable")

        monkeypatch.setattr(current_engine(), "complete", broken)

        assert autocomplete("bail") == ()
        assert "could not suggest" in caplog.text
