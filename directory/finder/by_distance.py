"""Some services by how they lie to a place: for a list that is known, where nothing is left to search."""

from collections.abc import Sequence

from directory.models import ServiceArea, ServiceAtLocation
from directory.places.geography import Place, distance_km
from search.query import Hit


def hits_by_distance(keys: Sequence[int], place: Place) -> dict[int, Hit]:
    """How each of these services lies to the place, as a search near it would say; two queries.

    Those that serve the place come first, then by distance. What is at a confidential address has none.
    """
    covering = set(
        ServiceArea.objects.in_force()
        .filter(service__in=keys, area__code__in=place.areas)
        .values_list("service_id", flat=True)
    )
    distances = _distances(keys, place)
    hits = [Hit("service", str(key), "", "", "", 0.0, distances.get(key), key in covering, "") for key in keys]
    return {int(hit.key): hit for hit in sorted(hits, key=_order)}


def _distances(keys: Sequence[int], place: Place) -> dict[int, float]:
    points = (
        ServiceAtLocation.objects.filter(service__in=keys, location__is_confidential=False)
        .exclude(location__latitude=None)
        .exclude(location__longitude=None)
        .values_list("service_id", "location__latitude", "location__longitude")
    )
    nearest: dict[int, float] = {}
    for key, latitude, longitude in points:
        distance = distance_km((place.latitude, place.longitude), (latitude, longitude))
        nearest[key] = min(distance, nearest.get(key, distance))
    return nearest


def _order(hit: Hit) -> tuple[bool, bool, float]:
    """Of equals the order given stays, because sorting is stable."""
    return not hit.covers, hit.distance_km is None, hit.distance_km or 0.0
