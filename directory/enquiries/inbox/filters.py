"""The filters of a queue: columns in the clear, in the address, and unknown values left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import Case, CharField, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat, Trim
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.content.answers import SenderKind
from directory.enquiries.models.querysets import EnquiryQuerySet
from directory.models import Service

from .rows import TermNames

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

NONE = "none"
ME, OTHERS = "me", "others"
DUE = {"late": lazy("Late"), "today": lazy("Today"), "week": lazy("Within 7 days")}
Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter with what it offers in this queue, and what is chosen: empty for everything."""

    name: str
    label: str
    everything: str
    choices: Choices
    value: str


def read_filters(used: "Used", params: Mapping[str, str]) -> list[Filter]:
    """What a queue can be narrowed by. What is not on offer, or makes no sense, is not chosen."""
    offered = (
        ("due", _("Due"), _("Any time"), list(DUE.items())),
        ("service", _("Service"), _("Any or none"), used.service),
        ("sender", _("From"), _("Anyone"), list(SenderKind.choices)),
        ("need", _("Need"), _("Any"), list(used.names.needs.items())),
        ("setting", _("Where"), _("Anywhere"), list(used.names.settings.items())),
        ("area", _("Area"), _("Anywhere"), used.area),
        ("claimer", _("Claimed by"), _("Anyone"), used.claimer),
    )
    return [
        Filter(name, label, everything, choices, _known(params.get(name, ""), choices))
        for name, label, everything, choices in offered
    ]


def narrow(found: EnquiryQuerySet, filters: list[Filter], user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    """What is left of a queue."""
    for each in filters:
        if each.value:
            found = NARROW[each.name](found, each.value, user, now)
    return found


def _due(found: EnquiryQuerySet, value: str, user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    if value == "late":
        return found.overdue(now)
    days = 1 if value == "today" else 8
    end = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return found.filter(answered_at__isnull=True, answer_due_at__lt=end)


def _service(found: EnquiryQuerySet, value: str, user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    return found.filter(service=None, service_name="") if value == NONE else found.filter(service_id=int(value))


def _claimer(found: EnquiryQuerySet, value: str, user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    if value == NONE:
        return found.filter(claimed_by=None)
    if value == OTHERS:
        return found.filter(~Q(claimed_by=user), claimed_by__isnull=False)
    return found.filter(claimed_by_id=user.pk if value == ME else int(value))


def _area(found: EnquiryQuerySet, value: str, user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    return found.filter(postcode_district="" if value == NONE else value)


NARROW = {
    "due": _due,
    "service": _service,
    "sender": lambda found, value, user, now: found.filter(sender_kind=value),
    "need": lambda found, value, user, now: found.needing(value),
    "setting": lambda found, value, user, now: found.filter(setting=value),
    "area": _area,
    "claimer": _claimer,
}


@dataclass(frozen=True, slots=True)
class Used:
    """What the enquiries of a queue have to choose from, by the name of the filter, and what terms are called."""

    service: Choices
    area: Choices
    claimer: Choices
    names: TermNames


def read_used(in_queue: EnquiryQuerySet) -> Used:
    """One query: which services were asked for, from which areas, who has claimed something, and all terms."""
    services = Service.objects.filter(pk__in=in_queue.exclude(service=None).order_by().values("service"))
    claimers = get_user_model().objects.filter(
        pk__in=in_queue.exclude(claimed_by=None).order_by().values("claimed_by")
    )
    rows = _choices(services, "service", "name").union(
        _choices(claimers, "claimer", USER_NAME),
        in_queue.order_by().values_list(
            Value("area", CharField()), "postcode_district", "postcode_district", Value(0, IntegerField())
        ),
        TermNames.rows(),
    )
    found: dict[str, Choices] = {"service": [], "area": [], "claimer": []}
    terms = []
    for row in sorted(rows, key=lambda row: (row[0], row[2].casefold(), row[1])):
        kind, value, label, _unused = row
        if kind in found:
            found[kind].append((value or NONE, label or _("Not said")))
        else:
            terms.append(row)
    return Used(
        service=[*found["service"], (NONE, _("No service chosen"))],
        area=found["area"],
        claimer=[(ME, _("Me")), (NONE, _("Nobody")), (OTHERS, _("Colleagues")), *found["claimer"]],
        names=TermNames.from_rows(terms),
    )


# As `str` names them.
USER_NAME = Case(
    When(first_name="", last_name="", then=F("email")), default=Trim(Concat("first_name", Value(" "), "last_name"))
)


def _choices(rows: QuerySet, kind: str, label: Any) -> QuerySet:
    return rows.order_by().values_list(
        Value(kind, CharField()), Cast("pk", CharField()), label, Value(0, IntegerField())
    )


def _known(value: str, choices: Choices) -> str:
    return value if value in dict(choices) else ""
