"""The rules of listings, from the database or from a listing at hand. One function makes both alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, IntegerField, QuerySet, Value
from django.utils import timezone

from directory.models import Area, Confirmation, OpenQuestion, Service, ServiceArea, ServicePartner
from directory.models.compiled_rows import read_column, rows_of
from directory.models.confirmations import RULES as RULE_FACTS
from directory.models.listing_words import availability_on, is_overdue

from .rules import Confirmed, Establishment, Rules

# Two services with so many organizations in common are parts of one piece of work.
SHARED_PARTNERS = 2
TERMS = {"settings": "settings", "orders": "order_types", "routes": "referral_routes"}


class OwnFacts(NamedTuple):
    """What a service's own row says about who it takes. Days as `date`."""

    minimum_age: int | None
    maximum_age: int | None
    gender: str
    is_helpline: bool
    referrals: str
    referrals_as_of: date | None
    assured_date: date | None
    assured_with: str


@dataclass(slots=True)
class PartFacts:
    """What hangs on it. Terms as slug to name; `areas`: (code, name, kind) of those in force; `confirmations`: (fact,
    day, with whom); `questions`: (fact, text)."""

    settings: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    routes: dict[str, str] = field(default_factory=dict)
    areas: list[tuple[str, str, str]] = field(default_factory=list)
    confirmations: list[tuple[str, date, str]] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)


def make_rules(own: OwnFacts, parts: PartFacts, today: date, related_gender: str = "") -> Rules:
    """The rules of one listing on a day. What was confirmed too long ago, or is in question, is not confirmed."""
    questions: dict[str, str] = {}
    for fact, text in parts.questions:
        questions.setdefault(fact, text)
    return Rules(
        minimum_age=own.minimum_age,
        maximum_age=own.maximum_age,
        gender=own.gender,
        related_gender="" if own.gender else related_gender,
        settings=parts.settings,
        orders=parts.orders,
        routes=parts.routes,
        areas={code: name for code, name, kind in parts.areas if kind not in Area.ESTABLISHMENTS},
        establishments={
            code: Establishment(name, kind) for code, name, kind in parts.areas if kind in Area.ESTABLISHMENTS
        },
        is_full=_is_full(own, today),
        is_helpline=own.is_helpline,
        confirmed=_confirmed(own, parts, questions, today),
        questions=questions,
    )


def rules_of(service: Service) -> Rules:
    """The rules of a listing whose parts are at hand, saved or not."""
    own = OwnFacts(*(getattr(service, name) for name in OwnFacts._fields))
    parts = PartFacts(
        settings={term.slug: term.name for term in service.settings.all()},
        orders={term.slug: term.name for term in service.order_types.all()},
        routes={term.slug: term.name for term in service.referral_routes.all()},
        areas=[(row.area.code, row.area.name, row.area.kind) for row in service.areas_in_force],
        confirmations=[(row.fact, row.confirmed_on, row.confirmed_with) for row in service.confirmations.all()],
        questions=[(row.about, row.question) for row in service.open_questions.all()],
    )
    return make_rules(own, parts, timezone.localdate(), _related_gender(service))


def read_rules(keys: Iterable[int]) -> dict[int, Rules]:
    """The rules of these services. Two queries, and a third where some of them have partners."""
    keys, today = list(keys), timezone.localdate()
    owns = {row[0]: _own(row[1:]) for row in rows_of(_own_rows, keys)}
    parts = {key: PartFacts() for key in owns}
    organizations: dict[int, set[int]] = {}
    for row in sorted((_PartRow(*values) for values in rows_of(_part_rows, keys)), key=_in_order):
        if row.part == "organizations":
            organizations.setdefault(row.service_id, set()).add(row.position)
        elif row.service_id in parts:
            _add(parts[row.service_id], row)
    related = related_genders({key: found for key, found in organizations.items() if not owns[key].gender})
    return {key: make_rules(own, parts[key], today, related.get(key, "")) for key, own in owns.items()}


def related_genders(organizations: Mapping[int, set[int]]) -> dict[int, str]:
    """Of these services, those with others of the same partners that take only women or only men, and which.

    organizations: the keys of all that run each service. "Of the same partners" is said of services that share at
    least two of them. One query; none where no service has partners.
    """
    several = {key: found for key, found in organizations.items() if len(found) >= SHARED_PARTNERS}
    others = _gendered_services({one for found in several.values() for one in found}) if several else {}
    related = {}
    for key, own in several.items():
        genders = {gender for other, (gender, theirs) in others.items() if other != key and _is_shared(own, theirs)}
        # Partners with work for women and work for men take both.
        if len(genders) == 1:
            related[key] = genders.pop()
    return related


def _related_gender(service: Service) -> str:
    key = service.pk or 0
    run_by = {service.organization_id, *(partner.organization_id for partner in service.partners.all())}
    return "" if service.gender else related_genders({key: run_by}).get(key, "")


def _is_full(own: OwnFacts, today: date) -> bool:
    """An old "full" is not relied on."""
    return availability_on(today, own.referrals, own.referrals_as_of, own.assured_date) == Service.Referrals.FULL


def _confirmed(own: OwnFacts, parts: PartFacts, questions: dict[str, str], today: date) -> dict[str, Confirmed]:
    whole = None if is_overdue(own.assured_date, today) else Confirmed(own.assured_date, own.assured_with)
    found = {fact.value: whole for fact in RULE_FACTS} if whole else {}
    for fact, day, by in parts.confirmations:
        if not is_overdue(day, today) and (fact not in found or day > found[fact].on):
            found[fact] = Confirmed(day, by)
    return {fact: confirmed for fact, confirmed in found.items() if fact not in questions}


class _PartRow(NamedTuple):
    service_id: int
    part: str
    position: int | None
    code: str
    name: str
    kind: str
    day: date | str | None


def _in_order(row: _PartRow) -> tuple[int, int, str]:
    return (row.service_id, row.position or 0, row.name)


def _own(values: Sequence[Any]) -> OwnFacts:
    own = OwnFacts(*values)
    return own._replace(
        is_helpline=bool(own.is_helpline),
        referrals_as_of=read_column(own.referrals_as_of, date.fromisoformat),
        assured_date=read_column(own.assured_date, date.fromisoformat),
    )


def _own_rows(keys: Sequence[int]) -> QuerySet:
    return Service.objects.filter(pk__in=keys).order_by().values_list("pk", *OwnFacts._fields)


def _part_rows(keys: Sequence[int]) -> QuerySet:
    confirmations = Confirmation.objects.filter(service__in=keys)
    areas = ServiceArea.objects.in_force().filter(service__in=keys)
    return _rows(confirmations, "confirmations", "sort_order", "fact", "confirmed_with", day="confirmed_on").union(
        _rows(OpenQuestion.objects.filter(service__in=keys), "questions", "sort_order", "about", "question"),
        _rows(areas, "areas", None, "area__code", "area__name", "area__kind"),
        *(_term_rows(part, relation, keys) for part, relation in TERMS.items()),
        _rows(ServicePartner.objects.filter(service__in=keys), "organizations", "organization_id"),
        _rows(Service.objects.filter(pk__in=keys), "organizations", "organization_id", owner="pk"),
        all=True,
    )


def _term_rows(part: str, relation: str, keys: Sequence[int]) -> QuerySet:
    rows = getattr(Service, relation).through.objects.filter(service__in=keys)
    return _rows(rows, part, "taxonomyterm__position", "taxonomyterm__slug", "taxonomyterm__name")


def _rows(
    rows: QuerySet,
    part: str,
    position: str | None,
    code: str = "",
    name: str = "",
    kind: str = "",
    day: str = "",
    owner: str = "service_id",
) -> QuerySet:
    return rows.order_by().values_list(
        owner,
        _text(part),
        position or Value(0, IntegerField()),
        code or _text(""),
        name or _text(""),
        kind or _text(""),
        day or Value(None, DateField()),
    )


def _text(value: str) -> Value:
    return Value(value, CharField())


def _add(parts: PartFacts, row: _PartRow) -> None:
    if row.part == "areas":
        parts.areas.append((row.code, row.name, row.kind))
    elif row.part == "confirmations":
        parts.confirmations.append((row.code, read_column(row.day, date.fromisoformat), row.name))
    elif row.part == "questions":
        parts.questions.append((row.code, row.name))
    else:
        getattr(parts, row.part)[row.code] = row.name


def _is_shared(own: set[int], theirs: set[int]) -> bool:
    return len(own & theirs) >= SHARED_PARTNERS


def _gendered_services(organizations: set[int]) -> dict[int, tuple[str, set[int]]]:
    """Public services for women or for men only that one of these runs, each with those of them that run it."""
    public = Service.objects.published().filter(gender__in=("women", "men"))
    led = public.filter(organization__in=organizations).order_by().values_list("pk", "gender", "organization_id")
    helped = public.filter(partners__organization__in=organizations).order_by()
    found: dict[int, tuple[str, set[int]]] = {}
    for key, gender, organization in led.union(
        helped.values_list("pk", "gender", "partners__organization_id"), all=True
    ):
        found.setdefault(key, (gender, set()))[1].add(organization)
    return found
