"""Places that are real and that the tables of the United Kingdom cannot place."""

from .postcodes import ELSEWHERE

_ISLANDS = {
    "jersey": ELSEWHERE["JE"],
    "bailiwick of jersey": ELSEWHERE["JE"],
    "guernsey": ELSEWHERE["GY"],
    "bailiwick of guernsey": ELSEWHERE["GY"],
    "alderney": "Alderney",
    "sark": "Sark",
    "herm": "Herm",
    "channel islands": "the Channel Islands",
    "isle of man": ELSEWHERE["IM"],
    "ellan vannin": ELSEWHERE["IM"],
    "gibraltar": ELSEWHERE["GX"],
    "falkland islands": "the Falkland Islands",
    "bfpo": ELSEWHERE["BF"],
}
_ALONE = {
    "man": ELSEWHERE["IM"],
    "iom": ELSEWHERE["IM"],
    "crown dependencies": "the Crown dependencies",
    "british forces": ELSEWHERE["BF"],
    "british forces post office": ELSEWHERE["BF"],
    "ireland": "the Republic of Ireland",
    "republic of ireland": "the Republic of Ireland",
    "eire": "the Republic of Ireland",
}


NAMES = _ISLANDS | _ALONE


def place_outside_uk(name: tuple[str, ...], last: tuple[str, ...]) -> str:
    """What the words name outside the tables, or nothing. last: the words behind the last comma."""
    if name[:1] == ("bfpo",) or last[:1] == ("bfpo",) or "".join(name).startswith("bfpo"):
        return ELSEWHERE["BF"]
    for words in (name, last):
        if found := NAMES.get(" ".join(words)):
            return found
    endings = (" ".join(name[start:]) for start in range(len(name)))
    return next((_ISLANDS[ending] for ending in endings if ending in _ISLANDS), "")
