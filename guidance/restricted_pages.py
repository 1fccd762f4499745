"""Which restrictions hold for a page, with one statement where Wagtail's own way takes two.

Hardly any site restricts a page, so it is asked first whether there is a restriction at all.
"""

from django.db import models
from django.db.models import QuerySet
from wagtail.models import Page, PageViewRestriction


class RestrictedPage(models.Model):
    """A page that knows the restrictions of itself, of those above it, and of what any of them is an alias of."""

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        restrictions = list(PageViewRestriction.objects.select_related("page"))
        if not restrictions:
            return PageViewRestriction.objects.none()
        sources = _sources_of(self._paths())
        holding = [each.pk for each in restrictions if each.page.path in self._paths() or each.page_id in sources]
        return PageViewRestriction.objects.filter(pk__in=holding)

    def _paths(self) -> list[str]:
        """Of this page and of all above it."""
        return [self.path[:end] for end in range(Page.steplen, len(self.path) + 1, Page.steplen)]


def _sources_of(paths: list[str]) -> set[int]:
    """The pages that those at these paths are aliases of; an alias may be one of an alias."""
    sources: set[int] = set()
    found = set(Page.objects.filter(path__in=paths, alias_of__isnull=False).values_list("alias_of", flat=True))
    while found - sources:
        sources |= found
        found = set(Page.objects.filter(pk__in=sources, alias_of__isnull=False).values_list("alias_of", flat=True))
    return sources
