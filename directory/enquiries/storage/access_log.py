"""Writing the access log, and proving that nobody has rewritten it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db import connection, transaction

from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.models.audit import FIRST_HASH

from .append_only import missing_triggers

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

# Any number that no other advisory lock of the hub uses.
CHAIN_LOCK = 7_310_118


@transaction.atomic
def record_event(
    *, enquiry: Enquiry | None, action: str, by: "AbstractUser | None" = None, detail: str = ""
) -> AuditEvent:
    """Append one line to the access log. Call it last in a transaction: it holds the chain's lock until the end.

    An invented enquiry leaves none: it can be deleted, and no line can.
    """
    if enquiry is not None and enquiry.is_practice:
        return AuditEvent(enquiry=enquiry, action=action, detail=detail)
    _lock_chain()
    last_hash = AuditEvent.objects.order_by("-pk").values_list("entry_hash", flat=True).first()
    event = AuditEvent(
        enquiry=enquiry,
        action=action,
        detail=detail,
        actor_id=by.pk if by else None,
        actor_name=str(by) if by else "",
        previous_hash=last_hash or FIRST_HASH,
    )
    event.entry_hash = event.computed_hash()
    event.save(force_insert=True)
    return event


def find_problems(*, expected_hash: str = "") -> Iterator[str]:
    """Everything that shows the access log was changed. `expected_hash` is a hash noted on an earlier day.

    A chain alone cannot show that its newest lines were cut off, or that someone wrote a whole new one: for that,
    keep a hash elsewhere and ask for it here.
    """
    yield from (f"The trigger {name} is missing." for name in sorted(missing_triggers(connection)))
    previous, expected_found = FIRST_HASH, not expected_hash
    for event in AuditEvent.objects.order_by("pk").iterator(chunk_size=2000):
        if event.previous_hash != previous:
            yield f"Line {event.pk} does not follow the line before it: something was removed or inserted."
        if event.computed_hash() != event.entry_hash:
            yield f"Line {event.pk} was changed."
        previous = event.entry_hash
        expected_found = expected_found or previous == expected_hash
    if not expected_found:
        yield "The hash you noted is not in the log: lines were cut off or rewritten."
    unlogged = Enquiry.objects.filter(is_practice=False).exclude(events__action=AuditEvent.Action.RECEIVED)
    yield from (f"Enquiry {pk} has no line for its arrival." for pk in unlogged.values_list("pk", flat=True))


def last_hash() -> str:
    """The newest hash, to be noted elsewhere."""
    return AuditEvent.objects.order_by("-pk").values_list("entry_hash", flat=True).first() or FIRST_HASH


def _lock_chain() -> None:
    # On SQLite every transaction of the hub starts as a writer (see hub/settings/databases.py), so it is alone.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
