"""Turns a demo listing into a service that is not saved yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from directory.contact_details.reserved import is_example_number
from directory.models import (
    Area,
    Confirmation,
    Contact,
    CostOption,
    Language,
    Location,
    OpenQuestion,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServicePartner,
    Taxonomy,
    TaxonomyTerm,
    WayIn,
)

from .listing import DemoListing, FromToday, Row
from .listing_phrases import read_phrases


@dataclass(frozen=True, slots=True)
class Known:
    """What listings name, by slug, code or name, and the day of loading. `terms`: (taxonomy, slug)."""

    today: date
    organizations: Mapping[str, Organization]
    areas: Mapping[str, Area]
    locations: Mapping[str, Location]
    terms: Mapping[tuple[str, str], TaxonomyTerm]
    phrases: Mapping[str, str]

    @classmethod
    def read(cls, today: date) -> "Known":
        """Everything that the database has."""
        terms = TaxonomyTerm.objects.select_related("taxonomy")
        return cls(
            today=today,
            organizations={row.slug: row for row in Organization.objects.all()},
            areas={row.code: row for row in Area.objects.all()},
            locations={row.name: row for row in Location.objects.all()},
            terms={(row.taxonomy.slug, row.slug): row for row in terms},
            phrases=read_phrases(),
        )

    def listed(self, taxonomy: str, slugs: Iterable[str]) -> list[TaxonomyTerm]:
        """Terms of one taxonomy, in the order given."""
        return [self.terms[taxonomy, slug] for slug in slugs]

    def found(self, row: Row) -> Row:
        """The fields of a row with the area, place or organization that it names, and its days as of today."""
        by_name: dict[str, Mapping[str, Model]] = {
            "area": self.areas,
            "location": self.locations,
            "organization": self.organizations,
        }
        return {
            name: by_name[name][str(value)] if name in by_name else self._as_of_today(value)
            for name, value in row.items()
        }

    def _as_of_today(self, value: object) -> object:
        return value.on(self.today) if isinstance(value, FromToday) else value

    def rows(self, model: type[Model], rows: Iterable[Row]) -> list[Model]:
        """Rows of a model that keeps its order."""
        return [model(sort_order=number, **self.found(row)) for number, row in enumerate(rows)]


def build_service(listing: DemoListing, known: Known) -> Service:
    """The service that a listing describes, with its parts. Nothing is saved but new tags."""
    service = Service(
        slug=listing.slug,
        name=listing.name,
        phrases=known.phrases.get(listing.slug, ""),
        summary=listing.summary,
        organization=known.organizations[listing.organization],
        source_note=_source_note(listing),
        live=False,
        **known.found(listing.fields),
    )
    for relation, value in (*_terms(listing, known), *_parts(listing, known)):
        setattr(service, relation, value)
    service.tags.set(listing.tags)
    return service


def _terms(listing: DemoListing, known: Known) -> Iterable[tuple[str, list[Any]]]:
    yield "needs", known.listed(Taxonomy.NEED, listing.needs)
    yield "settings", known.listed(Taxonomy.SETTING, listing.settings)
    yield "referral_routes", known.listed(Taxonomy.REFERRAL_ROUTE, listing.routes)
    yield "peer_roles", known.listed(Taxonomy.PEER_ROLE, listing.peers)
    yield "order_types", known.listed(Taxonomy.ORDER_TYPE, listing.orders)


def _parts(listing: DemoListing, known: Known) -> Iterable[tuple[str, list[Any]]]:
    yield "service_areas", [ServiceArea(**known.found(_row(row, "area"))) for row in listing.areas]
    yield "service_at_locations", [ServiceAtLocation(**known.found(_row(row, "location"))) for row in listing.places]
    yield "partners", [ServicePartner(**known.found(_row(row, "organization"))) for row in listing.partners]
    yield "phones", known.rows(Phone, [{"number": number, "description": who} for number, who in listing.phones])
    yield "contacts", known.rows(Contact, listing.contacts)
    yield "languages", known.rows(Language, listing.languages)
    yield "schedules", known.rows(Schedule, listing.schedules)
    yield "cost_options", known.rows(CostOption, listing.prices)
    yield "ways_in", known.rows(WayIn, [_way(*way) for way in listing.ways])
    yield "confirmations", known.rows(Confirmation, [_confirmation(*row) for row in listing.confirmations])
    yield "open_questions", known.rows(OpenQuestion, [_question(*row) for row in listing.questions])


def _way(kind: str, description: str, answer_days: int | None) -> Row:
    return {"kind": kind, "description": description, "answer_days": answer_days}


def _confirmation(fact: str, day: FromToday, by: str) -> Row:
    return {"fact": fact, "confirmed_on": day, "confirmed_with": by}


def _question(fact: str, words: str) -> Row:
    return {"about": fact, "question": words}


def _row(entry: str | Row, name: str) -> Row:
    return {name: entry} if isinstance(entry, str) else entry


def _source_note(listing: DemoListing) -> str:
    """Where it comes from, what is ours, and whether its numbers can be answered."""
    numbers = [number for number, _ in listing.phones]
    invented = numbers and all(is_example_number(number) for number in numbers)
    phone = "The phone number is an example: nobody answers it." if invented else ""
    return " ".join(filter(None, (listing.source, listing.inferred, phone)))
