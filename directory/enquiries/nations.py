"""Which nation an enquiry belongs to: bank holidays, helplines and social work differ."""

from directory.bank_holidays import SCOTLAND, nations_of
from directory.geography import PlaceNotFound, locate_postcode


def nations_of_district(district: str) -> frozenset[str]:
    """The nations a postcode district lies in; Scotland, where the hub works, when there is none to go by."""
    try:
        return nations_of(locate_postcode(district).authorities)
    except PlaceNotFound:
        return frozenset({SCOTLAND})


def main_nation(district: str) -> str:
    """The one nation whose numbers fit best: on a border, that of the larger part."""
    try:
        authorities = locate_postcode(district).authorities
    except PlaceNotFound:
        return SCOTLAND
    nations = nations_of(authorities[:1])
    return next(iter(nations)) if len(nations) == 1 else SCOTLAND
