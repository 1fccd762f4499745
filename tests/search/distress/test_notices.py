"""What is said and shown first when somebody types of distress."""

import importlib
import logging

import pytest
from django.apps import apps
from taggit.models import Tag

from search.api import find
from search.distress import KINDS, Distress
from search.document import Document
from search.editorial import distress_in, notices_of
from search.models import Promotion, SoughtCount, StopNotice
from search.query import Notice, SearchQuery
from search.registry import registered
from tests.search.conftest import tag_keys

pytestmark = pytest.mark.django_db

PHONES = {
    "suicide": ["tel:999", "tel:116123"],
    "self-harm": ["tel:999", "tel:116123"],
    "overdose": ["tel:999", "tel:116123"],
    "threat": ["tel:999", "tel:101", "tel:116123"],
    "child-at-risk": ["tel:999", "tel:08001111", "tel:08088005000", "tel:116123"],
    "domestic-abuse": [
        "tel:999",
        "tel:08000271234",
        "tel:08082000247",
        "tel:08088010800",
        "tel:08088021414",
        "tel:116123",
    ],
}


def marked_tags(keys):
    return [
        Document(
            kind="tag",
            key=str(tag.pk),
            title=tag.name,
            url=f"/tags/{tag.slug}/",
            facets={"helpline": ("yes",)} if "line" in tag.slug else {},
            rank=2.0 if "best" in tag.slug else 1.0,
        )
        for tag in Tag.objects.filter(pk__in=list(keys)).exclude(name__startswith="Hidden")
    ]


@pytest.fixture(autouse=True)
def helplines(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    marked = {"facets": ("helpline",), "first_in_distress": ("helpline", "yes")}
    with registered("tag", model=Tag, documents=marked_tags, all_keys=tag_keys, **marked):
        yield


def phones(text: str) -> list[str]:
    return [notice.link_url for notice in find(SearchQuery(text=text)).notices]


def add_tags(*slugs: str) -> None:
    for slug in slugs:
        Tag.objects.create(name=f"{slug} life myself", slug=slug)


class TestNotices:
    @pytest.mark.parametrize("kind", KINDS)
    def test_every_kind_has_ours_without_any_editor(self, kind):
        said = notices_of(Distress((kind,)))

        assert [notice.link_url for notice in said] == PHONES[kind]
        assert all(notice.kinds and notice.heading and notice.link_text for notice in said)

    def test_all_kinds_at_once_call_each_number_once_and_999_first(self):
        said = [notice.link_url for notice in notices_of(Distress(tuple(KINDS)))]

        assert said[0] == "tel:999"
        assert len(said) == len(set(said)) == 9

    def test_a_search_says_so_on_every_page(self):
        for offset in (0, 20):
            result = find(SearchQuery(text="end my life", offset=offset))
            assert result.distress == ("suicide",)
            assert [notice.link_url for notice in result.notices] == PHONES["suicide"]

    def test_a_harmless_search_says_nothing(self):
        result = find(SearchQuery(text="overdose awareness training"))

        assert (result.distress, result.notices, result.promoted) == ((), (), ())

    def test_editors_say_it_in_their_words_and_order_and_999_stays_first(self):
        StopNotice.objects.create(
            kinds="suicide,self-harm", message="We listen.", link_url="tel:0800838587", link_text="Call us", position=2
        )
        StopNotice.objects.create(kinds="suicide", message="Read this.", position=1)

        messages = [notice.message for notice in find(SearchQuery(text="kill myself")).notices]

        assert messages[0].startswith("Call 999")
        assert messages[1:] == ["Read this.", "We listen."]
        assert phones("he hits me") == PHONES["domestic-abuse"]

    def test_999_of_editors_takes_the_place_of_ours(self):
        StopNotice.objects.create(
            kinds="suicide", message="Now.", link_url="tel:999", link_text="Call 999", position=9
        )

        assert [notice.message for notice in find(SearchQuery(text="kill myself")).notices] == ["Now."]

    def test_words_of_editors_bring_the_notices_of_the_kind_with_the_next_search(self):
        assert phones("the grey place") == []

        notice = StopNotice.objects.create(kinds="suicide", words="grey place", message="Stay.")
        assert "Stay." in [said.message for said in find(SearchQuery(text="the greyer places")).notices]
        assert distress_in("A long letter. I am in the grey place. Thanks.").kinds == ("suicide",)

        notice.harmless = "grey place cafe"
        notice.save()
        assert phones("grey place cafe") == []

        notice.delete()
        assert phones("the grey place") == []

    def test_other_notices_come_after_those_about_distress(self):
        StopNotice.objects.create(words="bail", message="Ask at the court.", position=0)

        said = find(SearchQuery(text="on bail and i want to die")).notices

        assert said[-1] == Notice("Ask at the court.")
        assert [bool(notice.kinds) for notice in said] == [True, True, False]

    def test_one_query_more_and_nothing_in_the_log(self, caplog, django_assert_num_queries):
        caplog.set_level(logging.DEBUG)
        find(SearchQuery(text="housing"))
        with django_assert_num_queries(1):
            find(SearchQuery(text="end my life in Govan"))

        assert "Govan" not in caplog.text
        assert not SoughtCount.objects.exists()


class TestFirst:
    def test_helplines_come_before_everything_best_first(self):
        add_tags("football", "line-a", "line-best")

        result = find(SearchQuery(text="end my life"))

        assert [item.url for item in result.promoted] == ["/tags/line-best/", "/tags/line-a/"]
        assert [hit.url for hit in result.hits_not_promoted] == ["/tags/football/"]

    def test_five_at_most_and_only_what_is_public(self):
        add_tags(*(f"line-{number}" for number in range(7)))
        Tag.objects.create(name="Hidden", slug="line-hidden")

        urls = [item.url for item in find(SearchQuery(text="end my life")).promoted]

        assert len(urls) == 5
        assert "/tags/line-hidden/" not in urls

    def test_no_filter_or_kind_hides_them(self):
        add_tags("line-a")

        for query in (
            SearchQuery(text="end my life", kinds=("service",)),
            SearchQuery(text="end my life", filters={"need": ("housing",)}),
            SearchQuery(text="sucide"),
        ):
            assert [item.url for item in find(query).promoted] == ["/tags/line-a/"]

    def test_only_in_distress_and_on_the_first_page(self):
        add_tags("line-a")

        assert find(SearchQuery(text="life")).promoted == ()
        assert find(SearchQuery(text="end my life", offset=10)).promoted == ()

    def test_they_come_before_what_editors_promote_and_once(self):
        add_tags("line-a", "other")
        for slug in ("other", "line-a"):
            Promotion.objects.create(words="end my life", kind="tag", key=str(Tag.objects.get(slug=slug).pk))

        urls = [item.url for item in find(SearchQuery(text="end my life")).promoted]

        assert urls == ["/tags/line-a/", "/tags/other/"]


def test_notices_that_editors_had_are_told_their_kinds():
    migration = importlib.import_module("search.migrations.0006_distress_in_stop_notices")
    for words in ("suicide, kill myself, self harm", "overdose, overdosed", "bail"):
        StopNotice.objects.create(words=words, message="Call.")

    migration.name_kinds(apps, None)

    kinds = dict(StopNotice.objects.values_list("words", "kinds"))
    assert kinds == {
        "suicide, kill myself, self harm": "suicide,self-harm",
        "overdose, overdosed": "overdose",
        "bail": "",
    }
