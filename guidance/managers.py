"""Which pages anyone may read: the one rule for lists, menus and the search index."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet


class PublishedPageQuerySet(PageQuerySet):
    """Reads of pages, as verbs."""

    def published(self) -> "PublishedPageQuerySet":
        """Pages that anyone may read now.

        A page that only some may read, or that lies below one, is on no list at all, not even for those who may:
        lists, menus and the index are the same for everybody.
        """
        return self.live().public().filter(Q(expire_at=None) | Q(expire_at__gt=timezone.now()))

    def private_q(self) -> Q:
        """Pages that a restriction holds for. Part of the statement: Wagtail's own asks the database beforehand."""
        here = ExpressionWrapper(OuterRef("path"), CharField())
        above = PageViewRestriction.objects.alias(here=here).filter(here__startswith=F("page__path"))
        return Q(Exists(above))


class PublishedPageManager(PageManager.from_queryset(PublishedPageQuerySet)):  # type: ignore[misc]
    """The manager of page types that readers see."""


def published_pages() -> PublishedPageQuerySet:
    """Published pages of every type, without what only their type holds."""
    return PublishedPageQuerySet(Page).published()
