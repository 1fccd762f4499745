"""One referral enquiry."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import ConsentBasis, PrivateAnswers, SenderKind
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.content.references import new_reference
from directory.models import Service

from .querysets import EnquiryQuerySet


class Enquiry(models.Model):
    """What someone sent us, who works on it, and how it ended.

    The columns in the clear are choices from lists and the first half of a postcode or a known place: lists and counts
    need them, and they name nobody. Everything else is in `sealed_answers`. Never deleted: anonymising empties it and
    keeps counts.
    """

    class CloseReason(models.TextChoices):
        PASSED_ON = "passed_on", "Passed to the service"
        BETTER_PLACE = "better_place", "Pointed somewhere better"
        NOT_WANTED = "not_wanted", "The person does not want it"
        NO_CONTACT = "no_contact", "We could not reach anyone"
        DUPLICATE = "duplicate", "Same as another enquiry"
        NOT_AN_ENQUIRY = "not_an_enquiry", "Not an enquiry"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=13, unique=True, default=new_reference, editable=False)
    token = models.UUIDField(unique=True, editable=False)
    received_at = models.DateTimeField(default=timezone.now, editable=False)

    # The directory must not learn from a reverse relation who was referred where, and a listing that is deleted must
    # neither take the enquiry with it nor be kept by it: hence the copy of its name.
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    service_name = models.CharField(max_length=200, blank=True)

    sender_kind = models.CharField(max_length=20, choices=SenderKind)
    # Slugs of taxonomy terms: an editor may delete a term without changing what was asked.
    setting = models.CharField(max_length=50)
    needs = models.JSONField(default=list)
    # Of a postcode its first half, else the label of a place in the gazetteer: never what was typed.
    postcode_district = models.CharField("home", max_length=80, blank=True)
    no_voicemail = models.BooleanField(default=False)
    consent_basis = models.CharField(max_length=20, choices=ConsentBasis)
    consent_wording = models.CharField(max_length=10)

    wrapped_key = models.TextField(editable=False)
    sealed_answers = models.TextField(editable=False)

    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = models.CharField(max_length=20, choices=CloseReason, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True)

    objects = EnquiryQuerySet.as_manager()

    # Wagtail would otherwise list enquiries as places that use a service.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "enquiries"
        default_permissions = ()
        indexes = (
            models.Index(fields=("received_at",), name="enquiry_open", condition=models.Q(closed_at__isnull=True)),
            models.Index(fields=("closed_at",), name="enquiry_closed"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, close_reason="")
                | models.Q(closed_at__isnull=False) & ~models.Q(close_reason=""),
                name="enquiry_closed_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.reference

    @property
    def data_key(self) -> DataKey:
        """The key of everything sealed for this enquiry. Raises `UnreadableContent`."""
        return DataKey.unwrap(self.wrapped_key)

    @sensitive_variables()
    def unseal_answers(self) -> PrivateAnswers:
        """Decrypt the answers. Staff go through `actions.open_enquiry`, which logs the view first."""
        return PrivateAnswers.from_stored(self.data_key.open(self.sealed_answers))
