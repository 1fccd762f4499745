"""Several things said as one phrase, in English and in a language with other words between them."""

import pytest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from search.text.lists_in_words import all_of, listed, one_of
from tests.hub.translation.pseudo_language import CLOSE, OPEN, speak


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ("", "", "")),
        (["A"], ("A", "A", "A")),
        (["A", "B"], ("A, B", "A and B", "A or B")),
        (["A", "", "B", "C"], ("A, B, C", "A, B and C", "A, B or C")),
        ((part for part in ("A", lazy("B"))), ("A, B", "A and B", "A or B")),
    ],
)
def test_parts_are_joined(parts: list[str | Promise], expected: tuple[str, str, str]) -> None:
    parts = list(parts)
    assert (listed(parts), all_of(parts), one_of(parts)) == expected


def test_what_holds_commas_is_parted_by_semicolons() -> None:
    assert listed(["A, b", "C"], with_commas=True) == "A, b; C"
    assert one_of(["A, b", "C, d", "E"], with_commas=True) == "A, b; C, d or E"


def test_the_words_between_are_those_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    with speak(monkeypatch):
        assert all_of(["A", "B"]) == f"{OPEN}A and B{CLOSE}"
        assert one_of(["A", "B"]) == f"{OPEN}A or B{CLOSE}"
