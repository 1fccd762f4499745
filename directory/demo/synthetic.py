"""Made-up services for tests of scale. Everything here is labelled as made up."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import Model

from directory.models import (
    Area,
    Contact,
    CostOption,
    Language,
    Phone,
    Schedule,
    Service,
    Taxonomy,
    TaxonomyTerm,
    WayIn,
)
from directory.places.geography import sector_places

KINDS = ("Peer mentoring", "Recovery café", "Through the gate", "Women's group", "Men's shed", "Listening line")
KINDS += ("Housing support", "Custody mentoring", "Employability course", "Family group", "Court support", "Drop-in")
PEOPLE = ("people on a community sentence", "people leaving prison", "people in police custody", "women", "men")
PEOPLE += ("young people", "families", "people in recovery", "people on licence", "anyone in the justice system")
HELP = ("housing", "benefits", "alcohol", "drugs", "mental health", "work", "family", "money", "a doctor", "company")
# About one in ten covers a whole nation, the rest one council; this is how the national directories look.
NATIONAL_SHARE = 0.1
CHECKED_WITHIN_DAYS = 400


@dataclass(frozen=True, slots=True)
class SyntheticService:
    """One made-up service and what hangs on it. `point` is latitude and longitude in degrees.

    `parts`: opening hours, prices, languages and contacts, still without their service.
    """

    service: Service
    term_ids: dict[str, list[int]]
    area_id: int
    town: str
    point: tuple[float, float]
    parts: tuple[Model, ...] = ()


def synthetic_services(
    count: int, *, seed: int, first: int, organization_ids: list[int], today: date
) -> Iterator[SyntheticService]:
    """Yield `count` services, always the same ones for the same seed and start number."""
    random_source = random.Random(f"{seed}-{first}")  # noqa: S311 - nothing secret, and it must repeat
    sectors = sector_places()
    areas = dict(Area.objects.values_list("code", "pk"))
    names = dict(Area.objects.values_list("code", "name"))
    terms = {slug: list(TaxonomyTerm.objects.of(slug).values_list("pk", flat=True)) for slug in _TAXONOMIES}
    for number in range(first, first + count):
        place = sectors[random_source.randrange(len(sectors))]
        authority = place.authorities[0]
        nation = _NATIONS[authority[0]]
        code = nation if random_source.random() < NATIONAL_SHARE else authority
        yield SyntheticService(
            service=_service(random_source, number, names[code], random_source.choice(organization_ids), today),
            term_ids={
                slug: random_source.sample(ids, min(len(ids), _TAXONOMIES[slug])) for slug, ids in terms.items()
            },
            area_id=areas[code],
            town=place.area_label,
            point=(place.latitude, place.longitude),
            parts=tuple(_parts(random.Random(f"{seed}-{number}"))),  # noqa: S311
        )


_NATIONS = {"E": "E92000001", "S": "S92000003", "W": "W92000004", "N": "N92000002"}
_TAXONOMIES = {
    Taxonomy.NEED: 2,
    Taxonomy.SETTING: 2,
    Taxonomy.REFERRAL_ROUTE: 1,
    Taxonomy.PEER_ROLE: 1,
    Taxonomy.ORDER_TYPE: 1,
}


def _parts(random_source: random.Random) -> Iterator[Model]:
    """Most directories record little: two listings in three say when, one in three what it costs."""
    if random_source.random() < 0.66:
        first, last = random_source.choice((("MO", "FR"), ("MO", "SU"), ("TU", "TH"), ("WE", "")))
        opens, closes = random_source.choice(((9, 17), (10, 16), (18, 21), (22, 2), (0, 0)))
        rule = random_source.choice(("", "closed", "open"))
        hours = {"opens_at": time(opens), "closes_at": time(closes), "bank_holidays": rule}
        yield Schedule(byday=first, until_day=last, sort_order=0, **hours)
    if random_source.random() < 0.33:
        yield CostOption(amount=random_source.choice((0, 0, 0, 2, 5)), sort_order=0)
    if random_source.random() < 0.2:
        yield Language(code=random_source.choice(Language.Code.values), sort_order=0)
    if random_source.random() < 0.2:
        # Ofcom keeps these numbers for drama.
        yield Contact(title="Duty worker", phone=f"01632 960{random_source.randrange(1000):03}", sort_order=0)
    yield from _ways_in(random_source)


def _ways_in(random_source: random.Random) -> Iterator[Model]:
    if random_source.random() < 0.6:
        yield Phone(number=f"01632 960{random_source.randrange(1000):03}", sort_order=0)
        yield WayIn(kind=WayIn.Kind.CALL, sort_order=0)
    others = (WayIn.Kind.DROP_IN, WayIn.Kind.ASK_STAFF, WayIn.Kind.PROFESSIONAL, WayIn.Kind.ENQUIRY)
    for number, kind in enumerate(random_source.sample(others, random_source.choice((0, 1, 2))), start=1):
        yield WayIn(kind=kind, sort_order=number)


def _service(random_source: random.Random, number: int, area: str, organization_id: int, today: date) -> Service:
    kind, people = random_source.choice(KINDS), random_source.choice(PEOPLE)
    first, second = random_source.sample(HELP, 2)
    minimum_age = random_source.choice((None, 16, 18))
    return Service(
        name=f"{kind}, {area} {number}",
        slug=f"synthetic-{number}",
        organization_id=organization_id,
        summary=f"Made-up listing: {kind.lower()} for {people}, with help on {first} and {second}.",
        description=f"For testing only. It is about {first}, {second} and {random_source.choice(HELP)}.",
        eligibility_description=f"{people[0].upper()}{people[1:]} in {area}",
        minimum_age=minimum_age,
        gender=random_source.choice(("anyone", "anyone", "women", "men", "")),
        referrals=random_source.choice(Service.Referrals.values),
        wait_minimum=random_source.choice((None, 2, 0)),
        assured_date=today - timedelta(days=random_source.randrange(CHECKED_WITHIN_DAYS)),
        source_note="Made up by make_services.",
        is_synthetic=True,
        live=True,
        has_unpublished_changes=False,
    )
