"""What was said about a person."""

from dataclasses import dataclass
from datetime import date

from directory.places.geography import Place


# Without a repr, error reports have nothing to print.
@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """What somebody chose to say about a person. None is not said.

    `age` in years; `gender` "woman", "man" or "other"; `setting`, `order`, `route` slugs of terms, `route` being who
    asks; `home` where the person lives or will live; `establishment` the code of the establishment they are at;
    `release` the day they are expected to leave it.
    """

    age: int | None = None
    gender: str | None = None
    setting: str | None = None
    order: str | None = None
    route: str | None = None
    home: Place | None = None
    establishment: str | None = None
    release: date | None = None
