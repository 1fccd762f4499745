"""The map of a service's places: what is shown of each, and where its pictures come from."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from directory.models import Location, Service


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place that may be shown on a map, with its point in degrees."""

    location: Location
    note: str
    latitude: float
    longitude: float

    @property
    def coordinates(self) -> str:
        """The point as people copy it: five decimals are a metre."""
        return f"{self.latitude:.5f}, {self.longitude:.5f}"

    @property
    def app_address(self) -> str:
        """The point as the address that the map app of a device opens."""
        return f"geo:{self.latitude:.5f},{self.longitude:.5f}"


@dataclass(frozen=True, slots=True)
class Tiles:
    """Where the pictures of the map come from, and whom to thank for them."""

    url: str
    host: str
    attribution: str


def map_places(service: Service) -> list[MapPlace]:
    """The places of a service whose point is known and public. A private address has none."""
    found = []
    for row in service.service_at_locations.all():
        point = row.location.public_point
        if point is not None:
            found.append(MapPlace(row.location, row.public_description, *point))
    return found


def tiles() -> Tiles | None:
    """The tile server of this site, or None: then no map is drawn and nothing is asked of anybody else."""
    if not settings.MAP_TILES_URL:
        return None
    host = urlsplit(settings.MAP_TILES_URL).netloc.removeprefix("{s}.")
    return Tiles(settings.MAP_TILES_URL, host, settings.MAP_ATTRIBUTION)


def tile_origin() -> str:
    """What a content security policy calls the tile server, or nothing."""
    parts = urlsplit(settings.MAP_TILES_URL)
    return f"{parts.scheme}://{parts.netloc.replace('{s}', '*')}" if parts.netloc else ""
