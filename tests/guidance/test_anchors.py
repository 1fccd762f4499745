"""The ids of headings on a whole page."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from guidance.anchors import anchor_of, anchors_of
from guidance.demo.building import heading, stream_value, text
from guidance.models import GuidePage
from tests.factories.guidance import home_page, make_guide, make_section, make_stage, make_stories, make_story

WORDS = (
    "Urgent help",
    "Main content",
    "Contents heading",
    "Site search",
    "你好",
    "Привет",
    "???",
    "🎉",
    "Twice",
    "Twice",
    "Twice 2",
    "Stage 1",
    "Stage",
    "Stage",
    "Id_name",
    "Q",
    "Ünïcode",
)


def test_no_anchor_is_empty_and_none_is_there_twice() -> None:
    anchors = anchors_of(WORDS)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9_-]*", anchor) for anchor in anchors), anchors
    assert len(set(anchors)) == len(WORDS)


def test_an_anchor_keeps_to_its_words() -> None:
    assert anchors_of(["What’s next?", "你好", "Twice", "Twice"]) == ["whats-next", "nihao", "twice", "twice-2"]


@pytest.mark.parametrize(
    "words", ["Urgent help", "Main content", "Contents heading", "Stage 2", "Stage 2 heading", "Home Q", "Results"]
)
def test_an_anchor_cannot_be_one_of_a_template(words: str) -> None:
    assert anchor_of(words).startswith("section-")


def test_templates_leave_alone_what_headings_fall_back_on() -> None:
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    assert [path for path in templates if re.search(r'id="section\b', path.read_text(encoding="utf-8"))] == []


@pytest.mark.django_db
def test_a_page_has_every_id_once_and_its_links_lead_to_its_headings(client: Client) -> None:
    section = make_section()
    body = stream_value(GuidePage._meta.get_field("body"), [*map(heading, WORDS), text("<p>Words.</p>")])
    section.closing = body
    section.save()
    stage = make_stage(section, "Start", body=body)
    guide = make_guide(stage, "A guide", body=body)
    story = make_story(make_stories(), body=body, live=True)
    for page in (section, stage, guide, story, home_page()):
        html = client.get(page.url).content.decode()
        ids = Counter(re.findall(r'\bid="([^"]*)"', html))
        assert [name for name, count in ids.items() if count > 1 or not name] == [], page
        assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids), page
    html = client.get(guide.url).content.decode()
    assert re.search(r'<section class="hub-urgent" id="urgent-help"', html)
    assert re.search(r'<h2 id="section-urgent-help">Urgent help</h2>', html)
