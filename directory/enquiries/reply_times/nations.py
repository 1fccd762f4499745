"""Which nation an enquiry belongs to: bank holidays, helplines and social work differ."""

from directory.opening_hours.bank_holidays import SCOTLAND, nations_of
from directory.places.gazetteer import find_places


def nations_of_home(home: str) -> frozenset[str]:
    """The nations a postcode district or place lies in; all four when there is none to go by."""
    return nations_of(_authorities(home))


def main_nation(home: str) -> str:
    """The one nation whose numbers fit best: on a border, that of the larger part; Scotland when it is not known."""
    nations = nations_of(_authorities(home)[:1])
    return next(iter(nations)) if len(nations) == 1 else SCOTLAND


def _authorities(home: str) -> tuple[str, ...]:
    place = find_places(home).place if home else None
    return place.authorities if place else ()
