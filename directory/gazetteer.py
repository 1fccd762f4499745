"""Where a named place is: a town, district, council, health board or prison. Pure functions over a committed table.

`docs/geography.md` says where the table comes from and by which rules a name that several places share is decided.
"""

import csv
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from .geography import DATA, Place, PlaceNotFound, ancestors_of, areas_around, locate_postcode, looks_like_postcode
from .place_keys import place_key, place_words, short_form, typed_words

Kind = Literal["town", "district", "local_authority", "prison", "health_board", "nation"]

# What has this many times the people of every other place of its name is meant.
OBVIOUS = 20
# The hub is for Scotland first: there a name stands for the place at home.
SCOTTISH_WEIGHT = 10
UNCOUNTED = {"district": 10_000, "town": 500}
AREA_PEOPLE = {"local_authority": 20_000, "prison": 5_000, "health_board": 2_000, "nation": 1}
MOST_CHOICES = 12
LONGEST_TYPED = 60
SHORTEST_MISSPELT = 5
CLOSE_ENOUGH = 0.82
LETTERS = "abcdefghijklmnopqrstuvwxyz "


class NamedPlace(NamedTuple):
    """One row of the table. `label` is its name with its council and leads back here, whatever else has its name."""

    label: str
    keys: tuple[str, ...]
    point: tuple[float, float]
    residents: int
    authorities: tuple[str, ...]
    district: str
    town: str
    area: str
    kind: Kind

    @property
    def is_area(self) -> bool:
        return self.kind in ("local_authority", "health_board", "nation")

    @property
    def weight(self) -> int:
        """How many people may mean it."""
        residents = self.residents or UNCOUNTED.get(self.kind, 1)
        scottish = any(code.startswith("S") for code in (*self.authorities, self.area))
        return residents * SCOTTISH_WEIGHT if scottish else residents

    def place(self) -> Place:
        """The same as any other place. A prison is in no council: who works in the city does not work inside."""
        codes = (self.area,) if self.kind == "prison" else (*self.authorities, self.area)
        areas = areas_around(code for code in codes if code)
        return Place(self.label, *self.point, self.authorities, areas)

    def where(self) -> frozenset[str]:
        """The words by which it is told from others of its name."""
        codes = (*self.authorities[:1], *(code for first in self.authorities[:1] for code in ancestors_of(first)))
        texts = (self.label, self.town, self.district, *(area_name(code) for code in codes))
        return frozenset(word for text in texts for word in place_words(text))


@dataclass(frozen=True, slots=True)
class Matches:
    """What a text may mean. `place` is None when nothing or more than one thing is meant.

    `others`: further places of this name, the likeliest first. `nearest`: another spelling worth offering, for a
    text that means nothing. `is_respelt`: the text was taken for a name one letter away. `nation`: code of the
    nation that was named, which is too large to be near to.
    """

    place: Place | None = None
    others: tuple[Place, ...] = ()
    nearest: str = ""
    is_respelt: bool = False
    nation: str = ""


NOTHING = Matches()


def find_places(text: str) -> Matches:
    """Find a postcode or a name, however it is written and with one letter wrong. Never raises."""
    text = text[:LONGEST_TYPED]
    words = typed_words(text)
    if looks_like_postcode(" ".join(words)):
        try:
            return Matches(locate_postcode(" ".join(words)))
        except PlaceNotFound:
            return NOTHING
    if not words:
        return NOTHING
    found = _named(words) or _named(typed_words(text.split(",")[0]))
    if found:
        return _decide(found, words)
    respelt = _respelt(text, words)
    if respelt:
        return _decide(respelt, words, is_respelt=True)
    return Matches(nearest=_nearest(" ".join(words)))


def area_name(code: str) -> str:
    """The name of an area, empty for an unknown code."""
    return _area_names().get(code, "")


def suggest_places(text: str, limit: int) -> tuple[NamedPlace, ...]:
    """Places whose name begins like the text, the likeliest first; after a comma, those whose council does."""
    name, _, where = text[:LONGEST_TYPED].partition(",")
    prefix, wanted = " ".join(typed_words(name)), " ".join(place_words(where))
    if len(prefix) < 2:
        return ()
    rows = dict.fromkeys(row for row in _beginning(prefix) if row.kind != "nation" and not _gives_way(row))
    if wanted:
        rows = dict.fromkeys(row for row in rows if any(word.startswith(wanted.split()[-1]) for word in row.where()))
    # A whole name comes before the beginning of a longer one.
    return tuple(sorted(rows, key=lambda row: (prefix not in row.keys, -_prominence(row)))[:limit])


def _named(words: Sequence[str]) -> list[NamedPlace]:
    """Rows with the longest name that begins the words and that fit whatever follows it."""
    table = _table()
    for end in range(len(words), 0, -1):
        name, where = " ".join(words[:end]), frozenset(words[end:])
        rows = dict.fromkeys((*table.by_key.get(name, ()), *table.by_short_form.get(name, ())))
        found = [row for row in rows if not where or where <= row.where()]
        if found:
            return found
    return []


def _decide(rows: list[NamedPlace], words: Sequence[str], *, is_respelt: bool = False) -> Matches:
    """Which of these is meant, if that is plain."""
    text = " ".join(words)
    nation = next((row.area for row in rows if row.kind == "nation"), "")
    if nation:
        return Matches(nation=nation)
    rows = _without_areas(rows)
    exact = [row for row in rows if place_key(row.label) == text]
    if exact:
        return Matches(exact[0].place())
    ranked = sorted(rows, key=lambda row: (-_claim(row, text), row.label))
    places = tuple(row.place() for row in ranked[:MOST_CHOICES])
    if len(ranked) == 1 or _claim(ranked[0], text) >= OBVIOUS * _claim(ranked[1], text):
        return Matches(places[0], places[1:], is_respelt=is_respelt)
    return Matches(others=places, is_respelt=is_respelt)


def _claim(row: NamedPlace, text: str) -> float:
    """How likely a name means this place. Of a longer name, only its first part was typed."""
    is_whole = any(text == key or text.startswith(f"{key} ") for key in row.keys)
    return row.weight if is_whole else row.weight / OBVIOUS


def _without_areas(rows: list[NamedPlace]) -> list[NamedPlace]:
    """A town before the council of its name, a council before the health board."""
    places = [row for row in rows if not row.is_area]
    order = get_args(Kind)
    return places or sorted(rows, key=lambda row: order.index(row.kind))[:1]


def _gives_way(row: NamedPlace) -> bool:
    by_key = _table().by_key
    return row.is_area and any(not other.is_area for key in row.keys for other in by_key[key])


def _prominence(row: NamedPlace) -> int:
    """How soon a place is suggested: as if an area or a prison had so many people."""
    return row.weight if row.kind in UNCOUNTED else row.weight * AREA_PEOPLE[row.kind]


def _respelt(text: str, words: Sequence[str]) -> list[NamedPlace]:
    """Rows whose name is one letter added, dropped, replaced or swapped away."""
    name = typed_words(text.split(",")[0])
    typed, where = " ".join(name), frozenset(words[len(name) :])
    if len(typed) < SHORTEST_MISSPELT or any(letter.isdigit() for letter in typed):
        return []
    by_key = _table().by_key
    rows = dict.fromkeys(row for key in _one_letter_away(typed) for row in by_key.get(key, ()))
    return [row for row in rows if where <= row.where()] or list(rows)


def _one_letter_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


def _nearest(text: str) -> str:
    """The label of the place whose name looks most like the text."""
    table = _table()
    # Names of another length or with another first letter look too different; leaving them out bounds the work.
    alike = [key for key in table.sorted_keys if key[0] == text[0] and abs(len(key) - len(text)) <= 3]
    found = get_close_matches(text, alike, n=1, cutoff=CLOSE_ENOUGH)
    return max(table.by_key[found[0]], key=_prominence).label if found else ""


def _beginning(prefix: str) -> Iterator[NamedPlace]:
    table = _table()
    for key in table.sorted_keys[bisect_left(table.sorted_keys, prefix) :]:
        if not key.startswith(prefix):
            return
        yield from table.by_key[key]


@dataclass(frozen=True, slots=True)
class _Table:
    by_key: dict[str, list[NamedPlace]]
    by_short_form: dict[str, list[NamedPlace]]
    sorted_keys: list[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    by_key: dict[str, list[NamedPlace]] = {}
    by_short_form: dict[str, list[NamedPlace]] = {}
    for row in read_places():
        for key in row.keys:
            by_key.setdefault(key, []).append(row)
            short = " ".join(short_form(tuple(key.split())))
            if short:
                by_short_form.setdefault(short, []).append(row)
    return _Table(by_key, by_short_form, sorted(by_key))


def read_places() -> Iterator[NamedPlace]:
    """Every row of the table, in its order."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for label, keys, latitude, longitude, residents, authorities, district, town, area, kind in rows:
            yield NamedPlace(
                label,
                tuple(keys.split("|")),
                (float(latitude), float(longitude)),
                int(residents or 0),
                tuple(authorities.split()),
                district,
                town,
                area,
                kind,  # type: ignore[arg-type]  # the command writes no other
            )


@lru_cache(maxsize=1)
def _area_names() -> dict[str, str]:
    with (DATA / "areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}
