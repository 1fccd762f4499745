"""The committed table of place names, as it is looked up. `docs/geography.md` says where it comes from."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from .geography import DATA, Place, ancestors_of, areas_around
from .names import place_key, place_words, short_form
from .regions import members_of, regions_around

Kind = Literal["town", "district", "local_authority", "prison", "region", "health_board", "nation"]

# The hub is for Scotland first, so a name that several places share means the Scottish one.
SCOTTISH_WEIGHT = 10
UNCOUNTED = {"district": 10_000, "town": 500}


class NamedPlace(NamedTuple):
    """One row of the table. `label` is its name with its council and leads back here, whatever else has its name."""

    label: str
    keys: tuple[str, ...]
    point: tuple[float, float]
    residents: int
    authorities: tuple[str, ...]
    district: str
    town: str
    area: str
    kind: Kind

    @property
    def is_area(self) -> bool:
        return self.kind in ("local_authority", "region", "health_board", "nation")

    @property
    def weight(self) -> int:
        """How many people may mean it."""
        residents = self.residents or UNCOUNTED.get(self.kind, 1)
        scottish = any(code.startswith("S") for code in (*self.authorities, self.area))
        return residents * SCOTTISH_WEIGHT if scottish else residents

    def place(self) -> Place:
        """The same as any other place. A prison is in no council: who works in the city does not work inside."""
        codes = (self.area,) if self.kind == "prison" else (*self.authorities, self.area)
        areas = areas_around(code for code in codes if code)
        return Place(self.label, *self.point, self.authorities, areas)

    def where(self) -> frozenset[str]:
        """The words by which it is told from others of its name."""
        codes = (*self.authorities[:1], *(code for first in self.authorities[:1] for code in ancestors_of(first)))
        names = [area_name(code) for code in codes]
        regions = regions_around(names[0]) if names else ()
        texts = (self.label, self.town, self.district, *names, *regions)
        return frozenset(word for text in texts for word in place_words(text))

    def members(self) -> tuple["NamedPlace", ...]:
        """What a region is made up of; nothing for any other place."""
        labels = members_of(self.label) if self.kind == "region" else ()
        return tuple(table().by_label[place_key(label)] for label in labels)


def area_name(code: str) -> str:
    """The name of an area, empty for an unknown code."""
    return _area_names().get(code, "")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by each of their names, by the first part of a longer name, and by label."""

    by_key: dict[str, list[NamedPlace]]
    by_short_form: dict[str, list[NamedPlace]]
    by_label: dict[str, NamedPlace]
    sorted_keys: list[str]


@lru_cache(maxsize=1)
def table() -> Table:
    """The table, read once."""
    by_key: dict[str, list[NamedPlace]] = {}
    by_short_form: dict[str, list[NamedPlace]] = {}
    by_label: dict[str, NamedPlace] = {}
    for row in read_places():
        by_label.setdefault(place_key(row.label), row)
        for key in row.keys:
            by_key.setdefault(key, []).append(row)
            short = " ".join(short_form(tuple(key.split())))
            if short:
                by_short_form.setdefault(short, []).append(row)
    return Table(by_key, by_short_form, by_label, sorted(by_key))


def read_places() -> Iterator[NamedPlace]:
    """Every row of the table, in its order."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for label, keys, latitude, longitude, residents, authorities, district, town, area, kind in rows:
            yield NamedPlace(
                label,
                tuple(keys.split("|")),
                (float(latitude), float(longitude)),
                int(residents or 0),
                tuple(authorities.split()),
                district,
                town,
                area,
                kind,  # type: ignore[arg-type]  # the command writes no other
            )


@lru_cache(maxsize=1)
def _area_names() -> dict[str, str]:
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}
