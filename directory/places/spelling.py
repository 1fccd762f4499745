"""What a misspelt name may have been meant for. Pure functions over the table of places."""

from collections.abc import Iterator
from difflib import get_close_matches

from .table import NamedPlace, table

SHORTEST_MISSPELT = 5
# No name is longer, and every letter more costs as much again.
LONGEST_MISSPELT = 60
CLOSE_ENOUGH = 0.82
LETTERS = "abcdefghijklmnopqrstuvwxyz "
AREA_PEOPLE = {"local_authority": 20_000, "region": 15_000, "prison": 5_000, "health_board": 2_000, "nation": 1}


def one_letter_away(name: str) -> Iterator[str]:
    """Every text that is one letter added, dropped, replaced or swapped away. None for a number, or out of length."""
    if not SHORTEST_MISSPELT <= len(name) <= LONGEST_MISSPELT or any(letter.isdigit() for letter in name):
        return
    for at in range(len(name) + 1):
        before, after = name[:at], name[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


def nearest_label(text: str) -> str:
    """The label of the place whose name looks most like the text."""
    rows = table()
    # Names of another length or with another first letter look too different; leaving them out bounds the work.
    alike = [key for key in rows.sorted_keys if key[0] == text[0] and abs(len(key) - len(text)) <= 3]
    found = get_close_matches(text, alike, n=1, cutoff=CLOSE_ENOUGH)
    return max(rows.by_key[found[0]], key=prominence).label if found else ""


def prominence(row: NamedPlace) -> int:
    """How soon a place is suggested: as if an area or a prison had so many people."""
    return row.weight * AREA_PEOPLE.get(row.kind, 1)
