"""The rows of listings for a whole batch of documents.

Plain rows instead of objects: a rebuild reads every service there is, and objects with their relations cost ten times
as much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from django.db.models import QuerySet

from directory.models import (
    Confirmation,
    Language,
    OpenQuestion,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    ServiceTag,
    WayIn,
)
from directory.models.compiled_rows import Build, rows_of

TERM_FACETS = {
    "need": Service.needs.through,
    "setting": Service.settings.through,
    "route": Service.referral_routes.through,
    "peer": Service.peer_roles.through,
    "order": Service.order_types.through,
}
# What hangs on each service, by its key.
Grouped = dict[int, list[tuple]]


class ListingRow(NamedTuple):
    """A service's own row, with the names of its organization. Days as the driver gives them."""

    id: int
    name: str
    slug: str
    alternate_name: str
    phrases: str
    summary: str
    description: str
    eligibility_description: str
    peer_involvement: str
    status: str
    referrals: str
    referrals_as_of: date | str | None
    assured_date: date | str | None
    assured_with: str
    minimum_age: int | None
    maximum_age: int | None
    gender: str
    is_outreach: bool
    is_virtual: bool
    is_helpline: bool
    is_example: bool
    is_synthetic: bool
    organization__name: str
    organization__alternate_name: str


def listing_rows(keys: Sequence[int]) -> QuerySet:
    return Service.objects.published().filter(pk__in=keys).order_by("pk").values_list(*ListingRow._fields)


@dataclass(frozen=True, slots=True)
class ListingParts:
    """What hangs on services, by the service's key.

    `terms`: facet to service to (slug, name); `areas`: (code, name, kind); `places`: (name, town, private, latitude,
    longitude); `partners` and `tags`: (name,); `languages`: (code, name if it has none); `ways`: (kind,);
    `confirmations`: (fact, day, with whom); `questions`: (fact, text).
    """

    terms: dict[str, Grouped]
    areas: Grouped
    places: Grouped
    partners: Grouped
    languages: Grouped
    tags: Grouped
    ways: Grouped
    confirmations: Grouped
    questions: Grouped


def read_listing_parts(keys: Sequence[int]) -> ListingParts:
    terms = {facet: _grouped(rows, keys) for facet, rows in _TERM_ROWS.items()}
    others = (_areas, _places, _partners, _languages, _tags, _ways, _confirmations, _questions)
    return ListingParts(terms, *(_grouped(rows, keys) for rows in others))


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
    return _rows(ServiceArea.objects.in_force(), "service_id", keys, "area__code", "area__name", "area__kind")


def _places(keys: Sequence[int]) -> QuerySet:
    fields = ("name", "city", "is_confidential", "latitude", "longitude")
    return _rows(ServiceAtLocation.objects.all(), "service_id", keys, *(f"location__{name}" for name in fields))


def _partners(keys: Sequence[int]) -> QuerySet:
    return _rows(ServicePartner.objects.all(), "service_id", keys, "organization__name")


def _languages(keys: Sequence[int]) -> QuerySet:
    return _rows(Language.objects.all(), "service_id", keys, "code", "name")


def _tags(keys: Sequence[int]) -> QuerySet:
    return _rows(ServiceTag.objects.all(), "content_object_id", keys, "tag__name")


def _ways(keys: Sequence[int]) -> QuerySet:
    return _rows(WayIn.objects.all(), "service_id", keys, "kind")


def _confirmations(keys: Sequence[int]) -> QuerySet:
    return _rows(Confirmation.objects.all(), "service_id", keys, "fact", "confirmed_on", "confirmed_with")


def _questions(keys: Sequence[int]) -> QuerySet:
    return _rows(OpenQuestion.objects.all(), "service_id", keys, "about", "question")
