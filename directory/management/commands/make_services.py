"""Fill the directory with made-up, labelled services to see how it behaves at scale."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from tqdm import tqdm

from directory.demo.synthetic import SyntheticService, synthetic_services
from directory.indexing.documents import KIND
from directory.models import (
    Area,
    Location,
    Organization,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from search.changelog.log import record_changes
from search.indexing.indexer import postponed

BATCH = 2_000
ORGANIZATIONS = 200
THROUGH = {
    Taxonomy.NEED: Service.needs.through,
    Taxonomy.SETTING: Service.settings.through,
    Taxonomy.REFERRAL_ROUTE: Service.referral_routes.through,
    Taxonomy.PEER_ROLE: Service.peer_roles.through,
    Taxonomy.ORDER_TYPE: Service.order_types.through,
}


class Command(BaseCommand):
    help = "Make COUNT synthetic services, labelled as made up. Running it again adds what is missing up to COUNT."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("count", type=int)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--remove", action="store_true", help="delete all synthetic services instead")

    def handle(self, *args: Any, count: int, seed: int, remove: bool, **options: Any) -> None:
        if remove:
            self._remove()
            return
        if count < 1:
            raise CommandError("COUNT must be at least 1.")
        if not Area.objects.exists() or not TaxonomyTerm.objects.exists():
            raise CommandError("Run `manage.py seed_demo` or load areas and terms first.")
        already = Service.objects.filter(is_synthetic=True).count()
        with tqdm(desc="index", unit="service") as indexed, postponed(indexed.update):
            self._make(already, count, seed)
        self.stdout.write(
            f"{Service.objects.filter(is_synthetic=True).count()} synthetic services are in the directory."
        )

    def _make(self, already: int, count: int, seed: int) -> None:
        organization_ids = _organizations()
        with tqdm(desc="services", total=count, initial=min(already, count), unit="service") as progress:
            for first in range(already, count, BATCH):
                size = min(BATCH, count - first)
                made = synthetic_services(
                    size, seed=seed, first=first, organization_ids=organization_ids, today=timezone.localdate()
                )
                _save(list(islice(made, size)))
                progress.update(size)

    def _remove(self) -> None:
        services = Service.objects.filter(is_synthetic=True)
        with transaction.atomic():
            record_changes(KIND, list(services.values_list("pk", flat=True)))
            removed, _ = services.delete()
            # Their places last: what a listing names cannot be deleted.
            removed += Location.objects.filter(name__startswith="Made-up place ").delete()[0]
        self.stdout.write(f"{removed} rows removed.")


def _organizations() -> list[int]:
    slugs = [f"synthetic-organisation-{number}" for number in range(ORGANIZATIONS)]
    Organization.objects.bulk_create(
        [
            Organization(name=f"Made-up organisation {number}", slug=slug, live=True, has_unpublished_changes=False)
            for number, slug in enumerate(slugs)
        ],
        ignore_conflicts=True,
    )
    return list(Organization.objects.filter(slug__in=slugs).order_by("slug").values_list("pk", flat=True))


@transaction.atomic
def _save(batch: list[SyntheticService]) -> None:
    services = Service.objects.bulk_create([item.service for item in batch])
    locations = Location.objects.bulk_create(
        [
            Location(
                name=f"Made-up place {item.service.slug}",
                city=item.town,
                latitude=item.point[0],
                longitude=item.point[1],
            )
            for item in batch
        ]
    )
    ServiceAtLocation.objects.bulk_create(
        [
            ServiceAtLocation(service=service, location=location)
            for service, location in zip(services, locations, strict=True)
        ]
    )
    ServiceArea.objects.bulk_create([ServiceArea(service=item.service, area_id=item.area_id) for item in batch])
    for model, parts in _parts(batch).items():
        model._default_manager.bulk_create(parts, batch_size=5_000)
    for taxonomy, through in THROUGH.items():
        through.objects.bulk_create(_links(through, taxonomy, batch), batch_size=5_000)
    record_changes(KIND, [service.pk for service in services])


def _parts(batch: Iterable[SyntheticService]) -> dict[type[Model], list[Model]]:
    found: dict[type[Model], list[Model]] = defaultdict(list)
    for item in batch:
        for part in item.parts:
            part.service = item.service
            found[type(part)].append(part)
    return found


def _links(through: Any, taxonomy: str, batch: Iterable[SyntheticService]) -> list[Any]:
    return [
        through(service_id=item.service.pk, taxonomyterm_id=term) for item in batch for term in item.term_ids[taxonomy]
    ]
