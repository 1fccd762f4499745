"""The postcode sectors in use, as the committed table has them."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Sector:
    """The centre of a sector in degrees, how many postcodes it has, and the codes of its authorities."""

    latitude: float
    longitude: float
    postcodes: int
    authorities: tuple[str, ...]


@lru_cache(maxsize=1)
def sectors() -> dict[str, Sector]:
    """Every sector by its name, like "G42 9"."""
    with (DATA / "postcode_sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {
            name: Sector(float(latitude), float(longitude), int(postcodes), tuple(authorities.split()))
            for name, latitude, longitude, postcodes, authorities in rows
        }


@lru_cache(maxsize=1)
def districts() -> dict[str, list[Sector]]:
    """The sectors of each district, by its name, like "G42"."""
    found: dict[str, list[Sector]] = {}
    for name, sector in sectors().items():
        found.setdefault(name.split()[0], []).append(sector)
    return found
