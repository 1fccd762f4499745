"""Who has how much to do, what is late, and what was answered in time."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.enquiries.models import Enquiry

LOOKS_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Load:
    """One person's, or nobody's: what waits to be claimed."""

    name: str
    open: int
    overdue: int
    urgent: int
    answered: int
    in_time: int

    @property
    def share_in_time(self) -> int | None:
        """Per cent of what was answered; None when nothing was."""
        return round(100 * self.in_time / self.answered) if self.answered else None


def read_workload() -> list[Load]:
    """Everybody who has something open or answered something in the last 90 days. Two queries; practice left out."""
    now = timezone.now()
    is_open = Q(closed_at=None, quarantined_at=None)
    recent = Q(answered_at__gte=now - LOOKS_BACK)
    rows = (
        Enquiry.objects.filter(is_open | recent, is_practice=False)
        .values("claimed_by")
        .annotate(
            open=Count("pk", filter=is_open),
            overdue=Count("pk", filter=is_open & Q(answered_at=None, answer_due_at__lt=now)),
            urgent=Count("pk", filter=is_open & Q(is_urgent=True)),
            answered=Count("pk", filter=recent),
            in_time=Count("pk", filter=recent & Q(answered_at__lte=F("answer_due_at"))),
        )
        .order_by()
    )
    by_person: dict[Any, dict[str, Any]] = {row.pop("claimed_by"): row for row in rows}
    people = get_user_model()._default_manager.in_bulk([pk for pk in by_person if pk is not None])
    loads = [Load(_name(people, pk), **row) for pk, row in by_person.items()]
    return sorted(loads, key=lambda load: (-load.overdue, -load.open, load.name))


def _name(people: dict[Any, Any], pk: Any) -> str:
    return str(people[pk]) if pk in people else _("Nobody yet")
