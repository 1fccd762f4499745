"""Characters that nobody sees, taken out of what people type and paste. Pure functions.

More than one way to clean, because what is noise in a code is spelling in a name: Persian and Hindi words, and many
emoji, are wrong without their joiners.
"""

import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n|[\r\u0085\u2028\u2029]")
# Controls but tab and line feed, lone surrogates, which no database takes, and what turns or nests the direction of
# text: that one reaches beyond the text it stands in.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# Letters and marks by their category, but nothing to see.
_BLANK = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_JOINERS = "\u200c\u200d"
_ZERO_WIDTH_SPACE = "\u200b"
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u201b\u02bc\uff07", "'"))
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"})


def without_controls(text: str) -> str:
    """The text as it is, but for what a page or a database cannot hold."""
    return _CONTROLS.sub("", text)


def clean_free_text(text: str) -> str:
    """A name or words, with one kind of line end and no controls. Empty when nothing of it can be seen."""
    cleaned = without_controls(LINE_ENDS.sub("\n", text)).strip()
    return cleaned if any(map(_is_seen, cleaned)) else ""


def clean_code(text: str) -> str:
    """An address, a number or a code: plain spaces and apostrophes, and nothing that takes no room."""
    plain = _BLANK.sub("", without_controls(LINE_ENDS.sub("\n", text))).translate(_APOSTROPHES)
    return "".join(_plain_character(character) for character in plain).strip()


def clean_line(text: str) -> str:
    """Words in one line, as they are searched for: what no word is made of parts them, and joiners stay."""
    line = " ".join("".join(map(_in_line, text)).split())
    return line if any(map(_is_seen, line)) else ""


def _in_line(character: str) -> str:
    category = unicodedata.category(character)
    if character in _JOINERS or category[0] != "C":
        return character
    return "" if category == "Cf" and character != _ZERO_WIDTH_SPACE else " "


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category == "Cf" else character


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in _UNSEEN_CATEGORIES and not _BLANK.match(character)
