"""Pages of long lists in the admin: the last one answers as soon as the first."""

from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.snippets.views.snippets import IndexView


class KeysFirstPaginator(WagtailPaginator):
    """Finds the keys of a page first, then loads those rows alone.

    A database that skips a hundred thousand rows builds each of them, with all that is joined to it, to throw it away.
    Keys alone it takes from an index.
    """

    def page(self, number: Any) -> Page:
        page = super().page(number)
        rows = page.object_list
        if isinstance(rows, QuerySet) and rows.query.is_sliced:
            keys = list(rows.values_list("pk", flat=True))
            found = {row.pk: row for row in self.object_list.filter(pk__in=keys)}
            page.object_list = [found[key] for key in keys if key in found]
        return page


class DeepIndexView(IndexView):
    """A list with a whole order, so that no row is on two pages, read page by page."""

    paginator_class = KeysFirstPaginator

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        ordered = super().order_queryset(queryset)
        by = ordered.query.order_by or tuple(ordered.model._meta.ordering)
        if {"pk", "-pk", "id", "-id"} & {name for name in by if isinstance(name, str)}:
            return ordered
        # In the same direction as the last column, so that one index gives both.
        is_down = isinstance(by[-1], str) and by[-1].startswith("-") if by else False
        return ordered.order_by(*by, "-pk" if is_down else "pk")
