"""What the finder's heading and its title say of a search."""

import re

import pytest
from django.utils.html import escape

from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


def said(client, query: str) -> tuple[str, str]:
    """The heading and the title, without the name of the site."""
    text = client.get(f"/find/?{query}").content.decode()
    heading = re.search(r'id="results"[^>]*>(.*?)</h2>', text, re.DOTALL)[1].strip()
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1]
    return heading, " ".join(title.removesuffix("Peer Support Hub").strip().removesuffix("-").split())


@pytest.fixture
def services(db) -> None:
    for number in range(12):
        ServiceFactory(name=f"Kelpie {number}", postcodes=["G31 2AB"])
    ServiceFactory(name="Otter", postcodes=["G31 2AB"])


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "13 services"),
        ("q=otter", "1 service for “otter”"),
        ("q=zzyzx", "No services for “zzyzx”"),
        ("near=G31", "13 services near G31"),
        ("q=otter&near=G31", "1 service for “otter” near G31"),
    ],
)
def test_it_says_how_many_and_what_was_asked(client, services, query, heading):
    found, _ = said(client, query)
    assert found == heading


def test_the_title_says_which_page(client, services):
    heading, title = said(client, "q=kelpie&page=2")
    assert heading == "12 services for “kelpie”"
    assert title == "12 services for “kelpie”, page 2 of 2"


def test_a_long_text_is_cut_and_quotes_are_shown_as_they_are(client, services):
    heading, _ = said(client, "q=otter'%3Cb%3E" + "x" * 100)
    assert escape("otter'<b>xxxx") in heading
    assert "x" * 61 not in heading
    assert "…" in heading
