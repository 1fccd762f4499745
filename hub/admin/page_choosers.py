"""Which pages somebody sees while choosing one. Wagtail shows every page, drafts too, to anybody who is signed in."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from guidance.managers import published_pages

LONGEST_KEY = 19
WORKS_ON = frozenset({"add", "change", "publish", "bulk_delete", "lock", "unlock"})


def visible_to(user: Any, pages: QuerySet[Page] | None = None) -> QuerySet[Page]:
    """Those pages that anyone may read, the root they hang on, and those that this member of staff works on."""
    pages = Page.objects.all() if pages is None else pages
    if user.is_superuser:
        return pages
    own = page_permission_policy.instances_user_has_any_permission_for(user, WORKS_ON)
    return pages.filter(Q(pk__in=published_pages().values("pk")) | Q(pk__in=own.values("pk")) | Q(depth=1))


def limit_to_visible_pages(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Leave out of the window what its reader may not see."""
    return visible_to(request.user, pages)


class VisiblePagesBrowseView(BrowseView):
    """Refuses to list what lies below a page that must not be seen: the window names that page and those above it."""

    def filter_object_list(self, pages: QuerySet[Page]) -> QuerySet[Page]:
        above = self.parent_page.get_ancestors(inclusive=True)
        if visible_to(self.request.user, above).count() < above.count():
            raise PermissionDenied
        return super().filter_object_list(pages)


class VisiblePagesChosenMultipleView(ChosenMultipleView):
    """Refuses to tell the title of a page that must not be seen. Wagtail breaks at what is no number or the root."""

    def get(self, request: HttpRequest) -> Any:
        keys = [key for key in request.GET.getlist("id") if key.isdecimal() and len(key) < LONGEST_KEY]
        chosen = Page.objects.filter(pk__in=keys)
        if visible_to(request.user, chosen).count() < chosen.count():
            raise PermissionDenied
        request.GET = request.GET.copy()
        request.GET.setlist("id", [str(key) for key in chosen.filter(depth__gt=1).values_list("pk", flat=True)])
        return super().get(request)
