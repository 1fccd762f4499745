"""Who runs services."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from .retirement import Retirable, RetirableQuerySet
from .slugs import HELP, FormerSlug, RememberedSlug


class OrganizationQuerySet(RetirableQuerySet):
    def published(self) -> "OrganizationQuerySet":
        return self.filter(live=True)


class OrganizationFormerSlug(FormerSlug):
    """A slug that an organization had before."""

    target = models.ForeignKey("directory.Organization", on_delete=models.CASCADE, related_name="former_slugs")


class Organization(
    RememberedSlug, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, PreviewableMixin, Retirable
):
    """A body that runs one or more services. Open Referral: `organization`."""

    former_slug_model = OrganizationFormerSlug
    slug_fallback = "organisation"

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, blank=True, help_text=HELP)
    alternate_name = models.CharField(
        _("alternate name"), max_length=200, blank=True, help_text=_("Short name or earlier name.")
    )
    description = models.TextField(_("description"), blank=True)
    url = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    legal_status = models.CharField(
        _("legal status"), max_length=100, blank=True, help_text=_("Charity, public body, partnership, …")
    )

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="organization")

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        verbose_name = _("organisation")

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, its parts and the note for the search index together or not at all."""
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "Organization":
        """A draft knows nothing of retirement: publishing an older one must not bring the organisation back."""
        draft = super().with_content_json(content)
        draft.retired_at = self.retired_at
        return draft

    def get_absolute_url(self) -> str:
        return reverse("organization", args=[self.slug])

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "directory/organization_detail.html"

    def get_preview_context(self, request: object, mode_name: str) -> dict[str, object]:
        return {"organization": self, "run": [], "partnered": []}
