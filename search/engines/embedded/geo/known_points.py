"""All different points of the documents, and which of them lie within a circle."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter

from search.engines.embedded.geo.grid import EARTH_RADIUS_KM, EVERYWHERE, SIZES, Cover
from search.engines.embedded.geo.points import cells_at, place_of

# In degrees, some eleven centimetres.
SLACK = 1e-6
# How exact the cosine of an angle is. With a radius of fifty metres it makes a difference of a millimetre.
ROUNDING = 1e-15

# What a point goes by in the index: the cells that hold it, largest first, and its own number.
Names = tuple[int, ...]


class KnownPoints:
    """Which cells and points stand for a circle, given that there are no other points than these.

    A cell stands for all of its points when all of them lie within the circle, wherever the cell itself ends. So a
    few terms name exactly what is near, which is less to look up than the cells that make up the circle.
    """

    def __init__(self, numbers: frozenset[int], before: "KnownPoints | None" = None) -> None:
        """numbers are those of `points.code_of`; what is known before of some of them is taken over."""
        self.numbers = numbers
        known = before._names_of if before else {}
        self._names_of: dict[int, Names] = {number: known.get(number) or _names(number) for number in numbers}
        places = sorted((*place_of(number), number) for number in numbers)
        self._latitudes = [latitude for latitude, _, _ in places]
        directions = [_direction(latitude, longitude) for latitude, longitude, _ in places]
        self._x, self._y, self._z = ([direction[axis] for direction in directions] for axis in range(3))
        self._names = [self._names_of[number] for _, _, number in places]
        self._held = Counter(name for names in self._names for name in names)

    def within(self, latitude: float, longitude: float, radius_km: float) -> Cover:
        """What stands for all points that are so near to a place, and for no other."""
        radius = radius_km / EARTH_RADIUS_KM
        reach = math.degrees(radius) + SLACK
        band = slice(bisect_left(self._latitudes, latitude - reach), bisect_right(self._latitudes, latitude + reach))
        x, y, z = _direction(latitude, longitude)
        least = math.cos(radius) - ROUNDING
        directions = zip(self._x[band], self._y[band], self._z[band], self._names[band], strict=True)
        near = [names for east, north, up, names in directions if x * east + y * north + z * up >= least]
        return self._standing_for(near, 2.0 * reach)

    def _standing_for(self, near: list[Names], across: float) -> Cover:
        """The largest cells that hold these points and no others, and the points that are left over.

        Cells larger than what the points lie across, in degrees, are not tried: they hold others.
        """
        if near and len(near) == len(self._names):
            return Cover((EVERYWHERE,), ())
        cells: list[int] = []
        for level, size in enumerate(SIZES):
            if size > across:
                continue
            counts = Counter([names[level] for names in near])
            whole = {cell for cell, number in counts.items() if number == self._held[cell]}
            if whole:
                cells += whole
                near = [names for names in near if names[level] not in whole]
            if not near:
                break
        return Cover(tuple(cells), tuple([names[-1] for names in near]))


def _names(number: int) -> Names:
    _, *cells = cells_at(number)
    return *cells, number


def _direction(latitude: float, longitude: float) -> tuple[float, float, float]:
    north, east = math.radians(latitude), math.radians(longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)
