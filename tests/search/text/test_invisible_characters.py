"""Characters that nobody sees: what goes, what stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.invisible_characters import clean_code, clean_free_text, clean_line, without_controls

PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
HINDI = "\u0915\u094d\u200d\u0937"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "text", [PERSIAN, HINDI, FAMILY, SCOTLAND, "O\u2019Neill", "Zo\u00e9", "10\u00a0am", "one\ttwo\nthree", "\u200fa"]
)
def test_what_spells_a_name_stays(text: str) -> None:
    assert clean_free_text(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c\x9f", "abc"),
        ("\u202ekcab\u202c and \u2067on\u2069", "kcab and on"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("half \ud83d", "half"),
        (" R ", "R"),
    ],
)
def test_what_goes_from_words(typed: str, kept: str) -> None:
    assert clean_free_text(typed) == kept


@pytest.mark.parametrize(
    "nothing", ["", " ", "\u200b", "\u200d\ufeff", "\u00a0", "\u2800", "\u3164", "\u202e", "\u0301"]
)
def test_what_nobody_sees_is_no_name(nothing: str) -> None:
    assert clean_free_text(nothing) == ""
    assert clean_line(nothing) == ""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("G31\u00a04EB", "G31 4EB"),
        ("G31\u202f4EB\ufeff", "G31 4EB"),
        ("g3\u200b1\u00ad", "g31"),
        ("o\u2019neill@hub.example", "o'neill@hub.example"),
        ("St Mary\u2018s\n12\u2060 Duke\u200d Street", "St Mary's\n12 Duke Street"),
        ("0141\u00a0496\u20070100\ufe0f", "0141 496 0100"),
    ],
)
def test_what_goes_from_codes(typed: str, kept: str) -> None:
    assert clean_code(typed) == kept


texts = st.text(st.characters(codec=None, categories=None), max_size=60)


@given(texts)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for clean in (clean_free_text, clean_code, clean_line, without_controls):
        assert clean(clean(text)) == clean(text)


@given(texts)
def test_whatever_is_left_can_be_stored_and_shown(text: str) -> None:
    for clean in (clean_free_text, clean_code, clean_line):
        kept = clean(text)
        assert kept.encode().decode() == kept
        assert not set(kept) & set("\x00\x7f\x9b\u202a\u202e\u2066\u2069")


@given(texts)
def test_a_code_holds_nothing_without_room(text: str) -> None:
    categories = {unicodedata.category(character) for character in clean_code(text)}
    assert not categories & {"Cf", "Cs"}
    assert "\u00a0" not in clean_code(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u115f\u1160\u3164\uffa0\u2800")))
def test_what_can_be_seen_is_never_lost_from_words(text: str) -> None:
    assert clean_free_text(text) == text
