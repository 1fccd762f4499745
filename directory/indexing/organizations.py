"""How an organization becomes something that can be found, and what it runs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from directory.models import Organization, Service
from search.document import Document
from search.registry import register

KIND = "organization"


def register_organizations() -> None:
    """Register organizations. Their services are documents of their own, read when an organization is shown."""
    register(
        KIND,
        model=Organization,
        documents=build_documents,
        all_keys=lambda: Organization.objects.published().values_list("pk", flat=True),
    )


def build_documents(keys: Iterable[Any]) -> Iterator[Document]:
    """Yield the document of each of these organizations that the public may see. One query."""
    for organization in Organization.objects.published().filter(pk__in=list(keys)).order_by("pk"):
        yield Document(
            kind=KIND,
            key=str(organization.pk),
            title=organization.name,
            url=organization.get_absolute_url(),
            aliases=tuple(name.strip() for name in organization.alternate_name.split(",") if name.strip()),
            summary=organization.description,
            keywords=(organization.legal_status,) if organization.legal_status else (),
        )


def services_of(organizations: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """The (name, slug) of every public service that each of these runs or helps to run, by the organization's key."""
    keys = list(organizations)
    run = Service.objects.published().filter(organization__in=keys)
    helped = Service.objects.published().filter(partners__organization__in=keys)
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for rows in (
        run.order_by().values_list("organization", "name", "slug"),
        helped.order_by().values_list("partners__organization", "name", "slug"),
    ):
        for organization, name, slug in rows:
            found[organization].add((name, slug))
    return defaultdict(list, {key: sorted(services) for key, services in found.items()})
