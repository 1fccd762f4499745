"""Bring the areas of the database in line with the committed table."""

import csv
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from directory.models import Area
from directory.places.geography import DATA
from directory.vocabulary.labels import record_areas


class Command(BaseCommand):
    help = "Load nations, health boards, local authorities and prisons. Safe to run again; nothing is deleted."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        Area.objects.bulk_create(
            [Area(code=row["code"], name=row["name"], kind=row["kind"], holds=row["holds"]) for row in rows],
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "kind", "holds"],
        )
        ids = dict(Area.objects.values_list("code", "pk"))
        areas = [Area(pk=ids[row["code"]], parent_id=ids.get(row["parent"])) for row in rows]
        Area.objects.bulk_update(areas, ["parent"])
        record_areas()
        self.stdout.write(f"{len(rows)} areas are loaded.")
