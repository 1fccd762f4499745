"""Two enquiries about the same: compare, then merge the newer into the older, or keep them apart."""

import uuid
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from directory.enquiries.key_store.keys import keys_sharing_contacts
from directory.enquiries.models import AuditEvent, Enquiry, KeptApart
from directory.enquiries.models.querysets import OPEN, EnquiryQuerySet
from directory.enquiries.storage.access_log import record_event

from .changing import Logged, change, conflict_of, current, require_inbox

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

UNMERGED = OPEN & Q(merged_into__isnull=True)


def all_merged_into(enquiry: Enquiry) -> list[Enquiry]:
    """Those that were merged into it, and those that had been merged into them: one query for each step."""
    found: dict[uuid.UUID, Enquiry] = {}
    into = [enquiry.pk]
    while into:
        rows = Enquiry.objects.filter(merged_into__in=into).without_content()
        new = {row.pk: row for row in rows if row.pk not in found}
        found |= new
        into = list(new)
    return list(found.values())


def possible_duplicates(enquiry: Enquiry) -> EnquiryQuerySet:
    """Others that share a phone number or an e-mail address with this one and were not found to be different."""
    if enquiry.is_practice or enquiry.anonymised_at is not None:
        return Enquiry.objects.none()
    apart = KeptApart.objects.filter(Q(first=enquiry) | Q(second=enquiry)).values_list("first_id", "second_id")
    others = {pk for pair in apart for pk in pair}
    found = Enquiry.objects.of_keys(keys_sharing_contacts(enquiry.key_id)).filter(anonymised_at__isnull=True)
    others.update(merged.pk for merged in all_merged_into(enquiry))
    return found.exclude(Q(pk__in=others) | Q(merged=enquiry)).without_content()


def in_order(one: Enquiry, other: Enquiry) -> tuple[Enquiry, Enquiry]:
    """The older one, then the newer one."""
    older, newer = sorted((one, other), key=lambda enquiry: (enquiry.received_at, str(enquiry.pk)))
    return older, newer


@transaction.atomic
def merge_enquiries(
    *, older: Enquiry, newer: Enquiry, by: "AbstractUser", versions: tuple[int, int] | None = None
) -> Enquiry:
    """Close the newer one as the same as the older. Its notes and attempts stay its own, and are read with both.

    What cannot wait in one cannot wait in both: the older one takes over urgency, and the earlier time. `versions`
    are those of the older and the newer one that were compared. Raises a conflict about whichever changed since.
    """
    require_inbox(by)
    seen_older, seen_newer = versions or (None, None)
    # Always in the same order, so that two merges at once do not wait for each other.
    list(Enquiry.objects.select_for_update().filter(pk__in=(older.pk, newer.pk)).order_by("pk"))
    kept, closing = current(older), current(newer)
    if not Enquiry.objects.filter(UNMERGED, pk=newer.pk).exists():
        raise conflict_of(closing, by=by, version=seen_newer, when=UNMERGED)
    merged = change(
        older,
        by=by,
        version=seen_older,
        when=UNMERGED & ~Q(pk=newer.pk),
        logged=Logged(AuditEvent.Action.MERGED, "older"),
        is_urgent=kept.is_urgent or closing.is_urgent,
        answer_due_at=_earlier(kept, closing),
    )
    change(
        newer,
        by=by,
        version=seen_newer,
        when=UNMERGED,
        logged=Logged(AuditEvent.Action.MERGED, "newer"),
        merged_into=older,
        closed_by=by,
        closed_at=timezone.now(),
        close_reason=Enquiry.CloseReason.DUPLICATE,
        waiting_for="",
        waiting_until=None,
    )
    return merged


@transaction.atomic
def keep_apart(*, one: Enquiry, other: Enquiry, by: "AbstractUser") -> None:
    """They are not about the same: nobody is asked about this pair again. Saying so twice changes nothing."""
    require_inbox(by)
    first, second = sorted((one, other), key=lambda enquiry: enquiry.pk)
    _, is_new = KeptApart.objects.get_or_create(first=first, second=second, defaults={"decided_by": by})
    if is_new:
        Enquiry.objects.filter(pk__in=(one.pk, other.pk)).update(version=F("version") + 1)
        for enquiry in (first, second):
            record_event(enquiry=enquiry, action=AuditEvent.Action.KEPT_APART, by=by)


def _earlier(kept: Enquiry, closing: Enquiry) -> object:
    """By when the older one must be answered: as soon as either of the two that waits for an answer."""
    if closing.answered_at is not None or closing.answer_due_at is None:
        return kept.answer_due_at
    return min(kept.answer_due_at or closing.answer_due_at, closing.answer_due_at)
