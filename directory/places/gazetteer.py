"""Where a named place is: a town, district, council, region, health board or prison. Pure functions over a table.

`docs/geography.md` says where the table comes from and by which rules a name that several places share is decided.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from search.text.invisible_characters import clean_code

from .geography import Place, distance_km, place_of
from .names import place_key, place_words, typed_words
from .outside_uk import NAMES, place_outside_uk
from .postcodes import (
    Postcode,
    corrected_postcode,
    district_within,
    full_postcodes,
    looks_like_postcode,
    read_postcode,
)
from .spelling import nearest_label, one_letter_away, prominence
from .table import Kind, NamedPlace, area_name, read_places, table

__all__ = ["NOTHING", "Matches", "NamedPlace", "area_name", "autocomplete_places", "find_places", "read_places"]

# What has this many times the people of every other place of its name is meant.
OBVIOUS = 20
MOST_CHOICES = 12
# A whole address, with its postcode at the end.
LONGEST_TYPED = 200
# A postcode district further from the town beside it is not in that town.
FAR_KM = 40.0
COUNCIL_AREA = "council area"
KINDS_OF_COUNCIL = frozenset({"borough", "city", "county", "district"})
# Towns too, but not behind the name of a street.
STREETS = frozenset({"street", "road", "lane", "close", "green", "hill", "park", "wood", "bank", "end", "ford", "row"})


@dataclass(frozen=True, slots=True)
class Matches:
    """What a text may mean. `place` is None when nothing or more than one thing is meant.

    `others`: further places of this name, the likeliest first. `nearest`: another spelling worth offering, for a
    text that means nothing. `is_corrected`: the text was taken for something other than it says. `nation`: code of the
    nation that was named, which is too large to be near to. `region`: the county or region that was named; `others`
    are then what it is made up of, or `place` is the one council it lies in. `outside_uk`: what was named is real and
    outside the tables. `is_wrong_postcode`: the text has the form of a postcode that does not exist.
    """

    place: Place | None = None
    others: tuple[Place, ...] = ()
    nearest: str = ""
    is_corrected: bool = False
    nation: str = ""
    region: str = ""
    outside_uk: str = ""
    is_wrong_postcode: bool = False


NOTHING = Matches()


def find_places(text: str) -> Matches:
    """Find a postcode, an address with one, or a name, however written and with one letter wrong. Never raises."""
    text = clean_code(text[:LONGEST_TYPED]).replace("_", " ")
    words = typed_words(text)
    if not words:
        return NOTHING
    return _by_postcode(text, " ".join(words)) or _by_name(text, words)


def autocomplete_places(text: str, limit: int) -> tuple[NamedPlace, ...]:
    """Places whose name begins like the text, the likeliest first; after a comma, those whose council does."""
    name, _, where = text[:LONGEST_TYPED].partition(",")
    prefix, wanted = " ".join(typed_words(name)), " ".join(place_words(where))
    if len(prefix) < 2:
        return ()
    rows = dict.fromkeys(row for row in _beginning(prefix) if row.kind != "nation" and not _gives_way(row))
    if wanted:
        rows = dict.fromkeys(row for row in rows if any(word.startswith(wanted.split()[-1]) for word in row.where()))
    # A whole name comes before the beginning of a longer one.
    return tuple(sorted(rows, key=lambda row: (prefix not in row.keys, -prominence(row)))[:limit])


def _by_postcode(text: str, typed: str) -> Matches | None:
    """What a postcode in the text says. It decides, whatever stands beside it; None where there is none."""
    whole = read_postcode(typed)
    if whole:
        return _placed(whole)
    full = tuple(full_postcodes(text))
    if known := next((postcode for _, postcode in full if postcode), None):
        return _placed(known)
    if corrected := corrected_postcode(typed):
        return _placed(corrected)
    if full or looks_like_postcode(typed):
        return Matches(is_wrong_postcode=True)
    # Some labels end with a district, to tell two villages of a name apart.
    part = None if place_key(text) in table().by_label else district_within(text)
    return _beside(*part) if part else None


def _placed(postcode: Postcode) -> Matches:
    if postcode.outside_uk:
        return Matches(outside_uk=postcode.outside_uk)
    return Matches(place_of(postcode), is_corrected=postcode.is_corrected)


def _beside(postcode: Postcode, beside: str) -> Matches:
    """A district with words beside it: "B2" beside a town far from Birmingham is a room, or a slip."""
    found = _placed(postcode)
    named = _ending(typed_words(beside))
    if found.place is None or not named or any(_is_around(row, found.place) for row in named):
        return found
    decided = _decide(named, typed_words(beside))
    meant = decided.others or ((decided.place,) if decided.place else ())
    return Matches(others=(*meant, found.place)) if meant else found


def _is_around(row: NamedPlace, place: Place) -> bool:
    if row.is_area:
        return row.kind == "nation" or not set(row.authorities).isdisjoint(place.authorities)
    return distance_km(row.point, (place.latitude, place.longitude)) < FAR_KM


def _by_name(text: str, words: Sequence[str]) -> Matches:
    row = table().by_label.get(" ".join(words))
    if row and not row.is_area:
        return Matches(row.place())
    if councils := _councils(words):
        return _decide(councils, words)
    parts = [typed_words(part) for part in text.split(",")]
    found = _named(words)
    if not found and (outside_uk := place_outside_uk(tuple(words), parts[-1])):
        return Matches(outside_uk=outside_uk)
    found = found or _named(parts[0])
    if found:
        return _decide(found, words)
    if outside_uk := _corrected_outside_uk(words):
        return Matches(outside_uk=outside_uk)
    corrected = _corrected_names(parts[0])
    # Of an address or a hamlet nobody knows, what stands last is still known.
    around = _ending(words) if len(parts) > 1 else []
    fitting = [row for row in corrected if frozenset(words[len(parts[0]) :]) <= row.where()]
    if corrected := fitting or around or corrected:
        return _decide(corrected, words, is_corrected=True)
    return Matches(nearest=nearest_label(" ".join(words)))


def _named(words: Sequence[str]) -> list[NamedPlace]:
    """Rows with the longest name that begins the words and that fit whatever follows it."""
    for end in range(len(words), 0, -1):
        name, where = " ".join(words[:end]), frozenset(words[end:])
        rows = dict.fromkeys((*table().by_key.get(name, ()), *table().by_short_form.get(name, ())))
        found = [row for row in rows if not where or where <= row.where()]
        if found:
            return found
    return []


def _ending(words: Sequence[str]) -> list[NamedPlace]:
    """Rows with the longest name that ends the words."""
    if len(words) > 1 and words[-1] in STREETS:
        return []
    endings = (table().by_key.get(" ".join(words[start:]), []) for start in range(len(words)))
    return next((rows for rows in endings if rows), [])


def _councils(words: Sequence[str]) -> list[NamedPlace]:
    """Rows of the council, or of the county, that words like "Dover council area" name, and no town."""
    if len(words) < 2 or words[-1] != "council":
        return []
    names = [" ".join(words[:-1]), *([" ".join(words[:-2])] if words[-2] in KINDS_OF_COUNCIL else [])]
    rows = (row for name in names for row in table().by_key.get(name, ()) if row.kind in ("local_authority", "region"))
    return list(dict.fromkeys(rows))


def _decide(rows: list[NamedPlace], words: Sequence[str], *, is_corrected: bool = False) -> Matches:
    """Which of these is meant, if that is plain."""
    text = " ".join(words)
    # Wales is also a village.
    if nation := next((row.area for row in rows if row.kind == "nation"), ""):
        return Matches(nation=nation)
    rows = _without_longer_names(rows, text)
    if far := _region_and_towns(rows):
        return Matches(others=tuple(_place(row) for row in far), is_corrected=is_corrected)
    rows = _without_areas(rows)
    if rows[0].kind == "region":
        return _region(rows[0], is_corrected=is_corrected)
    ranked = sorted(rows, key=lambda row: (-_claim(row, text), row.label))
    places = tuple(_place(row) for row in ranked[:MOST_CHOICES])
    if len(ranked) == 1 or _claim(ranked[0], text) >= OBVIOUS * _claim(ranked[1], text):
        return Matches(places[0], places[1:], is_corrected=is_corrected)
    return Matches(others=places, is_corrected=is_corrected)


def _region_and_towns(rows: list[NamedPlace]) -> list[NamedPlace]:
    """Towns and what makes up a region of their name, if no town lies in it: Bardsey near Leeds is no island."""
    towns = [row for row in rows if not row.is_area]
    region = next((row for row in rows if row.kind == "region"), None)
    if region is None or not towns or any(set(town.authorities) & set(region.authorities) for town in towns):
        return []
    return [*sorted(towns, key=lambda row: -row.weight), *region.members()]


def _region(row: NamedPlace, *, is_corrected: bool) -> Matches:
    """The one council a county or region lies in; else what it is made up of, to choose from."""
    members = tuple(_place(member) for member in row.members())
    if len(members) == 1:
        return Matches(members[0], region=row.label, is_corrected=is_corrected)
    return Matches(others=members, region=row.label, is_corrected=is_corrected)


def _place(row: NamedPlace) -> Place:
    """The place, with a label that leads back to it: a council may have the name of a town, here or far away."""
    place = row.place()
    key = place_key(row.label)
    named = (*table().by_key.get(key, ()), *table().by_short_form.get(key, ()))
    is_shared = row.kind == "local_authority" and any(not other.is_area for other in named)
    return replace(place, label=f"{row.label} {COUNCIL_AREA}") if is_shared else place


def _claim(row: NamedPlace, text: str) -> float:
    """How likely a name means this place. Of a longer name, only its first part was typed."""
    return row.weight if _is_whole(row, text) else row.weight / OBVIOUS


def _is_whole(row: NamedPlace, text: str) -> bool:
    return any(text == key or text.startswith(f"{key} ") for key in row.keys)


def _without_longer_names(rows: list[NamedPlace], text: str) -> list[NamedPlace]:
    """Ross is the county before it is the beginning of Ross-on-Wye."""
    if any(row.kind == "region" for row in rows):
        return [row for row in rows if _is_whole(row, text)] or rows
    return rows


def _without_areas(rows: list[NamedPlace]) -> list[NamedPlace]:
    """A town before the council of its name, a council before the region, a region before the health board."""
    places = [row for row in rows if not row.is_area]
    order = get_args(Kind)
    return places or sorted(rows, key=lambda row: order.index(row.kind))[:1]


def _gives_way(row: NamedPlace) -> bool:
    by_key = table().by_key
    return row.is_area and any(not other.is_area for key in row.keys for other in by_key[key])


def _corrected_names(name: Sequence[str]) -> list[NamedPlace]:
    """Rows whose name is one letter away."""
    by_key = table().by_key
    return list(dict.fromkeys(row for key in one_letter_away(" ".join(name)) for row in by_key.get(key, ())))


def _corrected_outside_uk(words: Sequence[str]) -> str:
    return next((NAMES[key] for key in one_letter_away(" ".join(words)) if key in NAMES), "")


def _beginning(prefix: str) -> Iterator[NamedPlace]:
    keys = table().sorted_keys
    for key in keys[bisect_left(keys, prefix) :]:
        if not key.startswith(prefix):
            return
        yield from table().by_key[key]
