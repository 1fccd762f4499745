"""Lists of the directory in the admin: deep pages, and files of what is listed."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.ui.tables import Column
from wagtail.coreutils import multigetattr

from .pagination import DeepIndexView

ROWS_AT_ONCE = 2_000


class Batches:
    """Rows for a file, read in batches, so that a hundred thousand never stand in memory."""

    def __init__(self, rows: QuerySet) -> None:
        self.rows, self.model = rows, rows.model

    def __iter__(self) -> Iterator[Model]:
        return self.rows.iterator(chunk_size=ROWS_AT_ONCE)


class ListingView(DeepIndexView):
    """A list whose file holds what is listed, in the same order, by the same filters."""

    export_parts: tuple[str, ...] = ()

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        return super().as_spreadsheet(Batches(queryset.prefetch_related(*self.export_parts)), spreadsheet_format)


class PublicationColumn(Column):
    """Whether the public sees it, from the row alone: Wagtail's own column asks the database twice for each row."""

    def get_value(self, instance: Any) -> str:
        return publication(instance)


def publication(instance: Any) -> str:
    """What the public sees of a draft, in a word."""
    if not instance.live:
        return _("Draft")
    return _("Live, newer draft") if instance.has_unpublished_changes else _("Live")


PUBLICATION = PublicationColumn("live", label=lazy("Status"), sort_key="live")


class OrganizationListView(ListingView):
    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {**super().to_row_dict(item), "live": publication(item)}


class ServiceListView(ListingView):
    """Services; the file names their settings, needs and areas."""

    export_parts = ("settings", "needs", "service_areas__area")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        parts = {
            "settings": _names(item.settings.all()),
            "needs": _names(item.needs.all()),
            "areas": "; ".join(sorted(row.area.name for row in item.service_areas.all())),
            "live": publication(item),
        }
        return {name: parts[name] if name in parts else multigetattr(item, name) for name in self.list_export}


def _names(terms: Any) -> str:
    return "; ".join(term.name for term in sorted(terms, key=lambda term: (term.position, term.name)))
