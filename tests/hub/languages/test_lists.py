"""Lists, searches and tools hold each page once, in the language that is read."""

import json
import re
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document

from guidance.models import GuidePage, ServiceGuide, StoryPage
from search.indexing.indexer import update_index
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories, make_story
from tests.factories.readiness import begin
from tests.factories.translations import translate
from tests.hub.translation.pseudo_language import OPEN

STATEMENT = {"type": "statement", "value": {"text": "We pay on time.", "identifier": "on-time"}, "id": "1"}


@pytest.fixture
def guide() -> GuidePage:
    stage = make_stage(make_section(), "Set it up", slug="set-it-up")
    make_guide(stage, "Expenses", slug="expenses", is_practice=True, shown_questions="What may be claimed?")
    return make_guide(stage, "Pay", slug="pay", is_practice=True, checklist=json.dumps([STATEMENT]))


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def found(client: Client, address: str) -> list[str]:
    """Addresses of what a search found."""
    return re.findall(r'hub-search__title"><a class="hub-link" href="([^"]*)"', text_of(client, address))


def test_the_outline_has_each_guide_once_in_the_order_and_number_of_the_original(
    guide: GuidePage, client: Client
) -> None:
    translate(guide, "Tâl")
    make_guide(guide.get_parent().specific, "Later", slug="later", is_practice=True)

    page = text_of(client, "/cy/guidance/")
    numbers = re.findall(r'hub-practices__number">([^<]*)</p>\s*<h3[^>]*><a class="hub-link" href="([^"]*)"', page)

    assert numbers == [
        ("1.1", "/cy/guidance/set-it-up/expenses/"),
        ("1.2", "/cy/guidance/set-it-up/pay/"),
        ("1.3", "/cy/guidance/set-it-up/later/"),
    ]
    assert 'lang="en-GB" dir="ltr"><a class="hub-link" href="/cy/guidance/set-it-up/expenses/">Expenses' in page
    assert "Tâl" not in text_of(client, "/guidance/")


def test_previous_and_next_lead_on_in_the_language(guide: GuidePage, client: Client) -> None:
    translate(guide, "Tâl")
    page = text_of(client, "/cy/guidance/set-it-up/expenses/")
    assert re.search(r'href="/cy/guidance/set-it-up/pay/" rel="next".*?>Tâl</span>', page, re.DOTALL)
    page = text_of(client, "/cy/guidance/set-it-up/pay/")
    assert re.search(r'href="/cy/guidance/set-it-up/expenses/" rel="prev"', page)


def test_a_guide_that_only_a_translation_has_comes_last(guide: GuidePage, client: Client) -> None:
    stage = translate(guide, "Tâl").get_parent().specific
    stage.add_child(instance=GuidePage(title="Cymru", slug="cymru", summary="Yng Nghymru", locale=stage.locale))
    page = text_of(client, "/cy/guidance/")
    assert page.index("/cy/guidance/set-it-up/pay/") < page.index("/cy/guidance/set-it-up/cymru/")
    assert "cymru" not in text_of(client, "/guidance/")
    assert client.get("/guidance/set-it-up/cymru/").status_code == 404


def test_questions_requirements_print_and_glossary_are_there_in_both(guide: GuidePage, client: Client) -> None:
    translate(guide, "Tâl")
    assert "What may be claimed?" in text_of(client, "/cy/guidance/?by=questions")
    for address in ("/cy/guidance/requirements/", "/cy/glossary/"):
        assert OPEN in text_of(client, address)
    printed = text_of(client, "/cy/guidance/print/")
    assert printed.count("<article") == 2
    assert re.search(r'<article[^>]* lang="en-GB" dir="ltr">\s*<h2[^>]*>1.1 Expenses', printed)
    assert text_of(client, "/cy/guidance/set-it-up/expenses/print/").count("<article") == 1


def test_each_page_is_found_once_in_the_language_that_is_read(guide: GuidePage, client: Client) -> None:
    translate(guide, "Pay a worker well")
    update_index(seconds=None)
    assert found(client, "/search/?q=pay") == ["/guidance/set-it-up/pay/"]
    assert found(client, "/cy/search/?q=pay") == ["/cy/guidance/set-it-up/pay/"]
    assert found(client, "/search/?q=worker+well") == []
    # What is not translated is found in both.
    assert found(client, "/search/?q=expenses") == ["/guidance/set-it-up/expenses/"]
    assert found(client, "/cy/search/?q=expenses") == ["/cy/guidance/set-it-up/expenses/"]


def test_the_index_follows_a_translation_that_comes_and_goes(guide: GuidePage, client: Client) -> None:
    assert found(client, "/cy/search/?q=pay") == ["/cy/guidance/set-it-up/pay/"]
    translation = translate(guide, "Cyflog", summary="Am gyflog", slug="cyflog", checklist=[])
    assert found(client, "/cy/search/?q=pay") == []
    assert found(client, "/cy/search/?q=cyflog") == ["/cy/guidance/set-it-up/cyflog/"]
    translation.unpublish()
    assert found(client, "/cy/search/?q=pay") == ["/cy/guidance/set-it-up/pay/"]
    assert found(client, "/cy/search/?q=cyflog") == []
    translation.get_latest_revision().publish()
    GuidePage.objects.get(pk=translation.pk).delete()
    assert found(client, "/cy/search/?q=pay") == ["/cy/guidance/set-it-up/pay/"]


def test_an_index_brought_up_to_date_by_a_welsh_page_holds_the_addresses_of_the_own_language(client: Client) -> None:
    ServiceFactory(name="Lived Experience Peers", slug="peers")
    assert found(client, "/cy/search/?q=lived+experience") == ["/cy/services/peers/"]
    assert found(client, "/search/?q=lived+experience") == ["/services/peers/"]
    call_command("search", "verify")


def test_suggestions_hold_each_page_once(guide: GuidePage, client: Client) -> None:
    translate(guide, "Pay a worker well")
    for address, expected in (("", "/guidance/set-it-up/pay/"), ("/cy", "/cy/guidance/set-it-up/pay/")):
        groups = client.get(f"{address}/search/suggestions/?q=pay").json()["groups"]
        assert [option["url"] for group in groups for option in group["options"]] == [expected]


def test_a_service_and_a_guide_point_to_each_other_in_the_language(guide: GuidePage, client: Client) -> None:
    service = ServiceFactory(name="Lived Experience Peers", slug="peers")
    ServiceGuide.objects.create(service=service, guide=guide)
    translation = translate(guide, "Tâl")
    assert 'href="/cy/services/peers/"' in text_of(client, "/cy/guidance/set-it-up/pay/")
    assert "Lived Experience Peers" in text_of(client, f"/cy/services-by-guide/{translation.pk}/")
    assert 'href="/cy/guidance/set-it-up/pay/"' in text_of(client, "/cy/services/peers/")
    assert 'href="/guidance/set-it-up/pay/"' in text_of(client, "/services/peers/")


def test_stories_are_listed_once(client: Client) -> None:
    section = make_stories()
    first, _ = (make_story(section, title, live=True) for title in ("A first story", "A second story"))
    StoryPage.objects.update(first_published_at=timezone.now())
    translate(first, "Stori")
    welsh, english = text_of(client, "/cy/stories/"), text_of(client, "/stories/")
    assert ("A first story" in welsh, "A second story" in welsh, "Stori<" in welsh) == (False, True, True)
    assert ("A first story" in english, "A second story" in english, "Stori<" in english) == (True, True, False)


def test_a_readiness_check_goes_on_in_the_other_language(guide: GuidePage) -> None:
    client = Client()
    translate(guide, "Tâl")
    begin(client)
    assert text_of(client, "/guidance/readiness/stage/set-it-up/").count("We pay on time.") >= 1
    welsh = text_of(client, "/cy/guidance/readiness/stage/set-it-up/")
    assert "We pay on time." in welsh
    assert 'href="/guidance/readiness/stage/set-it-up/"' in welsh
    assert client.cookies["readiness"]["path"] == "/"
    word = Document(BytesIO(client.get("/cy/guidance/readiness/plan/word/").content))
    assert word.core_properties.language == "cy"


@pytest.mark.parametrize(
    "path", ["/", "/guidance/", "/guidance/set-it-up/", "/guidance/set-it-up/pay/", "/find/", "/glossary/"]
)
def test_a_second_language_costs_two_queries_at_most(
    path: str, guide: GuidePage, client: Client, settings: object
) -> None:
    def asked(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as statements:
            assert client.get(address).status_code == 200
        return len(statements)

    translate(guide, "Tâl")
    languages, urls = settings.LANGUAGES, settings.ROOT_URLCONF
    settings.LANGUAGES, settings.ROOT_URLCONF, settings.WAGTAIL_I18N_ENABLED = languages[:1], "hub.urls", False
    alone = asked(path)
    settings.LANGUAGES, settings.ROOT_URLCONF, settings.WAGTAIL_I18N_ENABLED = languages, urls, True
    # The home pages of the site, of which there was one a moment ago.
    cache.clear()
    # Which home page the language has, and which other languages the page is in.
    assert asked(path) <= alone + 2
    assert asked(f"/cy{path}") <= alone + 2
