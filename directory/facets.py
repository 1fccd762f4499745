"""What a listing says, as the values it is filtered by. Pure functions.

What a listing does not record about a person never filters it out for good, since "can I refer?" answers "ask" there.
For age and gender it passes every filter. For what few listings tell in full, it has a value of its own.
"""

from collections.abc import Iterable
from functools import lru_cache

from .eligibility import ANY_PROFESSIONAL, PROFESSIONAL_ROUTES

# One less than a power of two, so that spans halve evenly: an age is in eight, a range of ages is at most twelve.
OLDEST = 127
WOMAN, MAN = "woman", "man"
NOT_RECORDED = "not-recorded"
AT_A_PLACE, OUTREACH, VIRTUAL = "place", "outreach", "virtual"


@lru_cache(maxsize=4_096)
def age_spans(minimum: int | None, maximum: int | None) -> tuple[str, ...]:
    """The fewest spans that together hold the ages from minimum to maximum in whole years; None is no limit.

    Each span begins at a multiple of its own length, a power of two, so that a range of ages is a handful of values
    and an age matches exactly.
    """
    first, last = minimum or 0, OLDEST if maximum is None else min(maximum, OLDEST)
    spans = []
    while first <= last:
        length = (first & -first) or OLDEST + 1
        while first + length - 1 > last:
            length //= 2
        spans.append(_span(first, length))
        first += length
    return tuple(spans)


def spans_with(age: int) -> tuple[str, ...]:
    """Every span that holds an age in whole years, from 0 to `OLDEST`."""
    lengths = [1 << power for power in range(OLDEST.bit_length() + 1)]
    return tuple(_span(age - age % length, length) for length in lengths)


def genders_taken(gender: str) -> tuple[str, ...]:
    """Who a service takes, given what its listing records: women, men, anyone or nothing."""
    return {"women": (WOMAN,), "men": (MAN,)}.get(gender, (WOMAN, MAN))


def routes_open_to(routes: Iterable[str]) -> tuple[str, ...]:
    """Everyone who can refer: "any professional" takes in each profession."""
    routes = tuple(routes)
    implied = sorted(PROFESSIONAL_ROUTES) if ANY_PROFESSIONAL in routes else ()
    return tuple(dict.fromkeys((*routes, *implied)))


def or_not_recorded(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values, or the one that says that there are none."""
    return values or (NOT_RECORDED,)


def ways_to_meet(*, has_place: bool, is_outreach: bool, is_virtual: bool) -> tuple[str, ...]:
    """How somebody meets the service: at its place, where they are, by phone or online."""
    ways = {AT_A_PLACE: has_place, OUTREACH: is_outreach, VIRTUAL: is_virtual}
    return tuple(way for way, is_offered in ways.items() if is_offered)


def _span(first: int, length: int) -> str:
    return f"{first}-{first + length - 1}"
