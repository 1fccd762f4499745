"""Searching everything: what is found, and what strange input gets."""

import pytest
from django.test import Client

from directory.models import TaxonomyTerm
from home.models import StandardPage
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything() -> None:
    ServiceFactory(name="Kelpie service")
    make_guide(make_stage(make_section(), "Kelpie stage"), "Kelpie guide")
    make_story(make_stories(), "Kelpie story").save_revision().publish()
    home_page().add_child(instance=StandardPage(title="Kelpie page"))


def shown(client: Client, query: str) -> set[tuple[str, str]]:
    results = client.get(f"/search/?{query}").context["results"]
    return {(hit.kind, hit.title) for hit in results.hits}


def test_all_kinds_are_mixed_and_counted(client: Client, everything: None) -> None:
    assert shown(client, "q=kelpie") == {
        ("Service", "Kelpie service"),
        ("Guide", "Kelpie guide"),
        ("Stage", "Kelpie stage"),
        ("Story", "Kelpie story"),
        ("About this site", "Kelpie page"),
    }
    kinds = client.get("/search/?q=kelpie").context["results"].kinds
    assert [(choice.label, choice.count) for choice in kinds][:2] == [("Everything", 5), ("Services", 1)]


def test_one_kind(client: Client, everything: None) -> None:
    assert shown(client, "q=kelpie&kind=guide") == {("Guide", "Kelpie guide")}
    response = client.get("/search/?q=kelpie&kind=guide")
    assert response.context["results"].kinds[0].count == 5
    assert 'aria-current="true">Guides' in response.content.decode()


def test_results_come_in_pages(client: Client) -> None:
    for number in range(12):
        ServiceFactory(name=f"Kelpie {number}")
    first, second = client.get("/search/?q=kelpie"), client.get("/search/?q=kelpie&page=2")
    titles = [hit.title for page in (first, second) for hit in page.context["results"].hits]
    assert len(titles) == len(set(titles)) == 12
    assert "?q=kelpie&amp;page=2" in first.content.decode()
    assert 'href="?q=kelpie" rel="prev"' in second.content.decode()


def test_snippets_mark_what_matched_and_escape_the_rest(client: Client) -> None:
    ServiceFactory(name="One", summary="<script>alert(1)</script> kelpie & more")
    html = client.get("/search/?q=kelpie").content.decode()
    assert "<mark>kelpie</mark>" in html
    assert "<script>alert" not in html


def test_nothing_found_says_what_to_do(client: Client, everything: None) -> None:
    html = client.get("/search/?q=zzzzzz").content.decode()
    assert "We found nothing for “zzzzzz”" in html
    assert 'href="/find/"' in html
    assert "/enquiries/new/" in html


def test_without_words_it_says_what_can_be_found(client: Client) -> None:
    response = client.get("/search/")
    assert response.context["results"] is None
    assert "What can you find here?" in response.content.decode()


STRANGE = [
    ("q=", 200),
    ("q=%00", 200),
    ("q=a%00b", 200),
    ("q=😀", 200),
    ("q=%22%27%3Cb%3E", 200),
    ("q=%ED%A0%80", 200),
    (f"q={'a' * 10_000}", 200),
    ("q=%2B%2D%28title%3A%5B", 200),
    ("q=kelpie&kind=gone", 200),
    ("q=kelpie&kind=%00", 200),
    ("q=kelpie&page=-1", 200),
    ("q=kelpie&page=0", 200),
    ("q=kelpie&page=abc", 200),
    ("q=kelpie&page=²", 200),
    ("q=kelpie&page=1000000000", 404),
    (f"q=kelpie&page={'9' * 5000}", 200),
    ("nonsense=1&q=kelpie", 200),
    ("q=kelpie&q=other&page=1&page=2", 404),
]


@pytest.mark.parametrize(("query", "status"), STRANGE)
def test_strange_input_gets_a_page(client: Client, everything: None, query: str, status: int) -> None:
    response = client.get(f"/search/?{query}")
    assert response.status_code == status
    assert "Search everything" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (f"q={'a' * 300}", "the first 200 characters"),
        ("q=kelpie&kind=gone", "We do not have that kind"),
        ("q=kelpie&page=abc", "makes no sense"),
        ("q=kelpie&page=77", "There is no page 77"),
    ],
)
def test_what_could_not_be_used_is_said(client: Client, everything: None, query: str, message: str) -> None:
    assert message in client.get(f"/search/?{query}").content.decode()


def test_only_reading_is_allowed(client: Client) -> None:
    assert client.post("/search/?q=x").status_code == 405


def test_an_organisation_comes_with_what_it_runs(client: Client, django_assert_max_num_queries) -> None:
    organization = OrganizationFactory(name="Kelpie Trust", slug="kelpie-trust", description="They mend boats.")
    for number in range(7):
        ServiceFactory(name=f"Boat {number}", slug=f"boat-{number}", organization=organization)
    client.get("/search/?q=kelpie")
    with django_assert_max_num_queries(16):
        response = client.get("/search/?q=kelpie+trust&kind=organization")
    hit = response.context["results"].hits[0]
    assert (hit.title, hit.kind, hit.more_services) == ("Kelpie Trust", "Organisation", 2)
    assert [link.url for link in hit.services] == [f"/services/boat-{number}/" for number in range(5)]
    assert "2 more" in response.content.decode()
    organization.unpublish()
    assert not client.get("/search/?q=kelpie+trust&kind=organization").context["results"].hits


def test_for_a_how_question_the_guide_comes_before_the_story(client: Client) -> None:
    stage = make_stage(make_section(), "Stage")
    make_guide(stage, "Money", lede="Wages for a peer worker and how to pay them.")
    make_story(make_stories(), "Pay a peer worker").save_revision().publish()
    titles = [hit.title for hit in client.get("/search/?q=how+do+I+pay+a+peer+worker").context["results"].hits]
    assert titles == ["Money", "Pay a peer worker"]


def test_questions_lead_to_the_guide_that_answers_them(client: Client) -> None:
    stage = make_stage(make_section(), "Stage")
    make_guide(stage, "Recruit people", questions="DBS check\nwhat about convictions")
    make_guide(stage, "Check the list", lede="A check of everything.")
    page = client.get("/search/?q=DBS+check")
    assert page.context["results"].hits[0].title == "Recruit people"
    assert "what about convictions" not in page.content.decode(), "they are found and not shown"


def test_it_says_what_was_understood(client: Client) -> None:
    ServiceFactory(name="Kelpie clinic", needs=["alcohol-and-drugs"])
    term = TaxonomyTerm.objects.get(slug="alcohol-and-drugs")
    term.name, term.phrases = "Alcohol and drugs", "detox"
    term.save()
    content = " ".join(client.get("/search/?q=detox").content.decode().split())
    assert '<a class="hub-link" href="/find/?need=alcohol-and-drugs">Alcohol and drugs</a> for “detox”' in content
    assert '<a class="hub-link" href="?q=%22detox%22">the words “detox”</a>' in content
    assert "Kelpie clinic" in content
