"""The one number that a text with a telephone number dials. Pure functions; numbering plans from `phonenumbers`."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
from django.utils.translation import gettext_lazy as lazy
from phonenumbers import Leniency, PhoneNumber, PhoneNumberMatcher, shortnumberinfo

from search.text.invisible_characters import clean_code

HERE = "GB"
COUNTRY_CODE = 44
# Of a number whose range is in no plan, like those for drama.
FEWEST_DIGITS = 10
MOST_GROUPS = 6
NO_NUMBER = lazy("Give a whole number with its area code, like 0141 496 0100.")
MAX_TYPED = 100
_GROUPS = re.compile(r"\+?[0-9]+")
_SHORT = re.compile(r"(?<![\w+])[0-9]{2,3}(?:[ -]?[0-9]{1,3})?(?!\w)")
_LETTERS = re.compile(r"[^\W\d_]")


def telephone_address(text: str) -> str:
    """A number as people write it, as a `tel:` address; nothing where the text has no number to dial."""
    number = number_to_dial(text)
    return f"tel:{number}" if number else ""


# Each number of a page is asked for several times, and reading one takes longer than drawing it. Only published
# numbers come here: what a sender writes is never read by this.
@lru_cache(maxsize=2_000)
def number_to_dial(text: str) -> str:
    """The digits of the first whole number, without extension: a phone would dial the rest in one go."""
    plain = unicodedata.normalize("NFKC", clean_code(text[:MAX_TYPED]))
    numbers = list(_numbers(plain))
    found = next((found for found in numbers if phonenumbers.is_valid_number(found[0])), None)
    found = found or next((found for found in numbers if _is_whole(found[0])), None)
    return _digits(*found) if found else _short_number(plain)


def _numbers(text: str) -> Iterator[tuple[PhoneNumber, str]]:
    """Each number with the text it was read from."""
    for match in PhoneNumberMatcher(text, HERE, leniency=Leniency.POSSIBLE):
        yield match.number, match.raw_string
    # Two endings behind each other, as in "0141 496 0100 0102", look like no number as a whole.
    groups = _GROUPS.findall(text)
    for start, first in enumerate(groups):
        if first.startswith(("0", "+")):
            for end in range(min(start + MOST_GROUPS, len(groups)), start, -1):
                joined = "".join(groups[start:end])
                try:
                    yield phonenumbers.parse(joined, HERE), joined
                except phonenumbers.NumberParseException:
                    continue


def _is_whole(number: PhoneNumber) -> bool:
    is_long = len(phonenumbers.national_significant_number(number)) >= FEWEST_DIGITS
    return is_long and phonenumbers.is_possible_number(number)


def _digits(number: PhoneNumber, written: str) -> str:
    """As it was written: with the country where that is said, else as people dial it here."""
    if number.country_code == COUNTRY_CODE and not written.strip("( ").startswith(("+", "00")):
        return f"0{phonenumbers.national_significant_number(number)}"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _short_number(text: str) -> str:
    """A number like 999 or 116 123. Beside words only one that exists: "open 24 hours" is none."""
    has_words = bool(_LETTERS.search(text))
    for match in _SHORT.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        number = phonenumbers.PhoneNumber(country_code=COUNTRY_CODE, national_number=int(digits))
        is_real = not digits.startswith("0") and shortnumberinfo.is_valid_short_number(number)
        if len(digits) > 2 and (is_real or (not has_words and match[0] == text)):
            return digits
    return ""
