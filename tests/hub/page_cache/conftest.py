"""The site as it is served, with kept pages."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from hub.page_cache import middleware
from hub.page_cache.one_at_a_time import NotKept
from hub.page_cache.storage import store


@pytest.fixture(autouse=True)
def kept_pages(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(middleware, "not_kept", NotKept())
    after = settings.MIDDLEWARE.index("hub.middleware.newest_change.newest_change_middleware") + 1
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:after], django_settings.PAGE_CACHE, *settings.MIDDLEWARE[after:]]
    store.clear()
    yield
    store.clear()


@pytest.fixture
def reader() -> Client:
    """A browser that has never been here."""
    return Client()
