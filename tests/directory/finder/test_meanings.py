"""The finder says what it read a text as, with a way back to the words."""

import pytest
from django.test import Client

from directory.models import Organization, TaxonomyTerm
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def listings() -> None:
    ServiceFactory(name="Clinic", needs=["alcohol-and-drugs"])
    ServiceFactory(name="Keys", needs=["housing"])
    ServiceFactory(name="Ears", needs=["someone-to-talk-to"])
    for slug, name, said in (
        ("alcohol-and-drugs", "Alcohol and drugs", {"phrases": "detox", "phrases_alone": "drink"}),
        ("housing", "Housing", {"phrases": "rough sleeping"}),
        (
            "someone-to-talk-to",
            "Someone to talk to",
            {"phrases": "grief\nhousing worries", "phrases_offered": "coffee"},
        ),
    ):
        term = TaxonomyTerm.objects.get(slug=slug)
        term.name = name
        for field, text in said.items():
            setattr(term, field, text)
        term.save()


def page(client: Client, text: str, **more: str) -> str:
    return " ".join(client.get("/find/", {"q": text, **more}).content.decode().split())


def test_it_says_what_is_shown_and_offers_the_words_alone(client):
    content = page(client, "detox")
    assert "Showing <strong>Alcohol and drugs</strong> for “detox”." in content
    assert 'href="?q=%22detox%22">the words “detox”</a>' in content
    assert "Clinic" in content
    assert "Showing" not in page(client, '"detox"')


def test_a_term_by_its_own_name_needs_no_word_about_it(client):
    assert "Showing <strong>" not in page(client, "Housing")


def test_nothing_is_said_that_a_filter_says_already(client):
    assert "Showing <strong>" not in page(client, "detox", need="alcohol-and-drugs")


def test_two_meanings_are_both_shown_and_both_offered(client):
    TaxonomyTerm.objects.filter(slug="housing").update(phrases="grief")
    TaxonomyTerm.objects.get(slug="housing").save()
    content = page(client, "grief")
    assert "<strong>Housing</strong> and <strong>Someone to talk to</strong>" in content
    assert '<a class="hub-link" href="?need=housing">Housing</a>' in content
    assert '<a class="hub-link" href="?need=someone-to-talk-to">Someone to talk to</a>' in content


def test_what_may_be_meant_is_offered_with_the_rest_of_the_text(client):
    content = page(client, "clinic with drink")
    assert "By “drink”, did you mean" in content
    assert 'href="?q=clinic+with&amp;need=alcohol-and-drugs"' in content


def test_markup_in_a_text_stays_text(client):
    content = page(client, 'detox "><script>alert(1)</script>')
    assert "<script>alert" not in content


def test_an_organization_named_is_a_link(client):
    OrganizationFactory(name="Sacro", slug="sacro", alternate_name="Safeguarding Communities, SCRO")
    for text in ("sacro", "SACRO", "scro"):
        assert '<a class="hub-link" href="/organisations/sacro/">Sacro</a> and the services it runs' in page(
            client, text
        )
    Organization.objects.get(slug="sacro").unpublish()
    assert "and the services it runs" not in page(client, "sacro")


class TestWhoItIsFor:
    def test_a_woman_is_offered_the_person_line_without_script_or_address(self, client):
        content = page(client, "detox for a woman")
        assert "Is it for a woman?" in content
        assert 'form="person-in-text"' in content
        answer = client.post("/for/", {"back": "/find/?q=detox", "check-gender": "woman"})
        assert answer.status_code == 303
        assert "woman" not in answer["Location"]
        assert "For: <strong>woman</strong>" in page(client, "detox for a woman")
        assert "Is it for" not in page(client, "detox for a woman")

    def test_saying_one_thing_keeps_the_others(self, client):
        client.post("/for/", {"back": "/find/", "check-gender": "woman", "check-age": "40"})
        client.post("/for/", {"back": "/find/", "check-age": "17"})
        assert "woman, 17" in page(client, "")

    def test_an_empty_answer_still_empties(self, client):
        client.post("/for/", {"back": "/find/", "check-gender": "woman", "check-age": "40"})
        client.post("/for/", {"back": "/find/", "check-gender": "", "check-age": "40"})
        assert "For: <strong>40</strong>" in page(client, "")

    def test_young_people_are_asked_for_their_age(self, client):
        assert "Say how old the person is" in page(client, "young people")
