"""A grid over the Earth in several sizes, so that nearness becomes a lookup of terms."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088
HALF_RADIAN = math.pi / 360.0
# Each size divides the one before by four, so a cell holds sixteen of the next level.
SIZES = (8.0, 2.0, 0.5, 0.125, 0.03125, 0.0078125)
EVERYWHERE = -1
SUBDIVISION = 4


@dataclass(frozen=True, slots=True)
class Cover:
    """The cells wholly within a circle and those that its edge passes through."""

    inside: tuple[int, ...]
    edge: tuple[int, ...]


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance between two places in degrees."""
    return distances_km(latitude, longitude, ((other_latitude, other_longitude),))[0]


def distances_km(latitude: float, longitude: float, places: Iterable[tuple[float, float]]) -> list[float]:
    """The great-circle distances from one place to many, all in degrees."""
    # Local names: this runs for thousands of places in one request.
    sin, cosine, asin, sqrt, half, diameter = (
        math.sin,
        math.cos,
        math.asin,
        math.sqrt,
        HALF_RADIAN,
        2.0 * EARTH_RADIUS_KM,
    )
    radian = 2.0 * half
    own = cosine(latitude * radian)
    distances = []
    for north, east in places:
        square = sin((north - latitude) * half) ** 2
        square += own * cosine(north * radian) * sin((east - longitude) * half) ** 2
        distances.append(diameter * asin(min(1.0, sqrt(square))))
    return distances


def cells_of(latitude: float, longitude: float) -> Iterator[int]:
    """The cell of each size that holds a place, and the one that holds everything."""
    yield EVERYWHERE
    for level, size in enumerate(SIZES):
        yield code_of_cell(level, int((latitude + 90.0) // size), int((longitude + 180.0) % 360.0 // size))


def finer(whole: Cover) -> list[Cover]:
    """The parts of a cover: its halves, or what a single cell is made of."""
    codes = [*whole.inside, *whole.edge]
    if len(codes) > 1:
        middle = len(codes) // 2
        return [Cover(tuple(codes[:middle]), ()), Cover(tuple(codes[middle:]), ())]
    return [Cover((code,), ()) for code in _parts(codes[0])]


def _parts(code: int) -> Iterator[int]:
    if code < EVERYWHERE:
        return
    if code == EVERYWHERE:
        size = SIZES[0]
        rows, columns = range(int(180.0 // size) + 1), range(int(360.0 / size))
        yield from (code_of_cell(0, row, column) for row in rows for column in columns)
        return
    level, row, column = code >> 40, code >> 20 & 0xFFFFF, code & 0xFFFFF
    if level + 1 < len(SIZES):
        yield from (code_of_cell(*child) for child in _children(level, row, column))


def _children(level: int, row: int, column: int) -> Iterator[tuple[int, int, int]]:
    for north in range(SUBDIVISION):
        for east in range(SUBDIVISION):
            yield level + 1, row * SUBDIVISION + north, column * SUBDIVISION + east


def code_of_cell(level: int, row: int, column: int) -> int:
    """The number of a cell, the same for no other of any size."""
    return (level << 40) | (row << 20) | column
