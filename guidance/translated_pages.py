"""Pages in several languages: where each is, which are listed, and who may read them.

A page is written first in the hub's own language. What has no translation is shown so, at an address of the language
that was asked for.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from directory.navigation.languages import in_answered_language, language_of
from search.languages import answered_language, is_in_own_language, is_multilingual, own_language

from .managers import published_pages


class TranslatedPage(models.Model):
    """A page that is found in every language of the hub. With one language alone it is a page like any other."""

    class Meta:
        abstract = True

    @property
    def is_shown_instead(self) -> bool:
        """Whether another language was asked for than it is in."""
        return is_in_another_language(self.url_path)

    def get_url_parts(self, request: Any = None) -> Any:
        """Where the language that is answered has it, so that whoever reads one language stays there."""
        parts = super().get_url_parts(request)
        if not parts or parts[2] is None:
            return parts
        return (*parts[:2], in_answered_language(parts[2]))

    @cached_property
    def other_languages(self) -> dict[str, Page]:
        """The same page in other languages, as far as anyone may read it. One query, and none with one language."""
        if not is_multilingual():
            return {}
        return {page.locale.language_code: page for page in translations_of(self) if page.pk != self.pk}


def is_in_another_language(url_path: str) -> bool:
    """Whether the page with this `url_path` is in another language than the one that is answered.

    By the home page that it lies below: those are known without asking. One that is not saved yet is in none.
    """
    if is_in_own_language():
        return False
    roots = Site.get_site_root_paths()
    language = next((root.language_code for root in roots if url_path.startswith(root.root_path)), "")
    return language not in ("", answered_language())


def translations_of(page: Page) -> models.QuerySet[Page]:
    """This page in each language that has it. A mere copy that follows the original is none."""
    pages = published_pages().exclude(is_copy_in_another_language()).filter(translation_key=page.translation_key)
    return pages.select_related("locale").order_by("pk")


def is_copy_in_another_language() -> models.Q:
    return models.Q(alias_of__isnull=False) & ~models.Q(locale__language_code=own_language())


def languages_by_key(pages: Iterable[Page]) -> dict[UUID, dict[str, int]]:
    """In which languages anyone may read these pages, and as which page each. One query."""
    written = published_pages().exclude(is_copy_in_another_language())
    rows = written.filter(translation_key__in={page.translation_key for page in pages})
    found: dict[UUID, dict[str, int]] = {}
    for key, language, pk in rows.values_list("translation_key", "locale__language_code", "pk"):
        found.setdefault(key, {})[language] = pk
    return found


def at_address(pages: models.QuerySet[Page], site: Site, path: str) -> models.QuerySet[Page]:
    """Those of the pages that answer at this path, a translation before the page that is shown in its place."""
    root = site.root_page.url_path.rstrip("/")
    asked = language_of(path)
    if not is_multilingual() or asked is None:
        return pages.filter(url_path=f"{root}{path}")
    roots = {each.language_code: each.root_path.rstrip("/") for each in Site.get_site_root_paths()}
    translated = f"{roots.get(asked.language, root)}{asked.path}"
    is_original = models.Case(models.When(url_path=translated, then=0), default=1)
    return pages.filter(url_path__in=(translated, f"{root}{asked.path}")).order_by(is_original)
