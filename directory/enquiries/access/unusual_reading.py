"""Reading that leads should ask about: the rules, and looking for what breaks them.

What is unusual is not wrong: a busy day is. So nothing is stopped; leads are told, and ask.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from directory.enquiries.models import AuditEvent, ReadingNotice

from .notices import tell_of_unusual_reading

Rule = ReadingNotice.Rule

# Different enquiries in one hour: this many at least, and this many times as many as in the person's usual hour.
MANY_AT_LEAST, MANY_TIMES_USUAL = 20, 3
USUAL_DAYS = 28
# Different enquiries in a day that somebody else closed, or works on. A few are normal: a colleague asks, or is away.
CLOSED_IN_A_DAY = 5
OTHERS_IN_A_DAY = 10
# When people work here, on any day, by the clock of the site; and how many openings at another time are still nothing.
FIRST_HOUR, LAST_HOUR = 7, 21
OUTSIDE_HOURS_IN_A_DAY = 3
# How far back a run looks. Longer than a day: a scheduler that stood still for a while misses nothing.
LOOKED_THROUGH = timedelta(days=2)


@dataclass(frozen=True, slots=True, repr=False)
class OpenedOnce:
    """One enquiry opened by one person, as it stood then."""

    person: int
    name: str
    enquiry: object
    at: datetime
    claimed_by_other: bool
    closed_by_other: bool

    @property
    def hour(self) -> datetime:
        return self.at.replace(minute=0, second=0, microsecond=0)

    @property
    def day(self) -> datetime:
        return timezone.make_aware(datetime.combine(timezone.localdate(self.at), time.min))

    @property
    def is_outside_hours(self) -> bool:
        return not FIRST_HOUR <= timezone.localtime(self.at).hour < LAST_HOUR


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """A rule that somebody's reading in an hour or a day broke."""

    rule: str
    person: int
    since: datetime
    count: int


def note_unusual_reading(now: datetime) -> int:
    """Look through the last two days, keep what is unusual and tell the leads what is new. How many that was."""
    openings = list(_openings(now - LOOKED_THROUGH))
    names = {opening.person: opening.name for opening in openings}
    return sum(_note(finding, names[finding.person]) for finding in find_unusual(openings, _usual_hour(now)))


def find_unusual(openings: Iterable[OpenedOnce], usual: dict[int, float]) -> Iterator[Finding]:
    """What breaks a rule. `usual`: how many different enquiries each person opens in an hour with any."""
    openings = list(openings)
    for (person, hour), count in _different(openings, lambda opening: opening.hour).items():
        if count >= max(MANY_AT_LEAST, MANY_TIMES_USUAL * usual.get(person, 0)):
            yield Finding(Rule.MANY, person, hour, count)
    for rule, limit, broken in (
        (Rule.CLOSED, CLOSED_IN_A_DAY, lambda opening: opening.closed_by_other),
        (Rule.OTHERS, OTHERS_IN_A_DAY, lambda opening: opening.claimed_by_other),
        (Rule.HOURS, OUTSIDE_HOURS_IN_A_DAY, lambda opening: opening.is_outside_hours),
    ):
        matching = [opening for opening in openings if broken(opening)]
        for (person, day), count in _different(matching, lambda opening: opening.day).items():
            if count >= limit:
                yield Finding(rule, person, day, count)


def _different(openings: list[OpenedOnce], span) -> Counter:  # type: ignore[no-untyped-def]
    """How many different enquiries each person opened in each span."""
    return Counter((person, since) for person, since, _ in {(o.person, span(o), o.enquiry) for o in openings})


def _openings(since: datetime) -> Iterator[OpenedOnce]:
    """What somebody else did with the enquiry counts only if it was before the opening."""
    lines = AuditEvent.objects.filter(action=AuditEvent.Action.OPENED, at__gte=since, actor_id__isnull=False)
    values = lines.order_by("pk").values_list(
        "actor_id",
        "actor_name",
        "enquiry_id",
        "at",
        "enquiry__claimed_by_id",
        "enquiry__claimed_at",
        "enquiry__closed_by_id",
        "enquiry__closed_at",
    )
    for person, name, enquiry, at, claimed_by, claimed_at, closed_by, closed_at in values.iterator(chunk_size=2000):
        is_closed = closed_at is not None and closed_at < at
        is_claimed = not is_closed and claimed_by is not None and claimed_at is not None and claimed_at < at
        yield OpenedOnce(
            person, name, enquiry, at, is_claimed and claimed_by != person, is_closed and closed_by != person
        )


def _usual_hour(now: datetime) -> dict[int, float]:
    """Over the four weeks before what is looked through."""
    lines = AuditEvent.objects.filter(
        action=AuditEvent.Action.OPENED,
        at__gte=now - LOOKED_THROUGH - timedelta(days=USUAL_DAYS),
        at__lt=now - LOOKED_THROUGH,
        actor_id__isnull=False,
    )
    hours: dict[tuple[int, datetime], set[object]] = {}
    for person, enquiry, at in lines.values_list("actor_id", "enquiry_id", "at").iterator(chunk_size=2000):
        hours.setdefault((person, at.replace(minute=0, second=0, microsecond=0)), set()).add(enquiry)
    opened, active = Counter[int](), Counter[int]()
    for (person, _), enquiries in hours.items():
        opened[person] += len(enquiries)
        active[person] += 1
    return {person: opened[person] / active[person] for person in active}


@transaction.atomic
def _note(finding: Finding, name: str) -> bool:
    """Whether it is new. What was told before is counted up."""
    notice, is_new = ReadingNotice.objects.get_or_create(
        rule=finding.rule,
        account_number=finding.person,
        since=finding.since,
        defaults={"name": name, "count": finding.count},
    )
    if is_new:
        tell_of_unusual_reading(about=finding.person)
    elif finding.count > notice.count:
        ReadingNotice.objects.filter(pk=notice.pk).update(count=finding.count)
    return is_new
