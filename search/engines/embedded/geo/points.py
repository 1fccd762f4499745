"""Places as whole numbers, so that a column and a term can hold them."""

from functools import lru_cache

from search.engines.embedded.geo.grid import cells_of

LARGEST = 2**31 - 1
BITS = 31
# Below the cells of the grid, which share a field with the points; minus one stands for everywhere.
FIRST = -2


def code_of(latitude: float, longitude: float) -> int:
    """The number of a place in degrees, which is true to two centimetres."""
    north = round((latitude + 90.0) / 180.0 * LARGEST)
    east = round((longitude + 180.0) / 360.0 * LARGEST)
    return FIRST - ((north << BITS) | east)


def place_of(code: int) -> tuple[float, float]:
    """The latitude and longitude in degrees that a number stands for."""
    north, east = divmod(FIRST - code, 1 << BITS)
    return north / LARGEST * 180.0 - 90.0, east / LARGEST * 360.0 - 180.0


@lru_cache(maxsize=10_000)
def cells_at(code: int) -> tuple[int, ...]:
    """The cells that hold what a number stands for; never to be asked about the place of a visitor, which stays.

    Many services are at one address, and a town has thousands.
    """
    return tuple(cells_of(*place_of(code)))
