"""A kept page is never answered for another language."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.models import GuidePage
from hub.page_cache.storage import store
from hub.settings.languages import MIDDLEWARE, PAGE_CACHE
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.translations import translate
from tests.hub.translation.pseudo_language import OPEN


@pytest.fixture(autouse=True)
def kept_pages(settings: Any) -> Iterator[None]:
    before = settings.MIDDLEWARE.index(MIDDLEWARE)
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:before], PAGE_CACHE, *settings.MIDDLEWARE[before:]]
    store.clear()
    yield
    store.clear()


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up", slug="set-it-up"), "Pay", slug="pay")


ENGLISH, WELSH = "/guidance/set-it-up/pay/", "/cy/guidance/set-it-up/pay/"


def test_each_language_is_kept_apart_whatever_a_browser_prefers(guide: GuidePage) -> None:
    for first, second in ((ENGLISH, WELSH), (WELSH, ENGLISH)):
        store.clear()
        for address in (first, second, first, second):
            response = Client().get(address, headers={"Accept-Language": "cy" if address == ENGLISH else "en"})
            assert (OPEN in response.content.decode()) == (address == WELSH), address
            assert response.headers["Content-Language"] == ("cy" if address == WELSH else "en-GB")


def test_a_kept_page_asks_once_in_either_language(guide: GuidePage) -> None:
    for address in (ENGLISH, WELSH, "/", "/cy/", "/guidance/", "/cy/guidance/"):
        Client().get(address)
        with CaptureQueriesContext(connection) as asked:
            assert Client().get(address).status_code == 200
        assert len(asked) == 1, address


def test_publishing_a_translation_renews_both_languages(guide: GuidePage) -> None:
    assert "Tâl" not in Client().get(WELSH).content.decode()
    Client().get(ENGLISH)
    translation = translate(guide, "Tâl")
    assert "Tâl" in Client().get(WELSH).content.decode()
    assert 'rel="alternate" hreflang="cy"' in Client().get(ENGLISH).content.decode()
    translation.unpublish()
    assert "Tâl" not in Client().get(WELSH).content.decode()
