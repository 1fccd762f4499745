"""What to say when a place that somebody typed cannot be used."""

from .gazetteer import Matches, area_name
from .geography import looks_like_postcode

MOST_NAMED = 5
NO_POSTCODE = "Enter a full or partial postcode that exists, like G42 9HX or G42"
NO_PLACE = "We do not know that place. Enter a town, a district or a postcode, like Govan or G51"


def unknown_place(text: str, found: Matches) -> str:
    """A sentence without a full stop when the text means no place at all; nothing when it means one or several."""
    if found.place or found.others:
        return ""
    if found.nation:
        return f"{area_name(found.nation)} is too large to be near to. Enter a town, a council area or a postcode"
    if looks_like_postcode(text):
        return NO_POSTCODE
    return f"We do not know that place. Did you mean {found.nearest}?" if found.nearest else NO_PLACE


def place_problem(text: str, found: Matches) -> str:
    """The same for a form that cannot offer links: several places of one name are a problem too."""
    if not found.place and found.others:
        *most, last = (place.label for place in found.others[:MOST_NAMED])
        more = len(found.others) > MOST_NAMED
        named = [*most, last] if more else [*most[:-1], f"{most[-1]} or {last}"]
        return f"More than one place has that name. Enter {'; '.join(named)}{' or another' if more else ''}"
    return unknown_place(text, found)
