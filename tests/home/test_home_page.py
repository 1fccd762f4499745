"""The home page, from the first request to a fresh database on."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from directory.models import Taxonomy
from home.models import HomePage
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.guidance import home_page, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db


def test_a_fresh_database_answers_at_the_root(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    html = response.content.decode()
    assert "Support from someone who has been there" in html
    for address in ("/find/", "/guidance/", "/enquiries/new/"):
        assert f'href="{address}"' in html
    assert 'style="' not in html
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert Page.find_problems() == ([], [], [], [], [])


def test_settings_lead_to_the_finder_with_their_counts(client: Client) -> None:
    TermFactory(slug="court", name="Court", taxonomy=Taxonomy.SETTING)
    TermFactory(slug="licence", name="On licence", taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", name="Housing", taxonomy=Taxonomy.NEED)
    ServiceFactory(settings=["court"])
    ServiceFactory(settings=["court"], live=False)
    ServiceFactory(settings=["court"], status="defunct")
    html = client.get("/").content.decode()
    counts = re.findall(r'href="/find/\?setting=([a-z]+)".*?hub-settings__count">(\d+ \w+)<', html, re.DOTALL)
    assert dict(counts) == {"court": "1 service", "licence": "0 services"}


def test_the_chosen_story_leads_and_two_others_follow(client: Client) -> None:
    section = make_stories()
    titles = [f"Story {number}" for number in range(4)]
    stories = [make_story(section, title) for title in titles]
    for story in stories:
        story.save_revision().publish()
    home = home_page()
    assert home.stories()[0].title == "Story 3"
    home.lead_story = stories[0]
    lead, others = home.stories()
    assert (lead.title, [story.title for story in others]) == ("Story 0", ["Story 3", "Story 2"])
    stories[0].refresh_from_db()
    stories[0].unpublish()
    assert home.stories()[0].title == "Story 3"


def test_queries_do_not_grow(client: Client) -> None:
    def queries() -> int:
        # The first request after a change reads what is then remembered.
        client.get("/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    section, stories = make_section(), make_stories()
    make_stage(section, "One")
    ServiceFactory(settings=["court"])
    make_story(stories, "Story", service=ServiceFactory()).save_revision().publish()
    before = queries()
    for number in range(4):
        make_stage(section, f"More {number}")
        ServiceFactory(settings=["court", "licence"])
        make_story(stories, f"Story {number}", service=ServiceFactory()).save_revision().publish()
    assert queries() == before
    assert before <= 18
