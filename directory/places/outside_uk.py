"""Places that are real and that the tables of the United Kingdom cannot place."""

from .postcodes import OUTSIDE_UK

_ISLANDS = {
    "jersey": OUTSIDE_UK["JE"],
    "bailiwick of jersey": OUTSIDE_UK["JE"],
    "guernsey": OUTSIDE_UK["GY"],
    "bailiwick of guernsey": OUTSIDE_UK["GY"],
    "alderney": "Alderney",
    "sark": "Sark",
    "herm": "Herm",
    "channel islands": "the Channel Islands",
    "isle of man": OUTSIDE_UK["IM"],
    "ellan vannin": OUTSIDE_UK["IM"],
    "gibraltar": OUTSIDE_UK["GX"],
    "falkland islands": "the Falkland Islands",
    "bfpo": OUTSIDE_UK["BF"],
}
_ALONE = {
    "man": OUTSIDE_UK["IM"],
    "iom": OUTSIDE_UK["IM"],
    "crown dependencies": "the Crown dependencies",
    "british forces": OUTSIDE_UK["BF"],
    "british forces post office": OUTSIDE_UK["BF"],
    "ireland": "the Republic of Ireland",
    "republic of ireland": "the Republic of Ireland",
    "eire": "the Republic of Ireland",
}


NAMES = _ISLANDS | _ALONE


def place_outside_uk(name: tuple[str, ...], last: tuple[str, ...]) -> str:
    """What the words name outside the tables, or nothing. last: the words behind the last comma."""
    if name[:1] == ("bfpo",) or last[:1] == ("bfpo",) or "".join(name).startswith("bfpo"):
        return OUTSIDE_UK["BF"]
    for words in (name, last):
        if found := NAMES.get(" ".join(words)):
            return found
    endings = (" ".join(name[start:]) for start in range(len(name)))
    return next((_ISLANDS[ending] for ending in endings if ending in _ISLANDS), "")
