"""How a service becomes something that can be found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from search.document import Document
from search.registry import register

from .compiled_rows import Build, read_column, rows_of
from .facets import age_spans, genders_taken, or_not_recorded, routes_open_to, ways_to_meet
from .geography import ancestors_of
from .models import (
    Area,
    Language,
    Location,
    Organization,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    ServiceTag,
    TaxonomyTerm,
)
from .models.charges_and_languages import language_name
from .models.listing_words import CHECK_INTERVAL, availability_on, is_overdue

KIND = "service"
# An unchecked listing is still found, behind those that somebody has confirmed.
OVERDUE_RANK = 0.5
TERM_FACETS = {
    "need": Service.needs.through,
    "setting": Service.settings.through,
    "route": Service.referral_routes.through,
    "peer": Service.peer_roles.through,
    "order": Service.order_types.through,
}
# What hangs on each service, by its key.
Grouped = dict[int, list[tuple]]
ANY_SLUG = "any-slug"
OTHER_FACETS = ("area", "referrals", "age", "gender", "mode")


def register_services() -> None:
    """Register services, and everything else whose change shows on a service."""
    register(
        KIND,
        model=Service,
        documents=build_documents,
        all_keys=lambda: Service.objects.published().values_list("pk", flat=True),
        facets=(*TERM_FACETS, *OTHER_FACETS),
        dependents={
            Organization: _services_of_organization,
            TaxonomyTerm: _services_with_term,
            Area: lambda area: ServiceArea.objects.filter(area=area).values_list("service", flat=True),
            Location: lambda place: ServiceAtLocation.objects.filter(location=place).values_list("service", flat=True),
            Language: lambda child: [child.service_id],
            ServiceArea: lambda child: [child.service_id],
            ServiceAtLocation: lambda child: [child.service_id],
            ServicePartner: lambda child: [child.service_id],
        },
        due=_services_changed_by_the_date,
        version=3,
    )


def build_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Yield the document of each of these services that the public may see.

    Plain rows instead of objects: a rebuild reads every service there is, and objects with their relations cost
    ten times as much.
    """
    numbers = [int(key) for key in keys]
    parts, today = _read_parts(numbers), timezone.localdate()
    for row in rows_of(_listings, numbers):
        yield _document(_Listing(*row), parts, today)


def covering_codes(codes: Iterable[str]) -> tuple[str, ...]:
    """Area codes without those that lie inside another of them, so that each place is counted once."""
    codes = tuple(codes)
    return tuple(code for code in codes if not set(ancestors_of(code)) & set(codes))


class _Listing(NamedTuple):
    """A service's own row, with the names of its organization. Days as the driver gives them."""

    id: int
    name: str
    slug: str
    alternate_name: str
    summary: str
    description: str
    eligibility_description: str
    peer_involvement: str
    status: str
    referrals: str
    referrals_as_of: date | str | None
    assured_date: date | str | None
    minimum_age: int | None
    maximum_age: int | None
    gender: str
    is_outreach: bool
    is_virtual: bool
    organization__name: str
    organization__alternate_name: str


def _listings(keys: Sequence[int]) -> QuerySet:
    return Service.objects.published().filter(pk__in=keys).order_by("pk").values_list(*_Listing._fields)


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on services, by the service's key.

    `terms`: facet to service to (slug, name); `areas`: (code, name); `places`: (name, town, private, latitude,
    longitude); `partners` and `tags`: (name,); `languages`: (code, name if it has none).
    """

    terms: dict[str, Grouped]
    areas: Grouped
    places: Grouped
    partners: Grouped
    languages: Grouped
    tags: Grouped


def _read_parts(keys: Sequence[int]) -> Parts:
    terms = {facet: _grouped(rows, keys) for facet, rows in _TERM_ROWS.items()}
    others = (_areas, _places, _partners, _languages, _tags)
    return Parts(terms, *(_grouped(rows, keys) for rows in others))


def _grouped(build: Build, keys: Sequence[int]) -> Grouped:
    found: Grouped = {}
    for row in rows_of(build, keys):
        found.setdefault(row[0], []).append(row[1:])
    return found


def _rows(children: QuerySet, owner: str, keys: Sequence[int], *fields: str) -> QuerySet:
    return children.filter(**{f"{owner}__in": keys}).order_by("pk").values_list(owner, *fields)


def _terms(facet: str, keys: Sequence[int]) -> QuerySet:
    return _rows(TERM_FACETS[facet].objects.all(), "service_id", keys, "taxonomyterm__slug", "taxonomyterm__name")


# Made once: a statement is kept for the very function that built it.
_TERM_ROWS = {facet: partial(_terms, facet) for facet in TERM_FACETS}


def _areas(keys: Sequence[int]) -> QuerySet:
    return _rows(ServiceArea.objects.in_force(), "service_id", keys, "area__code", "area__name")


def _places(keys: Sequence[int]) -> QuerySet:
    fields = ("name", "city", "is_confidential", "latitude", "longitude")
    return _rows(ServiceAtLocation.objects.all(), "service_id", keys, *(f"location__{name}" for name in fields))


def _partners(keys: Sequence[int]) -> QuerySet:
    return _rows(ServicePartner.objects.all(), "service_id", keys, "organization__name")


def _languages(keys: Sequence[int]) -> QuerySet:
    return _rows(Language.objects.all(), "service_id", keys, "code", "name")


def _tags(keys: Sequence[int]) -> QuerySet:
    return _rows(ServiceTag.objects.all(), "content_object_id", keys, "tag__name")


def _document(listing: _Listing, parts: Parts, today: date) -> Document:
    key = listing.id
    codes = covering_codes(code for code, _ in parts.areas.get(key, ()))
    places = parts.places.get(key, ())
    checked = read_column(listing.assured_date, date.fromisoformat)
    facets = {facet: tuple([slug for slug, _ in found.get(key, ())]) for facet, found in parts.terms.items()}
    return Document(
        kind=KIND,
        key=str(key),
        title=listing.name,
        url=_address_of(listing.slug),
        aliases=tuple([name.strip() for name in listing.alternate_name.split(",") if name.strip()]),
        summary=listing.summary,
        body=_body(listing, parts),
        facets={
            **facets,
            "route": or_not_recorded(routes_open_to(facets["route"])),
            "setting": or_not_recorded(facets["setting"]),
            "order": or_not_recorded(facets["order"]),
            "area": codes,
            "referrals": _referrals(listing, checked, today),
            "age": age_spans(listing.minimum_age, listing.maximum_age),
            "gender": genders_taken(listing.gender),
            "mode": ways_to_meet(
                has_place=bool(places), is_outreach=listing.is_outreach, is_virtual=listing.is_virtual
            ),
        },
        coverage=codes,
        points=tuple(
            [(lat, lon) for _, _, private, lat, lon in places if not (private or lat is None or lon is None)]
        ),
        checked=checked,
        rank=OVERDUE_RANK if is_overdue(checked, today) else 1.0,
    )


def _body(listing: _Listing, parts: Parts) -> str:
    key = listing.id
    places = parts.places.get(key, ())
    texts = [listing.organization__name, listing.organization__alternate_name]
    texts += [name for (name,) in parts.partners.get(key, ())]
    texts += [listing.eligibility_description, listing.description, listing.peer_involvement]
    for found in (*parts.terms.values(), parts.areas):
        texts += [name for _, name in found.get(key, ())]
    # The name of a private place can give its address away; its town may be known.
    texts += [name for name, _, private, _, _ in places if not private]
    texts += [town for _, town, _, _, _ in places]
    texts += [language_name(code, name) for code, name in parts.languages.get(key, ())]
    texts += [name for (name,) in parts.tags.get(key, ())]
    return "\n".join(filter(None, texts))


def _address_of(slug: str) -> str:
    before, after = _address_parts()
    return f"{before}{slug}{after}"


@lru_cache(maxsize=1)
def _address_parts() -> tuple[str, str]:
    """What stands before and after the slug in a service's address; reversing it for each takes longest."""
    before, _, after = reverse("service", args=[ANY_SLUG]).partition(ANY_SLUG)
    return before, after


def _referrals(listing: _Listing, checked: date | None, today: date) -> tuple[str, ...]:
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
    moved = ServiceArea.objects.filter(
        Q(valid_from__gt=since, valid_from__lte=today) | Q(valid_to__gte=since, valid_to__lt=today)
    )
    return {*aged.values_list("pk", flat=True), *moved.values_list("service", flat=True)}


def _services_of_organization(organization: Organization) -> Iterable[int]:
    run = Service.objects.filter(organization=organization).values_list("pk", flat=True)
    partnered = ServicePartner.objects.filter(organization=organization).values_list("service", flat=True)
    return {*run, *partnered}


def _services_with_term(term: TaxonomyTerm) -> Iterable[int]:
    links = (through.objects.filter(taxonomyterm=term) for through in TERM_FACETS.values())
    return {pk for rows in links for pk in rows.values_list("service_id", flat=True)}
