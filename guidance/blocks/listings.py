"""Links from a page to listings of the directory."""

from copy import copy

from django.forms import Widget
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail import blocks

from directory.models import Service
from guidance.choosers import service_chooser


class ServiceChooserBlock(blocks.ChooserBlock):
    """One listing."""

    class Meta:
        icon = "group"

    @cached_property
    def target_model(self) -> type[Service]:
        return Service

    @cached_property
    def widget(self) -> Widget:
        return service_chooser.widget_class()

    def bulk_to_python(self, values: list[int | None]) -> list[Service | None]:
        """Read them together with all that a list shows, so that it need not be read again."""
        chosen = Service.objects.select_related("organization").prefetch_related("settings").in_bulk(values)
        # A listing that is chosen twice is an object twice, as Wagtail asks for.
        return [copy(chosen[key]) if key in chosen else None for key in values]


class RelatedServicesBlock(blocks.StructBlock):
    """Listings that do what the page is about. Withdrawn ones are left out."""

    title = blocks.CharBlock(max_length=100, default=lazy("Services that work this way"))
    services = blocks.ListBlock(ServiceChooserBlock(), min_num=1)

    class Meta:
        icon = "group"
        label = lazy("Related services")
        description = lazy("Listings of the directory. One that is withdrawn disappears here by itself.")
        template = "blocks/related_services_block.html"

    def get_context(self, value: blocks.StructValue, parent_context: dict | None = None) -> dict:
        chosen = [service for service in value["services"] if service is not None and service.pk]
        return {
            **super().get_context(value, parent_context),
            "services": [service for service in chosen if service.is_published],
        }

    def get_preview_value(self) -> blocks.StructValue:
        """Show the newest listings, because a preview that names a service must name one that exists."""
        newest = Service.objects.published().order_by("-pk")[:2]
        return self.normalize({"title": _("Services that work this way"), "services": list(newest)})

    @property
    def is_previewable(self) -> bool:
        return True
