"""A system check of every page type: in a second language each page has to be found, and stay restricted, as here."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error
from wagtail.models import Page, get_page_models

from .managers import PublishedPageQuerySet
from .restricted_pages import RestrictedPage
from .translated_pages import TranslatedPage

HINT = "Inherit, before Page: a class of guidance/restricted_pages.py and TranslatedPage. See docs/translating.md."
LISTED = "Give it `objects` made from PublishedPageQuerySet. See docs/translating.md."


def page_types_have_every_language(*args: Any, **options: Any) -> list[CheckMessage]:
    """The frame asks each page for its translations, and a translation is as restricted as its original."""
    return [message for model in get_page_models() if model is not Page for message in _problems(model)]


def _problems(model: type[Page]) -> Iterator[CheckMessage]:
    if not _goes_before_page(TranslatedPage, model):
        yield Error("Its pages have no address in a second language.", hint=HINT, obj=model, id="guidance.E001")
    if not _goes_before_page(RestrictedPage, model):
        yield Error("Its translations are not restricted as it is.", hint=HINT, obj=model, id="guidance.E002")
    if not isinstance(model._default_manager.all(), PublishedPageQuerySet):
        yield Error("Lists cannot hold each of its pages once.", hint=LISTED, obj=model, id="guidance.E003")


def _goes_before_page(base: type, model: type[Page]) -> bool:
    """Whether what it says holds, and not what Wagtail's own page says."""
    order = model.__mro__
    return base in order and order.index(base) < order.index(Page)
