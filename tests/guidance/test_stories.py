"""The list of stories."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Taxonomy
from guidance.models import StoryIndexPage
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.guidance import make_stories, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories() -> StoryIndexPage:
    return make_stories()


def publish(stories: StoryIndexPage, title: str, **fields: object) -> None:
    make_story(stories, title, **fields).save_revision().publish()


def test_the_newest_leads_and_drafts_are_left_out(client: Client, stories: StoryIndexPage) -> None:
    publish(stories, "Older")
    publish(stories, "Newer")
    make_story(stories, "Draft")
    shown = client.get("/stories/").context["stories"]
    assert [story.title for story in shown] == ["Newer", "Older"]


def test_stories_from_one_setting(client: Client, stories: StoryIndexPage) -> None:
    publish(stories, "In court", setting=TermFactory(slug="court", taxonomy=Taxonomy.SETTING))
    publish(stories, "Elsewhere")
    response = client.get("/stories/?setting=court")
    assert [story.title for story in response.context["stories"]] == ["In court"]
    assert "Stories: Court" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["setting=gone", "setting=%00", "setting=%F0%9F%98%80", f"setting={'x' * 5000}", "setting='\""]
)
def test_a_setting_without_stories_says_what_to_do(client: Client, stories: StoryIndexPage, query: str) -> None:
    publish(stories, "One")
    response = client.get(f"/stories/?{query}")
    assert response.status_code == 200
    assert "all the stories" in response.content.decode() or query == "setting=%00"


@pytest.mark.parametrize("page", ["-1", "0", "abc", "1000000000", "%00", "😀"])
def test_page_numbers_that_make_no_sense_show_stories(client: Client, stories: StoryIndexPage, page: str) -> None:
    publish(stories, "One")
    response = client.get(f"/stories/?page={page}")
    assert response.status_code == 200
    assert [story.title for story in response.context["stories"]] == ["One"]


def test_queries_do_not_grow_with_the_stories(client: Client, stories: StoryIndexPage) -> None:
    def queries() -> int:
        # The first page after a change reads its layout.
        client.get("/stories/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/stories/")
        return len(captured)

    service, setting = ServiceFactory(), TermFactory(slug="court", taxonomy=Taxonomy.SETTING)
    publish(stories, "One", service=service, setting=setting)
    before = queries()
    for number in range(5):
        publish(stories, f"More {number}", service=ServiceFactory(), setting=setting)
    assert queries() == before
    assert before <= 12


def test_a_withdrawn_service_leaves_the_story_without_a_panel(client: Client, stories: StoryIndexPage) -> None:
    service = ServiceFactory(name="Was here")
    publish(stories, "One", slug="one", service=service)
    assert "The service in this story" in client.get("/stories/one/").content.decode()
    service.unpublish()
    assert "The service in this story" not in client.get("/stories/one/").content.decode()
