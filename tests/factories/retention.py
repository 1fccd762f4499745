"""Thousands of enquiries of every age, written in a few statements, and what should be deleted of them."""

import random
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import AuditEvent, Enquiry, Hold, UnclosedNotice
from directory.enquiries.models.audit import FIRST_HASH, VERSION
from tests.factories.enquiries import make_answers

DAY = timedelta(days=1)


@dataclass
class Row:
    """One enquiry in the words of the rule, and nothing of the database's."""

    pk: uuid.UUID
    key_id: uuid.UUID
    received: datetime
    closed: datetime | None
    practice: bool
    emptied: bool
    events: list[datetime]
    told: datetime | None
    held_until: datetime | None
    hold_lifted: bool

    def is_due(self, now: datetime) -> bool:
        """The oracle: the promises, one by one."""
        if self.emptied:
            return False
        if self.held_until and not self.hold_lifted and timezone.localdate(self.held_until) >= timezone.localdate(now):
            return False
        if self.practice:
            return now - self.received >= 30 * DAY
        if self.closed:
            anniversary = timezone.localdate(self.closed) + relativedelta(years=1)
            return timezone.localdate(now) >= anniversary
        year_ago = now - relativedelta(months=12)
        silent = self.received <= year_ago and max(self.events) <= year_ago
        return bool(silent and self.told and now - self.told >= 30 * DAY and max(self.events) <= self.told)


def make_rows(count: int, now: datetime, seed: int = 1) -> list[Row]:
    """Random rows, many of them within a day of an edge of a rule."""
    chance = random.Random(seed)  # noqa: S311 - the same rows every time
    return [_random_row(chance, now) for _ in range(count)]


def _random_row(chance: random.Random, now: datetime) -> Row:
    received = now - _age(chance)
    closed = received + (now - received) * chance.random() if chance.random() < 0.6 else None
    if closed and chance.random() < 0.4:
        closed = now - relativedelta(years=1) + chance.uniform(-2, 2) * DAY
        received = min(received, closed - DAY)
    events = [received + (now - received) * chance.random() ** 3 for _ in range(chance.randint(0, 3))]
    told = now - chance.uniform(25, 35) * DAY if closed is None and chance.random() < 0.7 else None
    held = now + chance.uniform(-3, 3) * DAY if chance.random() < 0.15 else None
    return Row(
        pk=uuid.uuid4(),
        key_id=uuid.uuid4(),
        received=received,
        closed=closed,
        practice=chance.random() < 0.1,
        emptied=chance.random() < 0.05,
        events=[received, *events],
        told=told,
        held_until=held,
        hold_lifted=chance.random() < 0.3,
    )


def _age(chance: random.Random) -> timedelta:
    edge = chance.choice((30, 365, 366, 395, 425))
    return chance.choice((edge + chance.uniform(-2, 2), chance.uniform(0.1, 900))) * DAY


def store_rows(rows: list[Row], now: datetime) -> None:
    """Write them with their keys, lines of the log, holds and notices."""
    answers = make_answers()
    Enquiry.objects.bulk_create(
        [
            Enquiry(
                id=row.pk,
                key_id=row.key_id,
                token=uuid.uuid4(),
                reference=f"P{number:08d}",
                received_at=row.received,
                closed_at=row.closed,
                close_reason="planned" if row.closed else "",
                is_practice=row.practice,
                anonymised_at=now - DAY if row.emptied else None,
                sender_kind=answers.coarse.sender_kind,
                setting=answers.coarse.setting,
                sealed_answers="" if row.emptied else "sealed",
            )
            for number, row in enumerate(rows)
        ],
        batch_size=500,
    )
    EnquiryKey.objects.bulk_create(
        [EnquiryKey(id=row.key_id, wrapped_key="wrapped") for row in rows if not row.emptied], batch_size=500
    )
    _store_events(rows)
    Hold.objects.bulk_create(
        [
            Hold(
                enquiry_id=row.pk,
                reason="complaint",
                until=timezone.localdate(row.held_until),
                released_at=now if row.hold_lifted else None,
            )
            for row in rows
            if row.held_until
        ]
    )
    UnclosedNotice.objects.bulk_create(
        [UnclosedNotice(enquiry_id=row.pk, told_at=row.told) for row in rows if row.told]
    )


def _store_events(rows: list[Row]) -> None:
    events, previous = [], FIRST_HASH
    for row in rows:
        for number, at in enumerate(row.events):
            action = AuditEvent.Action.OPENED if number else AuditEvent.Action.RECEIVED
            event = AuditEvent(enquiry_id=row.pk, action=action, at=at, version=VERSION, previous_hash=previous)
            previous = event.entry_hash = event.computed_hash()
            events.append(event)
    AuditEvent.objects.bulk_create(events, batch_size=500)
