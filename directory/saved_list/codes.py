"""How a list is written in an address. Pure functions.

`1c.2f.7-k3` stands for three services by their primary keys in base 36, in the order they were added; the two
characters after the hyphen show whether somebody who typed the address from paper got it right.
"""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.http import base36_to_int, int_to_base36

from search.text.invisible_characters import clean_code

MOST_SERVICES = 50
LARGEST_KEY = 2**63 - 1
_PART = re.compile(r"[0-9a-z]{1,13}")
_CHECK_VALUES = 36**2


@dataclass(frozen=True, slots=True)
class SavedList:
    """What an address or a cookie says.

    `keys` of services, each once; `unreadable` parts that are no key; `is_cut` when it named more than
    `MOST_SERVICES`; `is_checked` when its last two characters match the rest.
    """

    keys: tuple[int, ...] = ()
    unreadable: int = 0
    is_cut: bool = False
    is_checked: bool = True

    @property
    def code(self) -> str:
        """The list as it stands in an address."""
        body = self.body
        return f"{body}-{_check(body)}"

    @property
    def body(self) -> str:
        """The list as it stands in the cookie."""
        return ".".join(int_to_base36(key) for key in self.keys)

    @property
    def is_full(self) -> bool:
        return len(self.keys) >= MOST_SERVICES

    def plus(self, keys: Iterable[int]) -> "SavedList":
        """The list with more services at its end, as many as it can hold."""
        return SavedList(tuple(dict.fromkeys((*self.keys, *keys)))[:MOST_SERVICES])

    def without(self, key: int) -> "SavedList":
        """The list with one service taken off."""
        return SavedList(tuple(other for other in self.keys if other != key))


def read_list(code: str) -> SavedList:
    """Read what `SavedList.code` or `.body` wrote, and whatever else arrives. Never fails."""
    body, _, check = clean_code(code).lower().partition("-")
    parts = list(dict.fromkeys(part for part in body.split(".") if part))
    read = parts[:MOST_SERVICES]
    keys = tuple(dict.fromkeys(key for key in map(_key, read) if key))
    return SavedList(
        keys=keys,
        unreadable=sum(_key(part) == 0 for part in read),
        is_cut=len(parts) > MOST_SERVICES,
        is_checked=check == _check(body),
    )


def _key(part: str) -> int:
    """The primary key a part stands for; 0 for none."""
    if not _PART.fullmatch(part):
        return 0
    key = base36_to_int(part)
    return key if key <= LARGEST_KEY else 0


def _check(body: str) -> str:
    number = zlib.crc32(body.encode("utf-8", "surrogatepass")) % _CHECK_VALUES
    return int_to_base36(number).rjust(2, "0")
