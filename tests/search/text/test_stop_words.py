"""The words of a text that tell one result from another."""

import pytest

from search.text.stop_words import keywords_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ()),
        ("?! …", ()),
        ("Help with the housing", ("housing",)),
        ("Housing HOUSING housing", ("Housing",)),
        ("housing family Housing", ("housing", "family")),
        ("Café, cafe and women\u2019s group", ("Café", "women\u2019s", "group")),
        ("cafe\u0301 O'Brien", ("caf\u00e9", "O'Brien")),
        ("it's everyone's", ("everyone's",)),
        ("b a-b c", ("b", "c")),
    ],
)
def test_words_are_told_apart_as_they_are_typed(text, words):
    assert keywords_in(text) == words
