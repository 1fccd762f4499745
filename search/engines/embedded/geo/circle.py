"""The cells of the grid that make up a circle on the Earth."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from search.engines.embedded.geo.grid import EARTH_RADIUS_KM, SIZES, SUBDIVISION, Cover, code_of_cell

# In degrees, some eleven centimetres: what lies so close to the circle is measured.
SLACK = 1e-6
NOWHERE = -1.0

# The first and the last of some columns, counted on beyond the last one of the grid where they pass it.
Run = tuple[int, int]


def cover(latitude: float, longitude: float, radius_km: float, fineness: int) -> Cover:
    """The cells that make up a circle around a place: coarse in the middle, fine along the edge.

    The cells along the edge measure at most one part in fineness of the radius, where the grid has such small ones.
    Nothing is kept for another time: the place may be somebody's.
    """
    circle = _Circle.around(latitude, radius_km)
    level = _level_of(radius_km / EARTH_RADIUS_KM / fineness)
    inside: dict[int, list[Run]] = {}
    edge: list[int] = []
    for row, least, most in circle.rows(SIZES[level]):
        outer, inner = _columns(longitude, least, most, SIZES[level])
        edge += _codes(level, row, (outer[0], inner[0] - 1))
        edge += _codes(level, row, (inner[1] + 1, outer[1]))
        if inner[0] <= inner[1]:
            inside[row] = [inner]
    return Cover(tuple(_joined(level, inside)), tuple(edge))


@dataclass(frozen=True, slots=True)
class _Circle:
    """A circle around a latitude, and how far it reaches to the east of its middle. All angles in degrees."""

    sine: float
    cosine: float
    reach_cosine: float
    south: float
    north: float
    # The latitude at which it reaches furthest, or least far when it is larger than half the Earth.
    turning: float | None

    @classmethod
    def around(cls, latitude: float, radius_km: float) -> "_Circle":
        reach = radius_km / EARTH_RADIUS_KM
        sine, cosine = _sine_and_cosine(latitude)
        reach_cosine = math.cos(reach)
        south, north = latitude - math.degrees(reach), latitude + math.degrees(reach)
        turning = math.degrees(math.asin(sine / reach_cosine)) if abs(sine) < abs(reach_cosine) else None
        return cls(sine, cosine, reach_cosine, max(south, -90.0), min(north, 90.0), turning)

    def rows(self, size: float) -> Iterator[tuple[int, float, float]]:
        """Each row of cells of a size that it touches, and how far it reaches there at least and at most."""
        first, last = int((self.south - SLACK + 90.0) // size), int((self.north + SLACK + 90.0) // size)
        below = self._width(first * size - 90.0)
        for row in range(max(first, 0), last + 1):
            above = self._width((row + 1) * size - 90.0)
            widths = [below, above]
            if self.turning is not None and row * size < self.turning + 90.0 < (row + 1) * size:
                widths.append(self._width(self.turning))
            yield row, min(widths), max(widths)
            below = above

    def _width(self, latitude: float) -> float:
        """How many degrees it reaches to the east at a latitude; NOWHERE where it is not."""
        sine, cosine = _sine_and_cosine(latitude)
        # By the law of cosines. At a pole every meridian is as near as the next.
        needed, held = self.reach_cosine - self.sine * sine, self.cosine * cosine
        if needed >= held:
            return NOWHERE
        return 180.0 if needed <= -held else math.degrees(math.acos(needed / held))


def _sine_and_cosine(latitude: float) -> tuple[float, float]:
    held = math.radians(min(max(latitude, -90.0), 90.0))
    return math.sin(held), math.cos(held)


def _level_of(angle: float) -> int:
    """The coarsest level whose cells are no higher than an angle in radians."""
    for level, size in enumerate(SIZES):
        if math.radians(size) <= angle:
            return level
    return len(SIZES) - 1


def _columns(longitude: float, least: float, most: float, size: float) -> tuple[Run, Run]:
    """The columns that a circle reaches in a row, and those it fills; an empty run of these starts where it ends."""
    middle, everywhere = longitude + 180.0, int(360.0 / size)
    if least >= 180.0:
        return (0, everywhere - 1), (0, everywhere - 1)
    if most + SLACK + size >= 180.0:
        outer = (int((middle - 180.0) // size), int((middle - 180.0) // size) + everywhere - 1)
    else:
        outer = (int((middle - most - SLACK) // size), int((middle + most + SLACK) // size))
    # Rounded up: the first column that lies in it as a whole.
    first = -int((least - SLACK - middle) // size)
    last = int((middle + least - SLACK) // size) - 1
    if least < 0.0 or first > last:
        return outer, (outer[1] + 1, outer[1])
    return outer, (max(first, outer[0]), min(last, outer[1]))


def _joined(level: int, rows: dict[int, list[Run]]) -> Iterator[int]:
    """The codes of runs of cells, four by four of them as one larger cell wherever that can be."""
    larger: dict[int, list[Run]] = {}
    for block in {row // SUBDIVISION for row in rows} if level else ():
        members = [rows.get(block * SUBDIVISION + number, []) for number in range(SUBDIVISION)]
        if not all(members):
            continue
        first = -(-max(runs[0][0] for runs in members) // SUBDIVISION)
        last = (min(runs[0][1] for runs in members) + 1) // SUBDIVISION - 1
        if first > last:
            continue
        larger[block] = [(first, last)]
        for runs in members:
            runs[:] = [(runs[0][0], first * SUBDIVISION - 1), ((last + 1) * SUBDIVISION, runs[0][1])]
    for row, runs in rows.items():
        for run in runs:
            yield from _codes(level, row, run)
    if larger:
        yield from _joined(level - 1, larger)


def _codes(level: int, row: int, run: Run) -> list[int]:
    everywhere = int(360.0 / SIZES[level])
    return [code_of_cell(level, row, column % everywhere) for column in range(run[0], run[1] + 1)]
