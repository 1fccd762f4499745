"""Editors keep what people say with the term; it counts with the next search."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client

from directory.models import Taxonomy, TaxonomyTerm
from directory.vocabulary.loading import load_terms, read_phrase_texts
from directory.vocabulary.taxonomies import TAXONOMIES
from search.api import find
from search.query import SearchQuery
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def housing() -> TaxonomyTerm:
    taxonomy = Taxonomy.objects.get_or_create(slug="need", defaults={"name": "Help with"})[0]
    return TaxonomyTerm.objects.create(taxonomy=taxonomy, slug="housing", name="Housing", phrases="rough sleeping")


def names(text: str) -> list[str]:
    return [hit.title for hit in find(SearchQuery(text=text, kinds=("service",))).hits]


@pytest.mark.django_db(transaction=True)
def test_a_phrase_counts_with_the_next_search(housing):
    service = ServiceFactory(name="Keys")
    service.needs.set([housing])
    service.save()
    assert names("sofa surfing") == []

    housing.phrases += "\nsofa surfing"
    housing.save()

    assert names("sofa surfing") == names("rough sleeping") == ["Keys"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fine\n!!!", "has no word"),
        ("one two three four five six seven eight nine", "more than 8 words"),
        ("\n".join(f"word{number}" for number in range(501)), "at most 500"),
    ],
)
def test_lines_that_nobody_could_type_are_refused(housing, text, message):
    housing.phrases = text
    with pytest.raises(ValidationError, match=message):
        housing.full_clean()


def test_lines_are_tidied(housing):
    housing.phrases = "  rough   sleeping \n\nROUGH-SLEEPING\nnae hoose\n"
    housing.full_clean()
    assert housing.phrases == "rough sleeping\nnae hoose"


def test_the_editor_keeps_them_with_the_term(housing, admin_client: Client):
    address = f"/admin/snippets/directory/taxonomyterm/edit/{housing.pk}/"
    page = admin_client.get(address).content.decode()
    assert "What people say for it" in page
    assert "rough sleeping" in page
    values = {"taxonomy": housing.taxonomy_id, "name": "Housing", "slug": "housing", "position": 0}
    refused = admin_client.post(address, {**values, "phrases": "kip\n???"}).content.decode()
    assert "has no word" in refused
    assert "kip" in refused, "nothing typed is lost"
    admin_client.post(address, {**values, "phrases": "kip", "phrases_alone": "bed", "phrases_offered": ""})
    housing.refresh_from_db()
    assert (housing.phrases, housing.phrases_alone) == ("kip", "bed")


class TestLoading:
    def test_the_command_loads_every_term_with_phrases(self, capsys):
        call_command("load_terms")
        for taxonomy, (_, terms) in TAXONOMIES.items():
            for slug, _ in terms:
                assert TaxonomyTerm.objects.get(taxonomy__slug=taxonomy, slug=slug).phrases, slug
        assert "phrases." in capsys.readouterr().out

    def test_what_an_editor_changed_stays(self):
        load_terms()
        term = TaxonomyTerm.objects.get(slug="housing")
        term.phrases, term.phrases_alone, term.phrases_offered, term.name = "only this", "", "", "Homes"
        term.save()
        load_terms()
        term.refresh_from_db()
        assert (term.name, term.phrases) == ("Homes", "only this")

    def test_every_phrase_that_comes_with_the_code_is_one_an_editor_could_save(self):
        load_terms()
        assert set(read_phrase_texts()) <= {
            (taxonomy, slug) for taxonomy, (_, terms) in TAXONOMIES.items() for slug, _ in terms
        }
        for term in TaxonomyTerm.objects.all():
            before = (term.phrases, term.phrases_alone, term.phrases_offered)
            term.full_clean()
            assert (term.phrases, term.phrases_alone, term.phrases_offered) == before, term.slug
