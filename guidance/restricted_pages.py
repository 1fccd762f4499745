"""Which restrictions hold for a page, with one statement where Wagtail's own way takes two.

Hardly any site restricts a page, so it is asked first whether there is a restriction at all.
"""

from django.db import models
from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction

from search.languages import is_multilingual, own_language


class RestrictedPage(models.Model):
    """A page that knows the restrictions of itself, of those above it, and of what any of them is an alias of.

    What holds for a page in the hub's own language holds for it in every other: a translation brings none along.
    """

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        restrictions = list(PageViewRestriction.objects.select_related("page"))
        if not restrictions:
            return PageViewRestriction.objects.none()
        paths = [*self._paths(), *self._paths_in_own_language()]
        sources = _sources_of(paths)
        holding = [each.pk for each in restrictions if each.page.path in paths or each.page_id in sources]
        return PageViewRestriction.objects.filter(pk__in=holding)

    def _paths(self) -> list[str]:
        """Of this page and of all above it."""
        return _paths_down_to(self.path)

    def _paths_in_own_language(self) -> list[str]:
        """The same of what this page is a translation of."""
        if not is_multilingual():
            return []
        same = Page.objects.filter(translation_key=self.translation_key, locale__language_code=own_language())
        return [path for found in same.values_list("path", flat=True) for path in _paths_down_to(found)]


class RestrictedInEveryLanguage(RestrictedPage):
    """The same where a hub has several languages; with one alone Wagtail's own way."""

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        return super().get_view_restrictions() if is_multilingual() else Page.get_view_restrictions(self)


def _paths_down_to(path: str) -> list[str]:
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def _sources_of(paths: list[str]) -> set[int]:
    """The pages that those at these paths are aliases of; an alias may be one of an alias."""
    sources: set[int] = set()
    found = set(Page.objects.filter(path__in=paths, alias_of__isnull=False).values_list("alias_of", flat=True))
    while found - sources:
        sources |= found
        found = set(Page.objects.filter(pk__in=sources, alias_of__isnull=False).values_list("alias_of", flat=True))
    return sources
