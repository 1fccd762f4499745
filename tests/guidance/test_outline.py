"""The outline: numbers, order, neighbours, and a number of queries that does not grow."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guidance.models import GuidanceIndexPage
from guidance.outline import Outline
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def section() -> GuidanceIndexPage:
    section = make_section()
    first = make_stage(section, "First")
    make_guide(first, "Reading")
    second = make_stage(section, "Second")
    make_guide(second, "Practice A", is_practice=True, short_title="A")
    make_guide(second, "Extra")
    make_guide(second, "Practice B", is_practice=True)
    return section


def test_practices_are_numbered_and_the_rest_are_not(section: GuidanceIndexPage) -> None:
    second = section.outline().stages[1]
    assert [(guide.title, guide.number) for guide in second.guides] == [
        ("A", "2.1"),
        ("Extra", ""),
        ("Practice B", "2.2"),
    ]
    assert [guide.title for guide in second.practices] == ["A", "Practice B"]
    assert [guide.title for guide in second.readings] == ["Extra"]


def test_neighbours_follow_the_reading_order(section: GuidanceIndexPage) -> None:
    outline = section.outline()
    first, second = outline.stages
    assert outline.neighbours(first.pk) == {"previous_page": None, "next_page": first.guides[0]}
    assert outline.neighbours(second.pk)["previous_page"] == first.guides[0]
    assert outline.neighbours(second.guides[-1].pk)["next_page"] is None
    assert outline.neighbours(-1) == {"previous_page": None, "next_page": None}


def test_addresses_are_those_of_the_pages(section: GuidanceIndexPage) -> None:
    stage = section.outline().stages[1]
    assert stage.url == "/guidance/second/"
    assert stage.guides[0].url == "/guidance/second/practice-a/"


def test_drafts_and_private_pages_are_left_out(section: GuidanceIndexPage) -> None:
    first, second = section.get_children().specific()
    make_guide(first, "Draft", live=False)
    PageViewRestriction.objects.create(page=second, restriction_type=PageViewRestriction.LOGIN)
    outline = section.outline()
    assert [stage.title for stage in outline.stages] == ["First"]
    assert [guide.title for guide in outline.stages[0].guides] == ["Reading"]


def test_an_empty_section_says_so(client: Client) -> None:
    section = make_section()
    assert section.outline() == Outline(())
    assert "being written" in client.get(section.url).content.decode()


def queries_for(client: Client, address: str) -> int:
    # The first page after a change reads its layout.
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/guidance/", "/guidance/second/", "/guidance/second/practice-a/"])
def test_queries_do_not_grow_with_the_guidance(client: Client, section: GuidanceIndexPage, address: str) -> None:
    before = queries_for(client, address)
    for number in range(3):
        stage = make_stage(section, f"Stage {number}")
        for guide in range(3):
            make_guide(stage, f"Guide {guide}", is_practice=True)
    assert queries_for(client, address) == before
    assert before <= 16


def test_it_is_read_once_until_something_changes(section: GuidanceIndexPage, django_assert_num_queries) -> None:
    section.outline()
    # Whether anything changed.
    with django_assert_num_queries(1):
        assert section.outline().stages
    make_stage(section, "Third")
    assert [stage.title for stage in section.outline().stages] == ["First", "Second", "Third"]


def test_what_expires_leaves_it_at_that_moment(section: GuidanceIndexPage, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = timezone.now() + timedelta(minutes=5)
    make_stage(section, "Short-lived", expire_at=soon)
    assert [stage.title for stage in section.outline().stages] == ["First", "Second", "Short-lived"]
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(seconds=1))
    assert [stage.title for stage in section.outline().stages] == ["First", "Second"]


def test_a_draft_of_the_section_gives_nobody_else_its_address(section: GuidanceIndexPage) -> None:
    draft = GuidanceIndexPage.objects.get(pk=section.pk)
    draft.slug = "draft"
    draft.set_url_path(section.get_parent())
    assert draft.outline().stages[0].url == "/draft/first/"
    assert section.outline().stages[0].url == "/guidance/first/"
