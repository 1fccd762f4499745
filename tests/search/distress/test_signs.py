"""Weak signs of distress that add up."""

import pytest

from benchmarks.distress import Judged
from benchmarks.distress_weights import learned, signed, write
from search.distress import EditorsWords, recognise
from search.distress.data import WORDS, read_lexicon, read_sign_weights, read_sign_words
from search.distress.kinds import KINDS
from search.distress.recognition import labels_by_phrases
from search.distress.signs import BIAS, PART, Signs, SignWords, parts_of

SEEN = SignWords({"dying": "die"}, {"dying": ("<end>",), "want": ("<want>",)})
NAMES = ("one", "other")
WEIGHTS = {
    BIAS: (-3.0, 0.0, 0.0),
    "<want> <end>": (2.0, 0.0, 0.0),
    "die": (2.0, 3.0, 0.0),
    "course": (-4.0, 0.0, 0.0),
    "both": (0.0, 0.0, 3.0),
}


@pytest.fixture(scope="module")
def signs():
    return Signs(SEEN, WEIGHTS, NAMES)


def test_words_neighbours_and_groups_that_are_near_are_signs():
    found = SEEN.signs(("want", "to", "dying"))

    assert found >= {"want", "die", "to die", "^ want", "die $", "<want>", "<end>", "<want> <end>"}
    assert "<want> <end>" not in SEEN.signs(("want", "a", "b", "c", "dying"))
    assert "<end> <want>" not in found


def test_only_the_sum_tells(signs):
    assert signs.kinds_in([("want", "to", "dying")], 0) == {"one"}
    assert signs.kinds_in([("dying",)], -9) == set()
    assert signs.kinds_in([("so", "dying")], 0) == set()
    assert signs.kinds_in([("want", "to", "dying", "course")], 0) == set()
    assert signs.kinds_in([("want", "to", "dying")], 1) == set()


def test_several_kinds_may_be_told_of_and_one_always_is(signs):
    assert signs.kinds_in([("want", "dying", "both")], 0) == set(NAMES)
    assert len(Signs(SEEN, {BIAS: (1.0, -2.0, 0.0)}, NAMES).kinds_in([("hello", "there")], 0)) == 1


def test_signs_far_from_each_other_do_not_add_up(signs):
    apart = ("want", "dying", *("so",) * 40, "course")

    assert signs.kinds_in([apart], -2) == {"one"}
    assert all(len(part) <= PART for part in parts_of(apart))
    assert {word for part in parts_of(apart) for word in part} == set(apart)


def test_a_longer_text_needs_more(signs):
    told = ("want", "to", "dying")

    assert signs.kinds_in([told, *[("hello", "there")] * 9], 0) == set()
    assert signs.kinds_in([], 0) == set()
    assert signs.kinds_in([()], 0) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he pinned me to the wall and squeezed", "domestic-abuse"),
        ("he smells my clothes when i come home", "domestic-abuse"),
        ("my bairn was left wi nae tea and naebody in", "child-at-risk"),
        ("wee brother sleeps in a wet bed with no blanket", "child-at-risk"),
    ],
)
def test_what_no_phrase_says_is_recognised(text, kind):
    assert labels_by_phrases(text)[0] == frozenset()
    assert kind in recognise(text).kinds


def test_editors_may_call_it_harmless():
    text = "he pinned me to the wall and squeezed"

    assert recognise(text, EditorsWords(harmless=("wall paper",)))
    assert not recognise(text, EditorsWords(harmless=("pinned to wall",)))
    assert recognise(f"{text}. I want to die", EditorsWords(harmless=("pinned to wall",))).kinds == ("suicide",)


def test_a_broad_phrase_does_not_count_when_much_speaks_against_it():
    assert labels_by_phrases("they want me to do a course at college")[0] == frozenset()
    assert recognise("they want me and my family out and wait at my door")


def test_weights_are_learned_alike_and_written_as_they_are_read(tmp_path):
    phrases = [("want to die", True), ("want to work", False), ("help me die", True), ("help with work", False)] * 3
    texts = [signed(Judged(phrase, "suicide" if told else "", told)) for phrase, told in phrases]

    weights = learned(texts)
    write(weights, tmp_path / "weights.txt")

    assert weights == learned(texts)
    assert weights["die"][0] > 0 > weights["work"][0]
    assert f"die: {round(100 * weights['die'][0])} " in (tmp_path / "weights.txt").read_text(encoding="utf-8")


def test_the_files_are_whole():
    seen = read_sign_words(read_lexicon())

    assert all(len(weights) == 1 + len(KINDS) for weights in read_sign_weights().values())
    assert {"<i>", "<pill>"} <= {group for groups in seen.groups.values() for group in groups}
    assert (WORDS / "sign_weights.txt").read_text(encoding="utf-8").startswith("# Learned by")
