"""Who may read enquiries: a row granted by a lead and confirmed by another one. See ADR 0034."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser

NAME_LENGTH = 320
# Where the answer is kept on the object of the person. Each request loads its own, so it lasts no longer than that.
CACHED = "_enquiries_access"


class InboxAccessQuerySet(models.QuerySet):
    def not_ended(self) -> "InboxAccessQuerySet":
        """Granted, confirmed or not, whatever became of the account since."""
        return self.filter(ended_at__isnull=True)

    def waiting(self) -> "InboxAccessQuerySet":
        """Granted by one lead, and by no other one yet."""
        return self.not_ended().filter(confirmed_at__isnull=True)

    def confirmed(self) -> "InboxAccessQuerySet":
        """Not ended, and more than one lead's word."""
        return self.not_ended().filter(confirmed_at__isnull=False)

    def current(self) -> "InboxAccessQuerySet":
        """What lets somebody in now. An account that is switched off has none."""
        return self.confirmed().filter(person__is_active=True)

    def leads(self) -> "InboxAccessQuerySet":
        """Only those of leads."""
        return self.filter(kind=InboxAccess.Kind.LEAD)

    def ended(self) -> "InboxAccessQuerySet":
        """What lets nobody in any more."""
        return self.filter(ended_at__isnull=False)


class InboxAccess(models.Model):
    """One person's access. Never deleted: an account that goes leaves its number and the name it had.

    `name` is the one that both leads saw. The access log shows it, because its owner cannot change it.
    """

    class Kind(models.TextChoices):
        MODERATOR = "moderator", lazy("Moderator")
        LEAD = "lead", lazy("Lead")

    class Origin(models.TextChoices):
        GRANTED = "granted", lazy("Granted by a lead")
        APPOINTED = "appointed", lazy("Appointed on the server")
        MIGRATED = "migrated", lazy("Taken over from the group")
        DEMO = "demo", lazy("Account of the demo")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    account_number = models.BigIntegerField()
    name = models.CharField(max_length=NAME_LENGTH)
    kind = models.CharField(max_length=10, choices=Kind)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.GRANTED)
    reason = models.CharField(max_length=200, blank=True)

    # The access that the lead had at the time: it keeps the name when the lead's account goes.
    granted_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)

    objects = InboxAccessQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("account_number", "kind"), condition=Q(ended_at__isnull=True), name="one_access_of_a_kind"
            ),
            models.CheckConstraint(condition=~Q(confirmed_by=F("granted_by")), name="access_confirmed_by_another"),
        )
        indexes = (models.Index(fields=("account_number",), name="access_of_account"),)

    def __str__(self) -> str:
        return _("Access %(pk)s") % {"pk": self.pk}

    @property
    def is_lead(self) -> bool:
        return self.kind == self.Kind.LEAD

    @property
    def present_name(self) -> str:
        """What its owner calls themselves now; nothing when the account is gone."""
        return str(self.person) if self.person else ""

    @property
    def is_renamed(self) -> bool:
        return self.person is not None and self.present_name[:NAME_LENGTH] != self.name


def access_of(user: "AbstractUser | AnonymousUser") -> InboxAccess | None:
    """What lets this person in, asked once for each object of a user. None for everybody else."""
    if not user.is_active or user.pk is None:
        return None
    if not hasattr(user, CACHED):
        rows = InboxAccess.objects.current().filter(person_id=user.pk)
        setattr(user, CACHED, min(rows, key=lambda row: not row.is_lead, default=None))
    return getattr(user, CACHED)


def inbox_workers() -> "list[AbstractUser]":
    """Everybody whom an enquiry can be given to, by name."""
    people = {row.person for row in InboxAccess.objects.current().select_related("person") if row.person}
    return sorted(people, key=str)


def forget_access(user: Any) -> None:
    """Ask again: the access of this person has just changed."""
    if hasattr(user, CACHED):
        delattr(user, CACHED)


def works_inbox(user: "AbstractUser | AnonymousUser") -> bool:
    """Whether this person may read and work on enquiries. No permission, group or superuser flag says so."""
    return access_of(user) is not None


def is_lead(user: "AbstractUser | AnonymousUser") -> bool:
    """Whether this person may also see the access log and say who has access."""
    access = access_of(user)
    return access is not None and access.is_lead
