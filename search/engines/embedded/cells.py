"""A grid over the Earth in several sizes, so that nearness becomes a lookup of terms."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

EARTH_RADIUS_KM = 6371.0088
KM_PER_DEGREE = math.pi * EARTH_RADIUS_KM / 180.0
HALF_RADIAN = math.pi / 360.0
# Each size divides the one before by four, so a cell holds sixteen of the next level.
SIZES = (8.0, 2.0, 0.5, 0.125, 0.03125, 0.0078125)
EVERYWHERE = -1
SUBDIVISION = 4
# A cell's corners are never further from its centre than this times the flat estimate.
ROUNDNESS = 1.02


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
        yield _code(level, int((latitude + 90.0) // size), int((longitude + 180.0) % 360.0 // size))


@lru_cache(maxsize=512)
def cover(latitude: float, longitude: float, radius_km: float, fineness: int) -> Cover:
    """The cells that make up a circle around a place, coarse in the middle and fine at the edge.

    The cells along the edge measure at most one part in fineness of the radius.
    """
    finest = _finest_level(radius_km / fineness)
    own = math.cos(math.radians(latitude))
    inside: list[int] = []
    edge: list[int] = []
    waiting = list(_starting_cells(latitude, longitude, radius_km))
    while waiting:
        level, row, column = waiting.pop()
        size = SIZES[level]
        middle, cosine, slack = _row(level, row)
        east = (column + 0.5) * size - 180.0 - longitude
        square = math.sin((middle - latitude) * HALF_RADIAN) ** 2
        square += own * cosine * math.sin(east * HALF_RADIAN) ** 2
        distance = 2.0 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(square)))
        if distance - slack > radius_km:
            continue
        if distance + slack <= radius_km:
            inside.append(_code(level, row, column))
        elif level >= finest:
            edge.append(_code(level, row, column))
        else:
            waiting += _children(level, row, column)
    return Cover(tuple(inside), tuple(edge))


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
        yield from (_code(0, row, column) for row in rows for column in columns)
        return
    level, row, column = code >> 40, code >> 20 & 0xFFFFF, code & 0xFFFFF
    if level + 1 < len(SIZES):
        yield from (_code(*child) for child in _children(level, row, column))


def _finest_level(size_km: float) -> int:
    for level, size in enumerate(SIZES):
        if size * KM_PER_DEGREE <= size_km:
            return level
    return len(SIZES) - 1


def _starting_cells(latitude: float, longitude: float, radius_km: float) -> Iterator[tuple[int, int, int]]:
    size = SIZES[0]
    reach = radius_km / KM_PER_DEGREE + 0.01
    south, north = max(latitude - reach, -90.0), min(latitude + reach, 90.0)
    columns = int(360.0 / size)
    narrowest = math.cos(math.radians(min(max(abs(south), abs(north)), 90.0)))
    # Near a pole the circle can reach every meridian.
    across = reach / narrowest if narrowest > reach / 180.0 else 180.0
    if across >= 180.0 - size:
        chosen = set(range(columns))
    else:
        west, east = longitude + 180.0 - across, longitude + 180.0 + across
        chosen = {column % columns for column in range(int(west // size), int(east // size) + 1)}
    for row in range(int((south + 90.0) // size), int((north + 90.0) // size) + 1):
        for column in chosen:
            yield 0, row, column


def _children(level: int, row: int, column: int) -> Iterator[tuple[int, int, int]]:
    for north in range(SUBDIVISION):
        for east in range(SUBDIVISION):
            yield level + 1, row * SUBDIVISION + north, column * SUBDIVISION + east


@lru_cache(maxsize=20_000)
def _row(level: int, row: int) -> tuple[float, float, float]:
    """Of a row of cells: its middle latitude, that latitude's cosine, and no less than half a cell's diagonal."""
    size = SIZES[level]
    south = row * size - 90.0
    middle = south + size / 2.0
    widest = 0.0 if south <= 0.0 <= south + size else min(abs(south), abs(south + size))
    height = size * KM_PER_DEGREE / 2.0
    width = height * math.cos(math.radians(min(widest, 90.0)))
    return middle, math.cos(math.radians(middle)), math.hypot(height, width) * ROUNDNESS


def _code(level: int, row: int, column: int) -> int:
    return (level << 40) | (row << 20) | column
