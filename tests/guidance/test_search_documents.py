"""Guides, stages and stories are found as soon as they are public, and not a moment longer."""

from collections.abc import Iterator

import pytest
from wagtail.models import PageViewRestriction, Site

from guidance.demo.building import stream_value, text
from guidance.models import GuidePage
from search.api import find
from search.query import SearchQuery
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db


def found(words: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.url) for hit in find(SearchQuery(text=words)).hits]


def test_each_kind_is_found_by_its_words() -> None:
    stage = make_stage(make_section(), "Gladstone")
    body = stream_value(GuidePage._meta.get_field("body"), [text("<p>Kelvingrove</p>")])
    make_guide(stage, "A guide", body=body)
    make_story(make_stories(), "Dennistoun").save_revision().publish()
    assert found("gladstone") == [("stage", "/guidance/gladstone/")]
    assert found("kelvingrove") == [("guide", "/guidance/gladstone/a-guide/")]
    assert found("dennistoun") == [("story", "/stories/dennistoun/")]


def test_drafts_and_what_was_taken_down_are_not_found() -> None:
    story = make_story(make_stories(), "Dennistoun")
    assert found("dennistoun") == []
    story.save_revision().publish()
    assert len(found("dennistoun")) == 1
    story.refresh_from_db()
    story.unpublish()
    assert found("dennistoun") == []


def test_private_pages_are_not_found() -> None:
    stage = make_stage(make_section(), "Gladstone")
    make_guide(stage, "Kelvingrove")
    assert len(found("kelvingrove")) == 1
    PageViewRestriction.objects.create(page=stage, restriction_type=PageViewRestriction.LOGIN)
    assert found("kelvingrove") == []
    assert found("gladstone") == []


@pytest.fixture
def site() -> Iterator[Site]:
    """The only site; what it changes is known to this test alone."""
    yield Site.objects.get()
    Site.clear_site_root_paths_cache()


def test_a_site_that_starts_elsewhere_gives_pages_other_addresses_or_none(site: Site) -> None:
    section = make_section()
    make_stage(section, "Gladstone")
    make_story(make_stories(), "Dennistoun").save_revision().publish()
    assert found("gladstone") == [("stage", "/guidance/gladstone/")]

    site.root_page = section
    site.save()

    assert found("gladstone") == [("stage", "/gladstone/")]
    assert found("dennistoun") == []


def test_a_story_is_found_by_the_new_name_of_its_service() -> None:
    service = ServiceFactory(name="Oldname")
    make_story(make_stories(), "Dennistoun", service=service).save_revision().publish()
    service.name = "Partickhill"
    service.save()
    assert ("story", "/stories/dennistoun/") in found("partickhill")
