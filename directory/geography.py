"""Where a postcode is, which areas it is in, and how far things are. Pure functions over committed tables.

Sources: postcode sectors from the ONS Postcode Directory, areas from the ONS code lists, under the Open Government
Licence v3.0. `docs/geography.md` says how the tables are made.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

DATA = Path(__file__).parent / "data"
EARTH_RADIUS_KM = 6371.0088
KM_PER_MILE = 1.609344

# Royal Mail's published formats: an outward code, and an inward code of a sector digit and a unit.
_OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
# People part the two by all kinds of spaces, dashes and strokes.
_WHOLE = re.compile(
    r"(?<![a-z0-9])(?P<outward>[a-z]{1,2}[0-9][a-z0-9]?)[\W_]{0,9}(?P<inward>[0-9][a-z]{2})(?![a-z0-9])", re.IGNORECASE
)
_INWARD = re.compile(r"(?:[0-9](?:[A-Z]{2})?)?")


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


@dataclass(frozen=True, slots=True)
class _Sector:
    latitude: float
    longitude: float
    postcodes: int
    authorities: tuple[str, ...]


def distance_km(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two (latitude, longitude) pairs in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*first, *second))
    square = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(square)))


def looks_like_postcode(text: str) -> bool:
    """Whether the text has the form of a whole or partial postcode."""
    return bool(_readings(text))


def without_household(text: str) -> str:
    """The text with every whole postcode that may exist cut to its district: its last letters point at few homes."""
    # Wide letters and the like are read as the plain ones they stand for.
    plain = unicodedata.normalize("NFKC", text)
    cut = _WHOLE.sub(_cut, plain)
    if cut == plain:
        return text
    # A district and what stands behind it may make another one.
    while (again := _WHOLE.sub(_cut, cut)) != cut:
        cut = again
    return cut


def _cut(found: re.Match[str]) -> str:
    outward = found["outward"].upper()
    return outward if outward in _outward_codes() else found[0]


def locate_postcode(text: str) -> Place:
    """Find a full postcode, a sector ("G42 9") or an outward code ("G42").

    The point is the centre of the sector, or of the outward code. Raises `PlaceNotFound`.
    """
    for outward, inward in _readings(text):
        if inward:
            sector = _sectors().get(f"{outward} {inward[0]}")
            if sector is not None:
                return _place(f"{outward} {inward}", [sector])
        elif outward in _outward_codes():
            return _place(outward, _outward_codes()[outward])
    raise PlaceNotFound(text)


@lru_cache(maxsize=2_048)
def ancestors_of(code: str) -> tuple[str, ...]:
    """Codes of the areas that contain the area `code`, nearest first. An unknown code has none."""
    found = []
    parent = _parents().get(code, "")
    while parent:
        found.append(parent)
        parent = _parents().get(parent, "")
    return tuple(found)


def _readings(text: str) -> list[tuple[str, str]]:
    """The outward and inward codes the text may stand for, the likeliest first.

    A space decides where the outward code ends. Without one "G11" is the outward code before it is the sector G1 1.
    """
    words = text.upper().split()[:4]
    squeezed = "".join(words)
    splits = [(words[0], words[1])] if len(words) == 2 else []
    splits += [(squeezed[:-3], squeezed[-3:]), (squeezed, ""), (squeezed[:-1], squeezed[-1:])]
    return [split for split in splits if _OUTWARD.fullmatch(split[0]) and _INWARD.fullmatch(split[1])]


def _place(label: str, sectors: list[_Sector]) -> Place:
    total = sum(sector.postcodes for sector in sectors)
    latitude = sum(sector.latitude * sector.postcodes for sector in sectors) / total
    longitude = sum(sector.longitude * sector.postcodes for sector in sectors) / total
    authorities = tuple(dict.fromkeys(code for sector in sectors for code in sector.authorities))
    return Place(label, latitude, longitude, authorities, areas_around(authorities))


@lru_cache(maxsize=1)
def _sectors() -> dict[str, _Sector]:
    with (DATA / "postcode_sectors.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {
            name: _Sector(float(latitude), float(longitude), int(postcodes), tuple(authorities.split()))
            for name, latitude, longitude, postcodes, authorities in rows
        }


@lru_cache(maxsize=1)
def _outward_codes() -> dict[str, list[_Sector]]:
    found: dict[str, list[_Sector]] = {}
    for name, sector in _sectors().items():
        found.setdefault(name.split()[0], []).append(sector)
    return found


@lru_cache(maxsize=1)
def _parents() -> dict[str, str]:
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["parent"] for row in csv.DictReader(file)}


def sector_places() -> list[Place]:
    """Every sector as a place, in a fixed order."""
    return [_place(name, [sector]) for name, sector in sorted(_sectors().items())]


def areas_around(codes: Iterable[str]) -> tuple[str, ...]:
    """These areas and every area that contains one of them."""
    codes = tuple(codes)
    containing = (ancestor for code in codes for ancestor in ancestors_of(code))
    return tuple(dict.fromkeys((*codes, *containing)))
