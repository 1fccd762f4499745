"""Words that editors declare to mean the same, and other spellings."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from taggit.models import Tag

from search.api import find
from search.document import Document
from search.models import Change, Synonym
from search.query import SearchQuery
from search.text.phrases import Thesaurus
from search.text.synonyms import read_rule, read_rules


def document(key: str, title: str, **values) -> Document:
    return Document(**{"kind": "service", "key": key, "title": title, "url": f"/services/{key}/", **values})


DIRECTORY = (
    document("team", "Glasgow criminal justice social work"),
    document("desk", "CJSW duty desk"),
    document("order", "Criminal record checks", summary="Social justice at work."),
    document("barlinnie", "HMP Barlinnie", summary="A prison in Glasgow."),
    document("visits", "Visitors' centre", summary="At Barlinnie, for families."),
    document("addiction", "Drug and alcohol recovery"),
)


@pytest.fixture
def found(engine, publish):
    publish(*DIRECTORY)

    def search(text: str, *rules: str, **options) -> list[str]:
        result = engine.search(SearchQuery(text=text, **options), Thesaurus(read_rules(rules)))
        return [hit.key for hit in result.hits]

    return search


CJSW = "CJSW, criminal justice social work"


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("cjsw", CJSW, ["desk", "team"]),
        ("CJSW glasgow", CJSW, ["team"]),
        ("glasgow social works", "social work, criminal justice", ["team", "order"]),
        ("Bar-L", "Bar-L, HMP Barlinnie", ["barlinnie"]),
        ("HMP Barlinnie", "Bar-L, HMP Barlinnie", ["barlinnie"]),
        ("cjsw cjsw", CJSW, ["desk", "team"]),
        ("slammer", "slammer => prison, HMP Barlinnie", ["barlinnie"]),
        ("substances", "drug and alcohol, substances", ["addiction"]),
    ],
)
def test_terms_that_mean_the_same_find_the_same(found, text, rule, expected):
    assert found(text, rule) == expected


def test_many_words_find_their_acronym(found):
    hits = found("criminal justice social work", CJSW)

    assert hits[0] == "team"
    assert set(hits) == {"team", "desk", "order"}


def test_one_direction_does_not_lead_back(found):
    assert "barlinnie" not in found("cjsw", "barlinnie => cjsw")
    assert "desk" in found("barlinnie", "barlinnie => cjsw")


def test_what_was_typed_comes_before_what_means_the_same(found):
    assert found("barlinnie", "barlinnie, cjsw")[0] == "barlinnie"
    assert found("cjsw", "barlinnie, cjsw")[0] == "desk"


def test_a_phrase_in_quotation_marks_is_taken_as_it_stands(found):
    assert found('"cjsw"', CJSW) == ["desk"]


def test_rules_in_a_circle_do_no_harm(found):
    assert "desk" in found("aaaa", "aaaa => bbbb", "bbbb => aaaa, cjsw", "aaaa => cjsw", "aaaa, aaaa b, aaaa b c")


def test_hundreds_of_rules_for_one_word_are_bounded(found):
    assert found("desk", *(f"desk, word{number} of{number} many{number}" for number in range(800))) == ["desk"]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("counselor", "counsellor"),
        ("counselling", "counseling"),
        ("organization", "organisation"),
        ("rehabilitation program", "rehabilitation programme"),
        ("neighborhood", "neighbourhood"),
        ("prison licence", "prison license"),
        ("recognise", "recognize"),
        ("community center", "community centre"),
        ("skillful", "skilful"),
    ],
)
def test_british_and_american_spelling_find_each_other_first(engine, publish, text, other):
    publish(document("x", "Elsewhere", summary=other))

    result = engine.search(SearchQuery(text=text))

    assert [hit.key for hit in result.hits] == ["x"]
    assert result.did_you_mean is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "at least two"),
        ("alone", "at least two"),
        ("Same, same, SAME", "at least two"),
        ("a, ,;!, ", "at least two"),
        ("a => b => c", "once"),
        ("=> b", "each side"),
        ("a =>", "each side"),
        ("a, b => a", "something else"),
        ("a, one two three four five six seven eight nine", "more than 8 words"),
        (", ".join(f"w{number}" for number in range(21)), "at most 20 terms"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused_in_plain_words(text, message):
    with pytest.raises(ValueError, match=message):
        read_rule(text)
    with pytest.raises(ValidationError, match=message):
        Synonym(terms=text).clean()


def titles(text: str) -> list[str]:
    return [hit.title for hit in find(SearchQuery(text=text)).hits]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("findable_tags")
class TestLive:
    def test_a_change_is_live_with_the_next_search(self):
        Tag.objects.create(name="CJSW", slug="cjsw")
        assert titles("social work") == []

        synonym = Synonym.objects.create(terms="CJSW, social work")
        assert titles("social work") == ["CJSW"]

        synonym.terms = "CJSW, probation"
        synonym.save()
        assert titles("social work") == []
        assert titles("probation") == ["CJSW"]

        Synonym.objects.all().delete()
        assert titles("probation") == []

    def test_a_rule_that_got_past_the_form_is_left_out(self):
        Tag.objects.create(name="CJSW", slug="cjsw")
        Synonym.objects.create(terms="=>")
        Synonym.objects.create(terms="CJSW, social work")

        assert titles("social work") == ["CJSW"]

    def test_one_query_for_a_search_and_two_more_when_something_changed(self, django_assert_num_queries):
        Tag.objects.create(name="CJSW", slug="cjsw")
        Synonym.objects.create(terms="CJSW, social work")

        # What editors decided, and the phrases of terms.
        with django_assert_num_queries(3):
            titles("social work")
        with django_assert_num_queries(1):
            titles("social work")
        with django_assert_num_queries(1):
            find(SearchQuery())

    def test_the_admin_keeps_synonyms_with_their_history(self, admin_client: Client):
        add = "/admin/snippets/search/synonym/add/"
        refused = admin_client.post(add, {"terms": "alone", "note": ""}).content.decode()
        assert "Write at least two different terms" in refused

        admin_client.post(add, {"terms": "CJSW, social work", "note": ""})
        synonym = Synonym.objects.get()
        admin_client.post(f"/admin/snippets/search/synonym/edit/{synonym.pk}/", {"terms": "CJSW, probation"})

        assert Synonym.objects.get().terms == "CJSW, probation"
        assert synonym.revisions.count() == 2
        assert Change.objects.filter(kind="editorial").count() >= 2
        listing = admin_client.get("/admin/snippets/search/synonym/?q=prob").content.decode()
        assert "CJSW, probation" in listing
