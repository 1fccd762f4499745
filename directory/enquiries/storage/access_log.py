"""Writing the access log, and proving that nobody has rewritten it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction

from directory.enquiries.models import AuditEvent, Enquiry, InboxAccess
from directory.enquiries.models.access import NAME_LENGTH, access_of
from directory.enquiries.models.audit import FIRST_HASH, FIRST_VERSION, VERSION

from .append_only import missing_triggers

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser

# Any number that no other advisory lock of the hub uses.
CHAIN_LOCK = 7_310_118


@transaction.atomic
def record_event(
    *,
    action: str,
    enquiry: Enquiry | None = None,
    by: "AbstractUser | AnonymousUser | None" = None,
    detail: str = "",
    subject: "InboxAccess | AbstractUser | None" = None,
) -> AuditEvent:
    """Append one line to the access log. Call it last in a transaction: it holds the chain's lock until the end.

    `subject` is whose access, account or reading the line is about. An invented enquiry leaves no line: it can be
    deleted, and no line can.
    """
    if enquiry is not None and enquiry.is_practice:
        return AuditEvent(enquiry=enquiry, action=action, detail=detail)
    _lock_chain()
    actor, about = identity_of(by), identity_of(subject)
    event = AuditEvent(
        enquiry=enquiry,
        action=action,
        detail=detail,
        actor_id=actor.number,
        actor_name=actor.name,
        actor_role=actor.role,
        subject_id=about.number,
        subject_name=about.name,
        version=VERSION,
        previous_hash=last_hash(),
    )
    event.entry_hash = event.computed_hash()
    event.save(force_insert=True)
    return event


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """Somebody of the staff as the log names them: the number of the account is never given to anybody else."""

    number: int | None = None
    name: str = ""
    role: str = ""


def identity_of(somebody: "InboxAccess | AbstractUser | AnonymousUser | None") -> Identity:
    """By the name that two leads saw, for whoever has access; for others by the name they have now."""
    if isinstance(somebody, InboxAccess):
        return Identity(somebody.account_number, somebody.name, somebody.kind)
    if somebody is None or somebody.pk is None:
        return Identity()
    access = access_of(somebody)
    return identity_of(access) if access else Identity(somebody.pk, str(somebody)[:NAME_LENGTH])


def find_problems(*, expected_hashes: Iterable[str] = (), using: str = DEFAULT_DB_ALIAS) -> Iterator[str]:
    """Everything that shows the access log was changed. `expected_hashes` are hashes noted on earlier days.

    A chain alone cannot show that its newest lines were cut off, or that someone wrote a whole new one: for that,
    keep hashes elsewhere and ask for them here.
    """
    yield from (f"The trigger {name} is missing." for name in sorted(missing_triggers(connections[using])))
    previous, version, missing = FIRST_HASH, FIRST_VERSION, {text.strip().lower() for text in expected_hashes}
    for event in AuditEvent.objects.using(using).order_by("pk").iterator(chunk_size=2000):
        if event.previous_hash != previous:
            yield f"Line {event.pk} does not follow the line before it: something was removed or inserted."
        if event.computed_hash() != event.entry_hash or event.version < version:
            yield f"Line {event.pk} was changed."
        previous, version = event.entry_hash, event.version
        missing.discard(previous)
    yield from (
        f"The hash you noted, {text or 'an empty one'}, is not in the log: lines were cut off or rewritten."
        for text in sorted(missing)
    )
    unlogged = Enquiry.objects.using(using).real().exclude(events__action=AuditEvent.Action.RECEIVED)
    yield from (f"Enquiry {pk} has no line for its arrival." for pk in unlogged.values_list("pk", flat=True))


def last_hash(*, up_to: int | None = None) -> str:
    """The newest hash, to be noted elsewhere; or that of the last line up to a number."""
    lines = AuditEvent.objects.order_by("-pk")
    if up_to is not None:
        lines = lines.filter(pk__lte=up_to)
    return lines.values_list("entry_hash", flat=True).first() or FIRST_HASH


def _lock_chain() -> None:
    # On SQLite every transaction of the hub starts as a writer (see hub/settings/databases.py), so it is alone.
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
