"""Pages of the demo whose middle was drawn for somebody before."""

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from guidance.models import GuidePage, StagePage, StoryPage
from home.models import HomePage, StandardPage

pytestmark = pytest.mark.django_db


def shown(page: Page) -> str:
    """The page without tokens, of which each answer has others."""
    html = Client().get(page.url).content.decode()
    return re.sub(r'nonce="[^"]*"|value="[^"]{64}"', "", html)


@pytest.mark.parametrize("model", [HomePage, StandardPage, StagePage, GuidePage, StoryPage])
def test_the_second_reader_sees_what_the_first_saw(shared_demo: None, settings: Any, model: type[Page]) -> None:
    settings.DRAWN_PAGES_KEPT = 3
    page = model.objects.live().first()
    first = shown(page)
    title = " ".join(re.search(r"<title>(.*?)</title>", first, re.DOTALL)[1].split())
    named = page.seo_title or getattr(page, "heading", page.title)
    assert title.startswith(f"Stage 1: {named}" if model is StagePage else named)
    assert shown(page) == first
