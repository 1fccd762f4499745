"""A hub in English and Welsh, in which every text of the hub itself is marked in Welsh."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.utils.translation import trans_real
from wagtail.models import Locale

from hub.settings.languages import MIDDLEWARE, language_settings
from tests.factories.translations import LANGUAGE

# Imported before anything is set: the hub decides on its addresses when it is imported.
from tests.hub.languages import urls
from tests.hub.translation.pseudo_language import MarkedLanguage

NEWEST_CHANGE = "hub.middleware.newest_change.newest_change_middleware"


@pytest.fixture(autouse=True)
def two_languages(db: None, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, value in language_settings(["en-gb", LANGUAGE]).items():
        setattr(settings, name, value)
    after = settings.MIDDLEWARE.index(NEWEST_CHANGE) + 1
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:after], MIDDLEWARE, *settings.MIDDLEWARE[after:]]
    settings.ROOT_URLCONF = urls.__name__
    monkeypatch.setitem(trans_real._translations, LANGUAGE, MarkedLanguage(LANGUAGE))
    Locale.objects.get_or_create(language_code=LANGUAGE)
    # Where it keeps the home pages of the site.
    cache.clear()
    yield
    cache.clear()
