"""Turn map references of the two national grids into latitude and longitude on WGS84.

Formulas and constants: Ordnance Survey, "A guide to coordinate systems in Great Britain", annexes A to C.
A seven-parameter shift is good to about 5 metres, far inside the size of a postcode sector.
"""

from dataclasses import dataclass
from math import atan2, cos, degrees, pi, radians, sin, sqrt, tan


@dataclass(frozen=True, slots=True)
class Grid:
    """A transverse Mercator grid, its ellipsoid and its shift to WGS84.

    `major`, `minor`: ellipsoid axes in metres. `scale`: factor on the central meridian. `latitude`, `longitude`:
    true origin in degrees. `easting`, `northing`: of the true origin, in metres. `shift`: metres along x, y, z.
    `rotation`: seconds of arc about x, y, z. `parts_per_million`: scale of the shift.
    """

    major: float
    minor: float
    scale: float
    latitude: float
    longitude: float
    easting: float
    northing: float
    shift: tuple[float, float, float]
    rotation: tuple[float, float, float]
    parts_per_million: float


BRITISH = Grid(
    6377563.396, 6356256.909, 0.9996012717, 49, -2, 400000, -100000,
    (446.448, -125.157, 542.060), (0.1502, 0.2470, 0.8421), -20.4894,
)  # fmt: skip
IRISH = Grid(
    6377340.189, 6356034.447, 1.000035, 53.5, -8, 200000, 250000,
    (482.530, -130.596, 564.557), (-1.042, -0.214, -0.631), 8.150,
)  # fmt: skip
WGS84_MAJOR, WGS84_MINOR = 6378137.000, 6356752.314245


def to_wgs84(easting: float, northing: float, grid: Grid = BRITISH) -> tuple[float, float]:
    """Return (latitude, longitude) in degrees for a reference in metres on `grid`."""
    latitude, longitude = _unproject(easting, northing, grid)
    return _shift(latitude, longitude, grid)


def _meridional_arc(latitude: float, grid: Grid) -> float:
    n = (grid.major - grid.minor) / (grid.major + grid.minor)
    origin = radians(grid.latitude)
    difference, total = latitude - origin, latitude + origin
    return (grid.minor * grid.scale) * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * difference
        - (3 * n + 3 * n**2 + 2.625 * n**3) * sin(difference) * cos(total)
        + (1.875 * n**2 + 1.875 * n**3) * sin(2 * difference) * cos(2 * total)
        - (35 / 24) * n**3 * sin(3 * difference) * cos(3 * total)
    )


def _unproject(easting: float, northing: float, grid: Grid) -> tuple[float, float]:
    """Return latitude and longitude in radians on the grid's own ellipsoid."""
    latitude = radians(grid.latitude)
    remainder = northing - grid.northing
    while abs(remainder) > 0.00001:
        latitude += remainder / (grid.major * grid.scale)
        remainder = northing - grid.northing - _meridional_arc(latitude, grid)
    squared = 1 - (grid.minor / grid.major) ** 2
    transverse = grid.major * grid.scale / sqrt(1 - squared * sin(latitude) ** 2)
    meridional = grid.major * grid.scale * (1 - squared) / (1 - squared * sin(latitude) ** 2) ** 1.5
    eta = transverse / meridional - 1
    t, d = tan(latitude), easting - grid.easting
    found = latitude - t * d**2 / (2 * meridional * transverse)
    found += t / (24 * meridional * transverse**3) * (5 + 3 * t**2 + eta - 9 * t**2 * eta) * d**4
    found -= t / (720 * meridional * transverse**5) * (61 + 90 * t**2 + 45 * t**4) * d**6
    secant = 1 / cos(latitude)
    longitude = radians(grid.longitude) + secant / transverse * d
    longitude -= secant / (6 * transverse**3) * (transverse / meridional + 2 * t**2) * d**3
    longitude += secant / (120 * transverse**5) * (5 + 28 * t**2 + 24 * t**4) * d**5
    return found, longitude


def _shift(latitude: float, longitude: float, grid: Grid) -> tuple[float, float]:
    squared = 1 - (grid.minor / grid.major) ** 2
    radius = grid.major / sqrt(1 - squared * sin(latitude) ** 2)
    x, y = radius * cos(latitude) * cos(longitude), radius * cos(latitude) * sin(longitude)
    z = (1 - squared) * radius * sin(latitude)
    rx, ry, rz = (seconds * pi / 648000 for seconds in grid.rotation)
    scale = 1 + grid.parts_per_million / 1e6
    x, y, z = (
        grid.shift[0] + scale * x - rz * y + ry * z,
        grid.shift[1] + rz * x + scale * y - rx * z,
        grid.shift[2] - ry * x + rx * y + scale * z,
    )
    squared = 1 - (WGS84_MINOR / WGS84_MAJOR) ** 2
    distance = sqrt(x * x + y * y)
    latitude = atan2(z, distance * (1 - squared))
    for _ in range(6):
        radius = WGS84_MAJOR / sqrt(1 - squared * sin(latitude) ** 2)
        latitude = atan2(z + squared * radius * sin(latitude), distance)
    return degrees(latitude), degrees(atan2(y, x))
