"""Which pages anyone may read: the one rule for lists, menus and the search index."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from search.languages import answered_language, is_multilingual, own_language


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
        return Q(Exists(above)) | _private_in_own_language() if is_multilingual() else Q(Exists(above))

    def in_language(self) -> "PublishedPageQuerySet":
        """Each page once: in the language that is answered, or as it was written first. With one language all.

        A copy in another language that follows the original is no translation.
        """
        if not is_multilingual():
            return self
        own = Q(locale__language_code=own_language())
        if answered_language() == own_language():
            return self.filter(own)
        translated = Q(locale__language_code=answered_language(), alias_of=None)
        same = published_pages().filter(translated, translation_key=OuterRef("translation_key"))
        return self.filter(translated | (own & ~Exists(same)))

    def same_as(self, key: int) -> "PublishedPageQuerySet":
        """The page with this key, or what stands for it in another language."""
        if not is_multilingual():
            return self.filter(pk=key)
        return self.filter(translation_key__in=Page.objects.filter(pk=key).values("translation_key"))


def _private_in_own_language() -> Q:
    """What only some may read is restricted in every language: a translation has no restrictions of its own."""
    same = Page.objects.filter(
        translation_key=OuterRef(OuterRef("translation_key")), locale__language_code=own_language()
    )
    here = Subquery(same.values("path")[:1], output_field=CharField())
    return Q(Exists(PageViewRestriction.objects.alias(here=here).filter(here__startswith=F("page__path"))))


class PublishedPageManager(PageManager.from_queryset(PublishedPageQuerySet)):  # type: ignore[misc]
    """The manager of page types that readers see."""


def published_pages() -> PublishedPageQuerySet:
    """Published pages of every type, without what only their type holds."""
    return PublishedPageQuerySet(Page).published()
