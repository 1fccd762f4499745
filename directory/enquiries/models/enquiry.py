"""One referral enquiry."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import PrivateAnswers, SenderKind
from directory.enquiries.content.encryption import DataKey
from directory.enquiries.content.references import new_reference
from directory.enquiries.key_store.keys import open_key
from directory.models import Service

from .querysets import EnquiryQuerySet

QUEUE_COLUMNS = (
    "closed_at",
    "is_practice",
    "quarantined_at",
    "is_urgent",
    "answer_due_at",
    "answered_at",
    "waiting_for",
    "waiting_until",
    "withdrawn_at",
    "sender_told_at",
    "received_at",
    "claimed_by",
    "service",
    "service_name",
    "sender_kind",
    "setting",
    "postcode_district",
    "id",
)


class Enquiry(models.Model):
    """What someone sent us, who works on it, and how it ended.

    The columns in the clear are choices from lists, times, and the first half of a postcode or a known place: lists
    and counts need them, and they name nobody. Everything else is sealed, also why it is urgent. Never deleted:
    anonymising empties it and keeps counts.
    """

    class Source(models.TextChoices):
        WEB = "web", _("This site")
        PHONE = "phone", _("Phone")
        LETTER = "letter", _("Letter")
        PAPER = "paper", _("Paper form")
        IN_PERSON = "in_person", _("In person")

    class WaitingFor(models.TextChoices):
        SENDER = "sender", _("The sender")
        SERVICE = "service", _("A service")
        SOMEONE_ELSE = "someone_else", _("Someone else")

    class CloseReason(models.TextChoices):
        PLANNED = "planned", _("Planned: they have what they asked for")
        BETTER_PLACE = "better_place", _("Planned: pointed somewhere better")
        MOVED = "moved", _("Unplanned: moved away")
        TAKEN_INTO_CUSTODY = "taken_into_custody", _("Unplanned: taken into custody")
        UNWELL = "unwell", _("Unplanned: not well enough")
        DIED = "died", _("Unplanned: died")
        NO_SERVICE = "no_service", _("Unplanned: no service could take them")
        DECLINED = "declined", _("Declined by the service")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        NO_CONTACT = "no_contact", _("Could not contact")
        DUPLICATE = "duplicate", _("Same as another enquiry")
        NOT_AN_ENQUIRY = "not_an_enquiry", _("Not an enquiry")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=13, unique=True, default=new_reference, editable=False)
    token = models.UUIDField(unique=True, editable=False)
    # A digest: whoever reads the database cannot look at the status page with it. Empty when no code was given out.
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    source = models.CharField(max_length=10, choices=Source, default=Source.WEB)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Invented, for training: in no count, mail or clock.
    is_practice = models.BooleanField(default=False, editable=False)

    # The directory must not learn from a reverse relation who was referred where, and a listing that is deleted must
    # neither take the enquiry with it nor be kept by it: hence the copy of its name.
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    service_name = models.CharField(max_length=200, blank=True)

    sender_kind = models.CharField(max_length=20, choices=SenderKind)
    # Slugs of taxonomy terms: an editor may delete a term without changing what was asked.
    setting = models.CharField(max_length=50)
    needs = models.JSONField(default=list)
    # Of a postcode its first half, else the label of a place in the gazetteer: never what was typed.
    postcode_district = models.CharField(_("home"), max_length=80, blank=True)
    no_voicemail = models.BooleanField(default=False)
    is_urgent = models.BooleanField(default=False)

    # The id of its key in the key store. It stays when the key is erased: the list of erased keys is replayed by it.
    key_id = models.UUIDField(unique=True, editable=False)
    sealed_answers = models.TextField(editable=False)
    # What keeps people safe, workers included. Apart, because fewer may read it.
    sealed_safety_note = models.TextField(blank=True, editable=False)

    answer_due_at = models.DateTimeField(null=True, blank=True)
    first_opened_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # When the sender was last told how it stands.
    sender_told_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    waiting_for = models.CharField(max_length=20, choices=WaitingFor, blank=True)
    waiting_until = models.DateField(null=True, blank=True)
    quarantined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged")
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    close_reason = models.CharField(max_length=20, choices=CloseReason, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True)
    # Grows with every change by hand, so that a form of an older state is recognised.
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = EnquiryQuerySet.as_manager()

    # Wagtail would otherwise list enquiries as places that use a service.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = _("enquiries")
        default_permissions = ()
        permissions = (("export_lists", _("Can export lists of enquiries")),)
        indexes = (
            models.Index(fields=("received_at",), name="enquiry_open", condition=models.Q(closed_at__isnull=True)),
            models.Index(fields=("answer_due_at",), name="enquiry_due", condition=models.Q(closed_at__isnull=True)),
            models.Index(fields=("closed_at",), name="enquiry_closed"),
            # Everything that queues, filters and counts ask for: lists are read from it without the ciphertext, which
            # lies in the way of whoever reads the rows themselves.
            models.Index(fields=QUEUE_COLUMNS, name="enquiry_queues"),
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
        return open_key(self.key_id)

    @sensitive_variables()
    def unseal_answers(self) -> PrivateAnswers:
        """Decrypt the answers. Staff go through `actions.open_enquiry`, which logs the view first."""
        return PrivateAnswers.from_stored(self.data_key.open(self.sealed_answers))
