"""The listing: a service someone can be referred to."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from .listing_words import ListingWords
from .organizations import Organization
from .querysets import ServiceQuerySet
from .slugs import HELP, FormerSlug, RememberedSlug
from .taxonomies import Taxonomy, TaxonomyTerm, check_phrases, tidied


def _is_below(high: int | None, low: int | None) -> bool:
    return high is not None and low is not None and high < low


def terms_field(taxonomy: str, related_name: str, **options: object) -> ParentalManyToManyField:
    """A many-to-many field limited to the terms of one taxonomy."""
    return ParentalManyToManyField(
        TaxonomyTerm,
        blank=True,
        related_name=related_name,
        limit_choices_to={"taxonomy__slug": taxonomy},
        **options,
    )


class ServiceTag(TaggedItemBase):
    """A free tag on a service."""

    content_object = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="tagged_items")


class ServicePartner(models.Model):
    """Another organization that runs the service with the first one."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="partners")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="partnerships", verbose_name=lazy("organisation")
    )
    shares_information = models.BooleanField(lazy("information-sharing agreement"), default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("service", "organization"), name="unique_partner_of_service"),)

    def __str__(self) -> str:
        return str(self.organization)


class ServiceFormerSlug(FormerSlug):
    """A slug that a service had before."""

    target = models.ForeignKey("directory.Service", on_delete=models.CASCADE, related_name="former_slugs")


class Service(
    ListingWords,
    RememberedSlug,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    ClusterableModel,
):
    """A service that peers help to give. Open Referral: `service`; fields the profile lacks are ours.

    What is not known stays empty; `open_questions` say to everybody what is still to be asked.
    """

    former_slug_model = ServiceFormerSlug
    slug_fallback = "service"

    class Status(models.TextChoices):
        ACTIVE = "active", lazy("active")
        INACTIVE = "inactive", lazy("inactive")
        DEFUNCT = "defunct", lazy("ended")
        TEMPORARILY_CLOSED = "temporarily closed", lazy("temporarily closed")

    class Referrals(models.TextChoices):
        OPEN = "open", lazy("Has room")
        WAITING = "waiting", lazy("Takes people, with a wait")
        FULL = "full", lazy("Full")
        UNKNOWN = "unknown", lazy("Not confirmed")

    class WaitUnit(models.TextChoices):
        DAYS = "days", lazy("days")
        WEEKS = "weeks", lazy("weeks")
        MONTHS = "months", lazy("months")

    class Gender(models.TextChoices):
        ANYONE = "anyone", lazy("Anyone")
        WOMEN = "women", lazy("Women")
        MEN = "men", lazy("Men")
        UNKNOWN = "", lazy("Not recorded")

    name = models.CharField(lazy("name"), max_length=200)
    slug = models.SlugField(lazy("slug"), max_length=120, unique=True, blank=True, help_text=HELP)
    alternate_name = models.CharField(
        lazy("alternate name"),
        max_length=300,
        blank=True,
        help_text=lazy("Short and other names people use, separated by commas."),
    )
    phrases = models.TextField(
        lazy("what people say"),
        blank=True,
        validators=[check_phrases],
        help_text=lazy(
            "When they need this and do not know its name, one a line: first time in court. They are not shown; "
            "who searches for one of them, or for its words, finds this service."
        ),
    )
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="services", verbose_name=lazy("organisation")
    )
    summary = models.CharField(
        lazy("one line"), max_length=250, help_text=lazy("What it does, in one plain sentence.")
    )
    description = models.TextField(lazy("description"), blank=True)
    url = models.URLField(lazy("website"), blank=True)
    email = models.EmailField(lazy("e-mail"), blank=True)
    status = models.CharField(lazy("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    alert = models.CharField(
        lazy("alert"), max_length=250, blank=True, help_text=lazy("Something everyone must read first.")
    )
    funding = models.CharField(lazy("paid for by"), max_length=200, blank=True)

    referrals = models.CharField(lazy("referrals now"), max_length=10, choices=Referrals, default=Referrals.UNKNOWN)
    referrals_as_of = models.DateField(
        lazy("as of"),
        null=True,
        blank=True,
        help_text=lazy("The day they said so. We rely on it for half a year."),
    )
    wait_minimum = models.PositiveSmallIntegerField(
        lazy("wait, at least"), null=True, blank=True, help_text=lazy("A number, 0 for no wait.")
    )
    wait_maximum = models.PositiveSmallIntegerField(
        lazy("wait, at most"), null=True, blank=True, help_text=lazy("Empty: about the number before it.")
    )
    wait_unit = models.CharField(lazy("unit"), max_length=6, choices=WaitUnit, default=WaitUnit.WEEKS)
    wait_time = models.CharField(
        lazy("wait, in words"),
        max_length=100,
        blank=True,
        help_text=lazy("Only if numbers cannot say it: until the next course."),
    )
    places_available = models.PositiveSmallIntegerField(lazy("places free"), null=True, blank=True)
    places_total = models.PositiveSmallIntegerField(
        lazy("places in all"), null=True, blank=True, help_text=lazy("For homes and groups with a fixed number.")
    )
    application_process = models.TextField(lazy("how to refer"), blank=True, help_text=lazy("One step a line."))
    fees_description = models.CharField(
        lazy("cost, in words"), max_length=200, blank=True, help_text=lazy("Free, or free for people on benefits.")
    )
    interpretation_services = models.CharField(
        lazy("interpreters"),
        max_length=200,
        blank=True,
        help_text=lazy("How someone gets one, and whether it costs anything."),
    )

    eligibility_description = models.CharField(lazy("who it is for"), max_length=300, blank=True)
    minimum_age = models.PositiveSmallIntegerField(
        lazy("minimum age"), null=True, blank=True, help_text=lazy("In years. Empty: not recorded.")
    )
    maximum_age = models.PositiveSmallIntegerField(
        lazy("maximum age"), null=True, blank=True, help_text=lazy("In years. Empty: no upper limit.")
    )
    gender = models.CharField(lazy("gender"), max_length=10, choices=Gender, default=Gender.UNKNOWN, blank=True)
    exclusions = models.TextField(lazy("they cannot take"), blank=True, help_text=lazy("One reason a line."))
    peer_involvement = models.CharField(
        lazy("peer workers"), max_length=250, blank=True, help_text=lazy("What people with lived experience do here.")
    )
    is_outreach = models.BooleanField(lazy("goes to the person"), default=False)
    is_virtual = models.BooleanField(lazy("by phone or online"), default=False)
    is_helpline = models.BooleanField(
        lazy("a helpline"),
        default=False,
        help_text=lazy("Anyone can call, and nobody refers. It comes first for who types of danger or distress."),
    )

    needs = terms_field(Taxonomy.NEED, "services_by_need", verbose_name=lazy("helps with"))
    settings = terms_field(Taxonomy.SETTING, "services_by_setting", verbose_name=lazy("where the person is"))
    referral_routes = terms_field(Taxonomy.REFERRAL_ROUTE, "services_by_route", verbose_name=lazy("who can refer"))
    peer_roles = terms_field(Taxonomy.PEER_ROLE, "services_by_peer_role", verbose_name=lazy("peer roles"))
    order_types = terms_field(Taxonomy.ORDER_TYPE, "services_by_order_type", verbose_name=lazy("orders and sentences"))
    tags = ClusterTaggableManager(through=ServiceTag, blank=True)

    assured_date = models.DateField(lazy("last checked"), null=True, blank=True)
    assured_with = models.CharField(lazy("checked with"), max_length=200, blank=True)
    source_note = models.TextField(lazy("where the facts come from"), blank=True)
    is_example = models.BooleanField(default=False, editable=False)
    is_synthetic = models.BooleanField(lazy("is synthetic"), default=False, editable=False)
    last_modified = models.DateTimeField(auto_now=True)

    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="service")

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        indexes = (
            models.Index(fields=("live", "name"), name="service_live_name"),
            # The admin's list in its usual order: the key makes the order whole.
            models.Index(fields=("name", "id"), name="service_name_id"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(minimum_age__isnull=True)
                | models.Q(maximum_age__isnull=True)
                | models.Q(minimum_age__lte=models.F("maximum_age")),
                name="service_ages_in_order",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    def clean(self) -> None:
        super().clean()
        errors = {}
        if _is_below(self.maximum_age, self.minimum_age):
            errors["maximum_age"] = _("The highest age is below the lowest age.")
        if _is_below(self.wait_maximum, self.wait_minimum):
            errors["wait_maximum"] = _("The longest wait is below the shortest.")
        if _is_below(self.places_total, self.places_available):
            errors["places_available"] = _("There cannot be more free places than places.")
        if self.referrals_as_of and self.referrals_as_of > timezone.localdate():
            errors["referrals_as_of"] = _("This day is still to come.")
        if errors:
            raise ValidationError(errors)
        self.phrases = tidied(self.phrases)

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the row, its parts and the note for the search index together or not at all."""
        super().save(*args, **kwargs)

    @property
    def organization_name(self) -> str:
        """Who answers for it."""
        return self.organization.name

    @property
    def is_published(self) -> bool:
        """What `published()` asks the database, of a service that is read already."""
        return self.live and self.status != self.Status.DEFUNCT

    def get_absolute_url(self) -> str:
        return reverse("service", args=[self.slug])

    def get_preview_template(self, request: object, mode_name: str) -> str:
        return "directory/service_preview.html"
