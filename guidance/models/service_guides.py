"""Which guides a service works by. Kept here, because the guidance knows the directory and not the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page

from directory.models import Service
from directory.navigation.service_urls import service_url
from guidance.choosers import service_chooser
from guidance.term_marks import Marks
from search.cache import cached_until_change
from search.languages import is_multilingual

from .glossary import marked_terms
from .named_pages import NamedPage, named, still_public

BODIES = ("body", "outcomes", "checklist", "history")


class ServiceGuideManager(models.Manager):
    """Reads of these links, as verbs."""

    def published(self) -> QuerySet["ServiceGuide"]:
        """Those whose guide anyone may read, with it, in the order of the guidance. One query."""
        # By name, because guides read these links and are defined after them.
        guides = ServiceGuide._meta.get_field("guide").related_model
        public = guides.objects.published().values("pk")
        return self.filter(guide__in=public).select_related("guide").order_by("guide__path")

    def named(self) -> tuple[NamedPage, ...]:
        """Those of `service.guide_links` whose guide anyone may read, as its page names them. No query of its own."""
        return still_public(_guides_by_service().get(self.instance.pk, ()))

    def of_guide(self, guide: Page) -> QuerySet["ServiceGuide"]:
        """Those of one guide whose service anyone may see, by its name."""
        services = Service.objects.published().values("pk")
        same = {"guide__translation_key": guide.translation_key} if is_multilingual() else {"guide": guide.pk}
        return self.filter(**same, service__in=services).order_by("service__name", "service__pk")


class ServiceGuide(models.Model):
    """A service says that it works by a guide. Saved is published, as far as both are."""

    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="guide_links", verbose_name=_("service")
    )
    guide = models.ForeignKey(
        "guidance.GuidePage", on_delete=models.CASCADE, related_name="service_links", verbose_name=_("guide")
    )

    objects = ServiceGuideManager()

    panels = (FieldPanel("service", widget=service_chooser.widget_class), PageChooserPanel("guide"))

    class Meta:
        verbose_name = _("guide that a service works by")
        verbose_name_plural = _("guides that services work by")
        constraints = [
            models.UniqueConstraint(
                fields=("service", "guide"),
                name="service_guide_once",
                violation_error_message=_("This service says so already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.guide}"


@dataclass(frozen=True, slots=True)
class NamedService:
    """A published service as a guide names it."""

    name: str
    url: str
    organization: str
    is_invented: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the text of guides and is the same for all readers."""

    marks: Marks
    services: Mapping[int, tuple[NamedService, ...]]


@cached_until_change
def _guides_by_service() -> Mapping[int, tuple[NamedPage, ...]]:
    links = ServiceGuide.objects.published().defer(*(f"guide__{name}" for name in BODIES))
    return named((link.service_id, link.guide) for link in links)


@cached_until_change
def read_beside() -> Beside:
    """Both together, because knowing whether anything changed costs a query."""
    rows = (
        ServiceGuide.objects.filter(service__in=Service.objects.published().values("pk"))
        .order_by("service__name", "service__pk")
        .select_related("service__organization")
    )
    services: dict[int, tuple[NamedService, ...]] = {}
    for row in rows:
        service = row.service
        named = NamedService(
            service.name,
            service_url(service.slug),
            service.organization.name,
            service.is_example or service.is_synthetic,
        )
        services[row.guide_id] = (*services.get(row.guide_id, ()), named)
    return Beside(marked_terms(), services)
