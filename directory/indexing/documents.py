"""How a service becomes something that can be found."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from directory.models import (
    Area,
    Confirmation,
    Language,
    Location,
    OpenQuestion,
    Organization,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    TaxonomyTerm,
    WayIn,
)
from directory.models.charges_and_languages import language_name
from directory.models.compiled_rows import read_column, rows_of
from directory.models.listing_words import CHECK_INTERVAL, availability_on, is_overdue
from directory.navigation.service_urls import service_url
from directory.places.geography import ancestors_of
from directory.referral.index_values import takes
from directory.referral.recorded_rules import OwnFacts, PartFacts, make_rules
from directory.referral.rules import Rules
from directory.vocabulary.facets import or_not_recorded, release_steps, ways_to_meet
from search.document import Document
from search.registry import register

from .listing_rows import TERM_FACETS, ListingParts, ListingRow, listing_rows, read_listing_parts

KIND = "service"
# An unchecked listing is still found, behind those that somebody has confirmed.
OVERDUE_RANK = 0.5
# Invented services show how the hub works, and must never stand before a real one that fits as well.
EXAMPLE_RANK = 0.3
# Facets that pages count. Those of `referral.index_values` only filter, so they need no column to count in.
COUNTED = ("need", "setting", "peer", "area", "referrals", "mode", "way")
# Facets that say what a service is about: phrases that people say for their values find it.
TOPICS = ("need", "setting", "order", "route", "peer")
WHO = {Service.Gender.WOMEN: "women’s service, for women", Service.Gender.MEN: "men’s service, for men"}
YOUNG_UNTIL, OLDER_FROM = 30, 50


def register_services() -> None:
    """Register services, and everything else whose change shows on a service."""
    register(
        KIND,
        model=Service,
        documents=build_documents,
        all_keys=lambda: Service.objects.published().values_list("pk", flat=True),
        facets=COUNTED,
        first_in_distress=("helpline", "yes"),
        dependents={
            Organization: _services_of_organization,
            TaxonomyTerm: _services_with_term,
            Area: lambda area: ServiceArea.objects.filter(area=area).values_list("service", flat=True),
            Location: lambda place: ServiceAtLocation.objects.filter(location=place).values_list("service", flat=True),
            Language: lambda child: [child.service_id],
            ServiceArea: lambda child: [child.service_id],
            ServiceAtLocation: lambda child: [child.service_id],
            ServicePartner: lambda child: [child.service_id],
            WayIn: lambda child: [child.service_id],
            Confirmation: lambda child: [child.service_id],
            OpenQuestion: lambda child: [child.service_id],
        },
        daily_changes=_services_changed_by_the_date,
        version=10,
    )


def build_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Yield the document of each of these services that the public may see."""
    numbers = [int(key) for key in keys]
    parts, today = read_listing_parts(numbers), timezone.localdate()
    for row in rows_of(listing_rows, numbers):
        yield _document(ListingRow(*row), parts, today)


def covering_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Area codes without those that lie inside another of them, so that each place is counted once."""
    codes = tuple(codes)
    return tuple(code for code in codes if not set(ancestors_of(code)) & set(codes))


def _document(listing: ListingRow, parts: ListingParts, today: date) -> Document:
    key = listing.id
    codes = covering_codes(code for code, *_ in parts.areas.get(key, ()))
    places = parts.places.get(key, ())
    checked = read_column(listing.assured_date, date.fromisoformat)
    return Document(
        kind=KIND,
        key=str(key),
        title=listing.name,
        url=service_url(listing.slug),
        aliases=tuple([name.strip() for name in listing.alternate_name.split(",") if name.strip()]),
        phrases=tuple(listing.phrases.splitlines()),
        summary=listing.summary,
        body="\n".join(filter(None, (listing.eligibility_description, listing.description, listing.peer_involvement))),
        keywords=tuple(filter(None, _keywords(listing, parts))),
        facets={
            **_facets(listing, parts, today),
            **takes(_rules(listing, parts, today)),
            "area": codes,
            "referrals": _referrals(listing, checked, today),
        },
        topics=TOPICS,
        coverage=codes,
        points=tuple(
            [(lat, lon) for _, _, private, lat, lon in places if not (private or lat is None or lon is None)]
        ),
        checked=checked,
        rank=_rank(listing, checked, today),
    )


def _rank(listing: ListingRow, checked: date | None, today: date) -> float:
    rank = OVERDUE_RANK if is_overdue(checked, today) else 1.0
    return rank * EXAMPLE_RANK if listing.is_example else rank


def _facets(listing: ListingRow, parts: ListingParts, today: date) -> dict[str, tuple[str, ...]]:
    """What it says of itself, by the filters of the finder and the steps of a release."""
    key = listing.id
    settings = _slugs(parts, "setting", key)
    return {
        "need": _slugs(parts, "need", key),
        "peer": _slugs(parts, "peer", key),
        "order": _slugs(parts, "order", key),
        "route": _slugs(parts, "route", key),
        "setting": or_not_recorded(settings),
        "mode": ways_to_meet(
            has_place=key in parts.places, is_outreach=listing.is_outreach, is_virtual=listing.is_virtual
        ),
        "way": tuple([kind for (kind,) in parts.ways.get(key, ())]),
        # Nobody answers an invented number: it must never come first for somebody in distress.
        "helpline": ("yes",) if listing.is_helpline and not listing.is_example else (),
        "release": release_steps(settings),
    }


def _slugs(parts: ListingParts, facet: str, key: int) -> tuple[str, ...]:
    return tuple([slug for slug, _ in parts.terms[facet].get(key, ())])


def _rules(listing: ListingRow, parts: ListingParts, today: date) -> Rules:
    key = listing.id
    own = OwnFacts(
        listing.minimum_age,
        listing.maximum_age,
        listing.gender,
        listing.is_helpline,
        listing.referrals,
        read_column(listing.referrals_as_of, date.fromisoformat),
        read_column(listing.assured_date, date.fromisoformat),
        listing.assured_with,
    )
    of_it = PartFacts(
        settings=dict(parts.terms["setting"].get(key, ())),
        orders=dict(parts.terms["order"].get(key, ())),
        routes=dict(parts.terms["route"].get(key, ())),
        areas=parts.areas.get(key, []),
        confirmations=[
            (fact, read_column(day, date.fromisoformat), by) for fact, day, by in parts.confirmations.get(key, ())
        ],
        questions=parts.questions.get(key, []),
    )
    return make_rules(own, of_it, today)


def _keywords(listing: ListingRow, parts: ListingParts) -> Iterator[str]:
    key = listing.id
    places = parts.places.get(key, ())
    yield from (listing.organization__name, listing.organization__alternate_name)
    yield from (name for (name,) in parts.partners.get(key, ()))
    for found in (*parts.terms.values(), parts.areas):
        yield from (row[1] for row in found.get(key, ()))
    # The name of a private place can give its address away; its town may be known.
    yield from (name for name, _, private, _, _ in places if not private)
    yield from (town for _, town, _, _, _ in places)
    yield from (language_name(code, name) for code, name in parts.languages.get(key, ()))
    yield from (name for (name,) in parts.tags.get(key, ()))
    yield from for_whom(listing.gender, listing.minimum_age, listing.maximum_age)


def for_whom(gender: str, minimum_age: int | None, maximum_age: int | None) -> Iterator[str]:
    """How people call a service for some only: a women's service, for young people."""
    if gender in WHO:
        yield WHO[gender]
    if maximum_age is not None and maximum_age <= YOUNG_UNTIL:
        yield "young people, youth"
    if minimum_age is not None and minimum_age >= OLDER_FROM:
        yield "older people"


def _referrals(listing: ListingRow, checked: date | None, today: date) -> tuple[str, ...]:
    """Whether it takes referrals now; a service that is not running takes none."""
    if listing.status != Service.Status.ACTIVE:
        return ()
    as_of = read_column(listing.referrals_as_of, date.fromisoformat)
    return (availability_on(today, listing.referrals, as_of, checked),)


def _services_changed_by_the_date(since: date, today: date) -> Iterable[int]:
    """Services that read otherwise on one day than on an earlier one, though nobody changed them.

    What was checked or said is too old by now, or an area begins or ceases to be covered.
    """
    first, last = since - CHECK_INTERVAL, today - CHECK_INTERVAL
    aged = Service.objects.published().filter(
        Q(assured_date__gte=first, assured_date__lt=last) | Q(referrals_as_of__gte=first, referrals_as_of__lt=last)
    )
    doubted = Confirmation.objects.filter(confirmed_on__gte=first, confirmed_on__lt=last)
    moved = ServiceArea.objects.filter(
        Q(valid_from__gt=since, valid_from__lte=today) | Q(valid_to__gte=since, valid_to__lt=today)
    )
    parts = (rows.values_list("service", flat=True) for rows in (doubted, moved))
    return {*aged.values_list("pk", flat=True), *(key for keys in parts for key in keys)}


def _services_of_organization(organization: Organization) -> Iterable[int]:
    run = Service.objects.filter(organization=organization).values_list("pk", flat=True)
    partnered = ServicePartner.objects.filter(organization=organization).values_list("service", flat=True)
    return {*run, *partnered}


def _services_with_term(term: TaxonomyTerm) -> Iterable[int]:
    links = (through.objects.filter(taxonomyterm=term) for through in TERM_FACETS.values())
    return {pk for rows in links for pk in rows.values_list("service_id", flat=True)}
