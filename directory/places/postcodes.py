"""What a text says as a postcode: the one reading that every place box has. Pure functions over a committed table.

The space decides where the district ends: "G1 1" is in G1, "G11" is G11. A district must exist; a sector that does
not is left out, since new ones are made every year.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from search.text.invisible_characters import clean_code

from .postcode_table import districts, sectors

# Royal Mail's published formats: an outward code, and an inward code of a sector digit and a unit.
_OUTWARD = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_INWARD = re.compile(r"(?:[0-9](?:[A-Z]{2})?)?")
_FULL = re.compile(r"(?P<outward>[A-Z]{1,2}[0-9][A-Z0-9]?)(?P<inward>[0-9][A-Z]{2})")
# People part the two by all kinds of spaces, dashes and strokes.
_HOUSEHOLD = re.compile(
    r"(?<![a-z0-9])(?P<outward>[a-z]{1,2}[0-9][a-z0-9]?)[\W_]{0,9}(?P<inward>[0-9][a-z]{2})(?![a-z0-9])", re.IGNORECASE
)
_TOKEN = re.compile(r"[A-Z0-9]+")
MOST_TOKENS = 4
LONGEST_POSTCODE = 7
# What a hand or a scanner takes for another character.
_ALIKE = {"O": "O0", "0": "0O", "I": "I1", "L": "L1", "1": "1IL", "S": "S5", "5": "5S"}
# What stands before the number of a room, not before a district: "Flat B2".
_ROOMS = frozenset({"APARTMENT", "BLOCK", "FLAT", "FLOOR", "HOUSE", "LANDING", "PLOT", "ROOM", "UNIT", "WING"})
_NATION = frozenset({"SCOTLAND", "ENGLAND", "WALES", "NORTHERN", "IRELAND", "UNITED", "KINGDOM", "UK", "GB"})
# Real, but with no place in the tables of the United Kingdom.
OUTSIDE_UK = {"JE": "Jersey", "GY": "Guernsey", "IM": "the Isle of Man", "GX": "Gibraltar", "BF": "BFPO"}


@dataclass(frozen=True, slots=True)
class Postcode:
    """`inward`: nothing, the digit of the sector, or that and the unit. `is_corrected`: other than it was typed."""

    outward: str
    inward: str = ""
    is_corrected: bool = False

    @property
    def is_full(self) -> bool:
        """Whether it points at a few homes."""
        return len(self.inward) == len("9HX")

    @property
    def outside_uk(self) -> str:
        """Where it is, if that is outside the tables; else nothing."""
        return OUTSIDE_UK.get(self.outward[:2], "")

    def __str__(self) -> str:
        return f"{self.outward} {self.inward}".strip()


def looks_like_postcode(text: str) -> bool:
    """Whether the text has the form of a whole or partial postcode."""
    return bool(_readings(_tokens(text)))


def read_postcode(text: str) -> Postcode | None:
    """The postcode that the whole text is, if its district exists, however it is written."""
    return _known(_readings(_tokens(text)))


def corrected_postcode(text: str) -> Postcode | None:
    """The one postcode that differs from the text in characters which look alike: "G3I" is G31."""
    return _corrected(_tokens(text))


def full_postcodes(text: str) -> Iterator[tuple[str, Postcode | None]]:
    """What has the form of a full postcode in a longer text, the last first, each with what it is if that exists."""
    tokens = _tokens(text)
    for start in range(len(tokens) - 1, -1, -1):
        for size in range(1, MOST_TOKENS + 1):
            found = _FULL.fullmatch("".join(tokens[start : start + size]))
            if found:
                yield found[0], _known([(found["outward"], found["inward"])])
                break


def district_within(text: str) -> tuple[Postcode, str] | None:
    """A district or sector that begins or ends an address or is a part of it, and the words beside it."""
    tokens = _tokens(text)
    while tokens and tokens[-1] in _NATION:
        tokens.pop()
    parts = [len(_tokens(part)) for part in text.split(",")]
    starts = [sum(parts[:number]) for number in range(len(parts))]
    spans = [(start, start + length) for start, length in zip(starts, parts, strict=True) if length <= 2]
    ends = [(len(tokens) - 2, len(tokens)), (len(tokens) - 1, len(tokens))]
    for start, end in (*ends, *spans, (0, 2), (0, 1)):
        beside = tokens[: max(start, 0)] + tokens[end:]
        if 0 <= start < end <= len(tokens) and beside and (found := _district(tokens, start, end)):
            return found, " ".join(beside)
    return None


def _district(tokens: Sequence[str], start: int, end: int) -> Postcode | None:
    outward, inward = (*tokens[start:end], "")[:2]
    split = (outward, inward)
    if not _is_form(split) or (start and tokens[start - 1] in _ROOMS):
        return None
    found = _known([split])
    return None if found is None or found.is_corrected else found


def without_household(text: str) -> str:
    """The text with every whole postcode that may exist cut to its district: its last letters point at few homes."""
    # Wide letters and the like are read as the plain ones they stand for.
    plain = _plain(text)
    cut = _HOUSEHOLD.sub(_cut, plain)
    if cut == plain:
        return text
    # A district and what stands behind it may make another one.
    while (again := _HOUSEHOLD.sub(_cut, cut)) != cut:
        cut = again
    return cut


def _cut(found: re.Match[str]) -> str:
    outward = found["outward"].upper()
    return outward if _is_district(outward) else found[0]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", clean_code(text))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_plain(text).upper())


def _is_district(outward: str) -> bool:
    return outward in districts() or outward[:2] in OUTSIDE_UK


def _readings(tokens: Sequence[str]) -> list[tuple[str, str]]:
    """The outward and inward codes that the text may stand for, the likeliest first."""
    squeezed = "".join(tokens)
    if not tokens or len(tokens) > MOST_TOKENS or len(squeezed) > LONGEST_POSTCODE:
        return []
    spaced = [(tokens[0], tokens[1])] if len(tokens) == 2 else []
    run = [(squeezed[:-3], squeezed[-3:]), (squeezed, ""), (squeezed[:-1], squeezed[-1:])]
    return [split for split in spaced if _is_form(split)] or [split for split in run if _is_form(split)]


def _is_form(split: tuple[str, str]) -> bool:
    return bool(_OUTWARD.fullmatch(split[0]) and _INWARD.fullmatch(split[1]))


def _known(readings: Sequence[tuple[str, str]]) -> Postcode | None:
    for outward, inward in readings:
        if outward[:2] in OUTSIDE_UK or (outward in districts() and not inward):
            return Postcode(outward, inward)
        if inward and f"{outward} {inward[0]}" in sectors():
            return Postcode(outward, inward)
    return next((Postcode(outward, is_corrected=True) for outward, _ in readings if outward in districts()), None)


def _corrected(tokens: Sequence[str]) -> Postcode | None:
    """The one postcode that differs in characters which look alike, if there is one and no other."""
    if len("".join(tokens)) > LONGEST_POSTCODE or not any(map(str.isdigit, "".join(tokens))):
        return None
    found = {known for other in _look_alikes(tokens) if (known := _known(_readings(other))) and not known.is_corrected}
    return replace(found.pop(), is_corrected=True) if len(found) == 1 else None


def _look_alikes(tokens: Sequence[str]) -> Iterator[list[str]]:
    choices = (_ALIKE.get(character, character) for character in " ".join(tokens))
    yield from ("".join(letters).split() for letters in product(*choices))
