"""Whom a search says it is for, in the words of the search: a woman, somebody of 17."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.text.lists_in_words import listed

from .facts import OLDEST_PERSON, Facts
from .person import Person

WOMAN = re.compile(r"\b(?:wom[ae]n|females?|lad(?:y|ies)|girls?|lass(?:ies?|es)?)(?:['’]?s)?\b", re.IGNORECASE)
MAN = re.compile(r"\b(?:m[ae]n|males?|lads?|laddies?|guys?)(?:['’]?s)?\b", re.IGNORECASE)
# These words speak of somebody, who need not be the person that help is for.
SHE = re.compile(r"\b(?:she|her|hers|herself|daughter|wife|mother|mum|sister)(?:['’]?s)?\b", re.IGNORECASE)
HE = re.compile(r"\b(?:he|him|his|himself|son|husband|father|dad|brother)(?:['’]?s)?\b", re.IGNORECASE)
# In these "man" is somebody else, or nobody at all.
NOT_ABOUT_HIM = re.compile(r"\b(?:my|ma|her|your|help|isle of) (?:old )?man\b", re.IGNORECASE)
AGE = re.compile(
    r"\b(?:aged?|she is|he is|shes|hes|i am|im)\s+(\d{1,3})\b|\b(\d{1,3})\s*-?\s*(?:y(?:ea)?rs?\b|year|yo\b|y/o)",
    re.IGNORECASE,
)
AN_AGE = re.compile(
    r"\b(?:young (?:people|person|man|men|wom[ae]n|adults?|lads?)|teen(?:s|agers?)?|youths?|under \d\ds?|over \d\ds?|"
    r"older (?:people|person|prisoners?|men|wom[ae]n)|elderly|pensioners?|child|children)\b",
    re.IGNORECASE,
)
# A number of years that is no age, such as the length of a sentence.
NOT_AN_AGE = re.compile(
    r"\b\d{1,3}\s*-?\s*(?:years?|yrs?)\s+"
    r"(?:sentence|stretch|inside|order|tariff|licence|sober|clean|ago|old conviction)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonInText:
    """What a text says about the person and was not said yet.

    `gender`: as in `Facts`; `age`: in years; `has_age`: an age is spoken of, whether or not in years.
    """

    gender: str = ""
    age: int | None = None
    has_age: bool = False

    @property
    def words(self) -> str:
        """Whom it may be for: "a woman, aged 17"."""
        who = {"woman": _("a woman"), "man": _("a man")}.get(self.gender, "")
        age = _("aged %(age)s") % {"age": self.age} if self.age is not None else ""
        return listed((who or (_("somebody") if age else ""), age))

    def __bool__(self) -> bool:
        return bool(self.gender or self.has_age)


def person_in_text(text: str, facts: Facts | Person) -> PersonInText:
    """What a text says about the person that `facts` do not hold. Texts for women and men tell nothing."""
    is_woman, is_man = bool(WOMAN.search(text)), bool(MAN.search(NOT_ABOUT_HIM.sub("", text)))
    gender = ("woman" if is_woman else "man") if is_woman != is_man and not facts.gender else ""
    if facts.age is not None:
        return PersonInText(gender)
    age = _age(text)
    return PersonInText(gender, age, has_age=age is not None or bool(AN_AGE.search(text)))


def likely_person(text: str, facts: Facts | Person) -> Person:
    """Whom a text seems to be about, where `facts` do not say. A guess: it may order results, never filter them."""
    told = person_in_text(text, facts)
    if told.gender or facts.gender:
        return Person(age=told.age, gender=told.gender or None)
    is_she, is_he = bool(SHE.search(text)), bool(HE.search(text))
    return Person(age=told.age, gender=("woman" if is_she else "man") if is_she != is_he else None)


def _age(text: str) -> int | None:
    found = AGE.search(NOT_AN_AGE.sub("", text))
    age = int(found[1] or found[2]) if found else None
    return age if age is not None and 0 < age <= OLDEST_PERSON else None
