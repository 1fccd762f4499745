"""What somebody said about the person a search is for, as it is kept for half an hour."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from directory.places.gazetteer import find_places
from directory.places.geography import Place

from .person import Person
from .rules import INSIDE, PRISON

OLDEST_PERSON = 120
GENDERS = ("woman", "man", "other")
MOST_NEEDS = 10
LONGEST_PLACE = 80
SLUG = re.compile(r"[a-z0-9][-_a-z0-9]{0,49}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
# As a month alone is written.
MONTH = "2027-03"
# Whoever is held in a place for women or for men only.
HELD = {"women": "woman", "men": "man"}


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """Who it is for, and what was sought for them when that was said. Empty is not said.

    `gender`: one of `GENDERS`; `order`, `route`, `setting`, `needs`: slugs of terms, `route` being who asks;
    `establishment`: the code of an area; `release`: a day or a month, as 2027-03-27 or 2027-03; `home`: a place as
    `find_places` reads it, never a whole postcode.
    """

    age: int | None = None
    gender: str = ""
    order: str = ""
    route: str = ""
    establishment: str = ""
    release: str = ""
    setting: str = ""
    home: str = ""
    needs: tuple[str, ...] = ()

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> "Facts":
        """Rebuild from what `to_stored` made, and from whatever else arrives: what makes no sense is left out."""
        age = stored.get("age")
        needs = stored.get("needs")
        release = _text(stored, "release", DAY)
        first_day = release if len(release) > len(MONTH) else f"{release}-01"
        home = stored.get("home")
        return cls(
            age=age if type(age) is int and 0 <= age <= OLDEST_PERSON else None,
            gender=stored["gender"] if stored.get("gender") in GENDERS else "",
            order=_text(stored, "order"),
            route=_text(stored, "route"),
            establishment=_text(stored, "establishment"),
            release=release if _day(first_day) else "",
            setting=_text(stored, "setting"),
            home=home[:LONGEST_PLACE] if isinstance(home, str) else "",
            needs=tuple(need for need in needs if isinstance(need, str) and SLUG.fullmatch(need))[:MOST_NEEDS]
            if isinstance(needs, (list, tuple))
            else (),
        )

    def to_stored(self) -> dict[str, Any]:
        """What is not empty, as plain values."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: value for name, value in values.items() if value not in (None, "", ())}

    @property
    def says_anything(self) -> bool:
        """Whether anything is kept at all."""
        return bool(self.to_stored())

    @property
    def place(self) -> Place | None:
        """Where the person lives or will live."""
        return find_places(self.home).place if self.home else None

    @property
    def release_day(self) -> date | None:
        """The day of release, where more than the month was said."""
        return _day(self.release) if len(self.release) > len(MONTH) else None

    def seeking(self, *, setting: str, home: str, needs: tuple[str, ...]) -> "Facts":
        """The same person with what is sought now; what is not given now stays as it was."""
        return replace(
            self, setting=setting or self.setting, home=home or self.home, needs=needs[:MOST_NEEDS] or self.needs
        )

    def held_at(self, establishment: str) -> "Facts":
        """The same person in a prison, unless it was said that they are somewhere else."""
        if self.setting and self.setting not in INSIDE:
            return self
        return replace(self, establishment=establishment, setting=self.setting or PRISON)

    def person(self, held: Mapping[str, str] | None = None) -> Person:
        """What a listing is held against. held: codes of establishments that hold only "women" or only "men"."""
        implied = HELD.get((held or {}).get(self.establishment, ""), "")
        return Person(
            age=self.age,
            gender=self.gender or implied or None,
            setting=self.setting or None,
            order=self.order or None,
            route=self.route or None,
            home=self.place,
            establishment=self.establishment or None,
            release=self.release_day,
        )


def is_age(text: str) -> bool:
    """Whether the text is an age in whole years that a person can have."""
    return text.isascii() and text.isdigit() and len(text) <= len(str(OLDEST_PERSON)) and int(text) <= OLDEST_PERSON


def _text(stored: Mapping[str, Any], name: str, pattern: re.Pattern[str] = SLUG) -> str:
    value = stored.get(name)
    return value if isinstance(value, str) and pattern.fullmatch(value) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
