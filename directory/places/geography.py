"""Where a postcode is, which areas it is in, and how far things are. Pure functions over committed tables.

Sources: postcode sectors from the ONS Postcode Directory, areas from the ONS code lists, under the Open Government
Licence v3.0. `docs/geography.md` says how the tables are made.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from .postcode_table import DATA, Sector, districts, sectors
from .postcodes import Postcode, looks_like_postcode, read_postcode, without_household

__all__ = [
    "DATA",
    "Place",
    "PlaceNotFound",
    "ancestors_of",
    "areas_around",
    "distance_km",
    "locate_postcode",
    "looks_like_postcode",
    "place_of",
    "sector_places",
    "without_household",
]

EARTH_RADIUS_KM = 6371.0088
KM_PER_MILE = 1.609344


class PlaceNotFound(ValueError):
    """What was typed is a postcode in form but not one that exists, or no postcode at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the United Kingdom.

    `label` as a user reads it; `latitude` and `longitude` in degrees on WGS84; `authorities`: codes of the local
    authorities it is in, the largest share first; `areas`: those and every area that contains them.
    """

    label: str
    latitude: float
    longitude: float
    authorities: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def establishment(self) -> str:
        """The code of the prison it is, or nothing. Official codes are a letter and digits; a prison has none."""
        return next((code for code in self.areas if not code[1:].isdigit()), "")

    @property
    def area_label(self) -> str:
        """The label without the last part of a full postcode, which can point at one household."""
        return self.label.split()[0] if looks_like_postcode(self.label) else self.label


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two (latitude, longitude) pairs in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*first, *second))
    square = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(square)))


def locate_postcode(text: str) -> Place:
    """Find a full postcode, a sector ("G42 9") or an outward code ("G42").

    The point is the centre of the sector, or of the outward code. Raises `PlaceNotFound`.
    """
    found = read_postcode(text)
    if found is None or found.outside_uk:
        raise PlaceNotFound(text)
    return place_of(found)


def place_of(postcode: Postcode) -> Place:
    """Where a postcode is that the table has."""
    if postcode.inward:
        return _place(str(postcode), [sectors()[f"{postcode.outward} {postcode.inward[0]}"]])
    return _place(postcode.outward, districts()[postcode.outward])


@lru_cache(maxsize=2_048)
def ancestors_of(code: str) -> tuple[str, ...]:
    """Codes of the areas that contain the area `code`, nearest first. An unknown code has none."""
    found = []
    parent = _parents().get(code, "")
    while parent:
        found.append(parent)
        parent = _parents().get(parent, "")
    return tuple(found)


def _place(label: str, sectors: list[Sector]) -> Place:
    total = sum(sector.postcodes for sector in sectors)
    latitude = sum(sector.latitude * sector.postcodes for sector in sectors) / total
    longitude = sum(sector.longitude * sector.postcodes for sector in sectors) / total
    authorities = tuple(dict.fromkeys(code for sector in sectors for code in sector.authorities))
    return Place(label, latitude, longitude, authorities, areas_around(authorities))


@lru_cache(maxsize=1)
def _parents() -> dict[str, str]:
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["parent"] for row in csv.DictReader(file)}


def sector_places() -> list[Place]:
    """Every sector as a place, in a fixed order."""
    return [_place(name, [sector]) for name, sector in sorted(sectors().items())]


def areas_around(codes: Iterable[str]) -> tuple[str, ...]:
    """These areas and every area that contains one of them."""
    codes = tuple(codes)
    containing = (ancestor for code in codes for ancestor in ancestors_of(code))
    return tuple(dict.fromkeys((*codes, *containing)))
