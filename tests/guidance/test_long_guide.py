"""A guide asks the database no more for having many blocks and links."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
MANY = 40
MOST_STATEMENTS = 12


def link(page: Page) -> str:
    return f'<p>As in <a linktype="page" id="{page.pk}">{page.title}</a>.</p>'


def blocks(pages: list[Page]) -> list[tuple[str, Any]]:
    """A heading, a text, a callout and a list of steps for each page, the last three with a link to it."""
    found: list[tuple[str, Any]] = []
    for page in pages:
        found += [
            ("heading", f"About {page.title}"),
            ("text", link(page)),
            ("callout", {"title": page.title, "text": link(page)}),
        ]
    return found


def statements(path: str) -> int:
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.fixture
def guides() -> list[Page]:
    stage = make_stage(make_section(), "Stage")
    return [make_guide(stage, f"Guide {number}") for number in range(MANY)]


def fill(page: Page, linked: list[Page]) -> None:
    page.body = blocks(linked)
    page.save_revision().publish()


def test_many_blocks_and_links_cost_no_statement_more(guides: list[Page]) -> None:
    guide = guides[0]
    fill(guide, guides[1:2])
    few = statements(guide.url)
    fill(guide, guides[1:])
    assert statements(guide.url) == few <= MOST_STATEMENTS
    html = Client().get(guide.url).content.decode()
    assert all(html.count(f'href="{other.url}"') >= 3 for other in guides[1:]), "each link leads to its page"


def test_a_link_to_what_nobody_may_read_is_words_alone(guides: list[Page]) -> None:
    fill(guides[0], guides[1:])
    guides[5].unpublish()
    html = Client().get(guides[0].url).content.decode()
    assert "Guide 5" in html
    assert f'href="{guides[5].url}"' not in html
