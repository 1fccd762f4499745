"""Guides and stories that other pages name: those that anyone may read at this moment."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from directory.models import Service
from guidance.models import GuidePage, ServiceGuide, StoryGuide, StoryPage
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> Service:
    return ServiceFactory(slug="gate")


@pytest.fixture
def guide(service: Service) -> GuidePage:
    guide = make_guide(make_stage(make_section(), "Set it up"), "Checks before work", short_title="Checks")
    ServiceGuide.objects.create(service=service, guide=guide)
    return guide


@pytest.fixture
def story(service: Service, guide: GuidePage) -> StoryPage:
    story = make_story(make_stories(), "A year at the gate", service=service)
    story.guide_links = [StoryGuide(guide=guide)]
    story.save_revision().publish()
    story.refresh_from_db()
    return story


def text(client: Client, page: Any) -> str:
    return client.get(page.url if isinstance(page, Page) else page.get_absolute_url()).content.decode()


def test_each_is_named_with_its_address(client: Client, service: Service, guide: GuidePage, story: StoryPage) -> None:
    assert f'href="{guide.url}">Checks before work</a>' in text(client, service)
    assert f'href="{story.url}">A year at the gate</a>' in text(client, service)
    assert f'href="{guide.url}">Checks</a>' in text(client, story)


def test_what_ends_leaves_without_the_scheduler(
    client: Client, service: Service, guide: GuidePage, story: StoryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = timezone.now() + timedelta(minutes=5)
    for page in (guide, story):
        page.expire_at = ends
        page.save()
    # The story names its guide until then, and so does the service name both.
    assert "Checks</a>" in text(client, story)
    assert "Checks before work</a>" in text(client, service)
    monkeypatch.setattr("django.utils.timezone.now", lambda: ends + timedelta(seconds=1))
    html = text(client, service)
    assert "Checks before work</a>" not in html
    assert "A year at the gate</a>" not in html
    assert "Checks</a>" not in text(client, story)


@pytest.mark.parametrize("kind", ["guide", "story"])
def test_what_is_hidden_renamed_or_withdrawn_is_seen_by_the_next_request(
    client: Client, service: Service, guide: GuidePage, story: StoryPage, kind: str
) -> None:
    page = {"guide": guide, "story": story}[kind]
    assert f">{page.title}</a>" in text(client, service)
    page.title = "Another title"
    page.save_revision().publish()
    assert ">Another title</a>" in text(client, service)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert ">Another title</a>" not in text(client, service)
    restriction.delete()
    assert ">Another title</a>" in text(client, service)
    page.unpublish()
    assert ">Another title</a>" not in text(client, service)


def test_more_of_them_take_no_more_statements(client: Client, service: Service, story: StoryPage) -> None:
    def asked() -> int:
        text(client, service)
        with CaptureQueriesContext(connection) as statements:
            text(client, service)
        return len(statements)

    few = asked()
    stage = Page.objects.get(slug="set-it-up").specific
    for number in range(5):
        ServiceGuide.objects.create(service=service, guide=make_guide(stage, f"Guide {number}"))
        make_story(story.get_parent().specific, f"Story {number}", service=service, live=True)
    assert "Guide 4</a>" in text(client, service)
    assert "Story 4</a>" in text(client, service)
    assert asked() <= few
