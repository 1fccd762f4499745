"""How phrases are written down."""

import pytest

from search.distress.automaton import Automaton
from search.distress.data import PHRASES, read_lexicon, read_sections
from search.distress.kinds import KINDS
from search.distress.phrase_language import patterns_of
from search.distress.recognition import ROLES, TOPICS
from search.distress.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def lexicon():
    return read_lexicon()


@pytest.mark.parametrize(
    ("phrase", "found", "not_found"),
    [
        ("kill <self>", ["kill myself", "killin hersel"], ["kill", "myself kill", "kill the dog myself"]),
        ("=took pill+", ["took pills", "took pill"], ["take pills"]),
        ("kill ~2 dog", ["kill dog", "kill that big dog", "kill the old dog"], ["kill that big old brown dog"]),
        ("go up? north", ["go north", "went up north"], ["go down north"]),
        ("wake_up/come_round now", ["woke up now", "coming round now"], ["wake round now"]),
        ("^ help $", ["help"], ["help him", "him help"]),
        ("<many> dogs", ["12 dogs"], ["2 dogs"]),
    ],
)
def test_what_a_phrase_stands_for(lexicon, phrase, found, not_found):
    automaton = Automaton(list(patterns_of(phrase, lexicon)))
    vocabulary = Vocabulary(automaton.places, small=("the",), ordinary=())

    def matches(text: str) -> bool:
        return any(automaton.matches(vocabulary.read(text.split())[0]))

    assert [text for text in found if not matches(text)] == []
    assert [text for text in not_found if matches(text)] == []


@pytest.mark.parametrize("phrase", ["<nobody>", "kill ~9 dog", "a//b", "kill (up)", "up?"])
def test_what_is_not_in_the_language_is_refused(lexicon, phrase):
    with pytest.raises(ValueError, match=r"slot|word|empty"):
        list(patterns_of(phrase, lexicon))


def test_the_files_are_whole(lexicon):
    assert {path.stem for path in PHRASES.glob("*.txt")} == {*KINDS, TOPICS}
    for name in (*KINDS, TOPICS):
        for section, phrase in read_sections(name):
            assert section in ROLES, name
            assert list(patterns_of(phrase, lexicon)), phrase
