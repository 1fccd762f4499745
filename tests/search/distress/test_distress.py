"""Distress in what somebody typed."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.distress import FALSE_ALARMS, RECALL, TUNED_ON, figures, read_judged
from search.distress import KINDS, EditorsWords, labels_in_text, recognise

COMMON = Path(__file__).with_name("common_phrases.txt").read_text(encoding="utf-8").splitlines()
TOLD = (
    ("end my life", "suicide"),
    ("killing myself", "suicide"),
    ("ah want tae end it aw", "suicide"),
    ("hurt myself", "self-harm"),
    ("took too many pills", "overdose"),
    ("he keeps hitting me", "domestic-abuse"),
    ("someone is hurting my child", "child-at-risk"),
    ("they are going to stab me", "threat"),
)
AROUND = st.lists(
    st.sampled_from(["please", "help", "today", "thanks", "glasgow", "so", "really", "urgent"]), max_size=5
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *TOLD,
        ("suicid", "suicide"),
        ("sucide", "suicide"),
        ("self-harming", "self-harm"),
        ("SELFHARMING!!", "self-harm"),
        ("sui cide", "suicide"),
        ("killmyself", "suicide"),
        ("kill my self", "suicide"),
        ("kill myslef", "suicide"),
        ("ki11 myself", "suicide"),
        ("kiiilll myself", "suicide"),
        ("k\u00edll m\u00ffself", "suicide"),
        ("kill just really fucking myself", "suicide"),
        ("want to... die", "suicide"),
        ("he\u2019s od\u2019d", "overdose"),
        ("hes od'd", "overdose"),
        ("kms", "suicide"),
        ("gonnae batter ma wean", "child-at-risk"),
        ("ma man gies me doings", "domestic-abuse"),
    ],
)
def test_it_is_recognised_however_it_is_typed(text, kind):
    assert kind in recognise(text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\U0001f600",
        "overdose awareness training",
        "suicide prevention course for staff",
        "cutting down",
        "cutting down my drinking",
        "self help",
        "end of my licence",
        "end my life sentence",
        "to kill a mockingbird",
        "hit by a fine",
        "better off calculation",
        "therapist",
        "hello",
        "the odd job",
        "he'll be my mentor",
    ],
)
def test_what_means_something_else_is_left_alone(text):
    assert not recognise(text)


def test_the_order_of_words_matters():
    assert recognise("he hits me at home")
    assert recognise("throw myself off a bridge")
    assert not recognise("off a bridge college course i throw")
    assert not recognise("my life will end up good")


def test_a_sentence_is_read_by_itself():
    assert not recognise("I like to end. My life is good")
    assert recognise("He did a course. I want to end my life. Training is full.").kinds == ("suicide",)


def test_the_most_urgent_kind_comes_first():
    text = "he hits me, i cut myself and now i took too many pills"

    assert recognise(text).kinds == ("overdose", "domestic-abuse", "self-harm")


def test_nothing_of_the_text_is_in_the_answer():
    answer = recognise("Jo Bloggs of Govan wants to die")

    assert "Jo" not in repr(answer)
    with pytest.raises(AttributeError):
        answer.kinds = ()


@pytest.mark.parametrize("text", COMMON)
def test_what_people_ask_this_site_raises_no_alarm(text):
    assert not recognise(text)


@pytest.mark.parametrize("path", TUNED_ON, ids=lambda path: path.stem)
def test_phrases_that_were_tuned_on_reach_the_figures(path):
    known = figures(read_judged(path))

    assert known.recall >= RECALL
    assert known.right_kind >= RECALL
    assert known.false_alarms < FALSE_ALARMS


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text):
    assert set(recognise(text).kinds) <= set(KINDS)


@given(
    st.sampled_from(TOLD),
    st.lists(
        st.sampled_from(
            ["please", "help", "today", "hello", "thanks", "glasgow", "and", "so", "now", "really", "urgent"]
        ),
        max_size=5,
    ),
    st.lists(
        st.sampled_from(["please", "help", "today", "thanks", "glasgow", "really", "urgent", "tonight"]), max_size=5
    ),
)
def test_harmless_words_around_it_hide_nothing(told, before, after):
    text, kind = told

    assert kind in recognise(" ".join([*before, text, *after])).kinds


@pytest.mark.parametrize(
    "unit",
    [
        "kill myself ",
        "he hit me and ",
        "so ",
        "cutting down ",
        "zqkxvwm",
        "ihatemylifewanttodie",
        "want so so so to die ",
        "! ",
        "\u0301",
    ],
)
def test_a_long_text_is_read_quickly(unit):
    text = (unit * 3000)[:3000]
    recognise("")
    began = time.process_time()

    for _ in range(3):
        recognise(text)

    # Far more than it takes, as other tests run beside this one: what it guards against takes seconds.
    assert (time.process_time() - began) / 3 < 0.2


def test_a_very_long_text_is_read_so_far():
    began = time.process_time()

    assert recognise("he hits me. " + "x y " * 1_000_000)
    assert time.process_time() - began < 1


class TestEditorsWords:
    def test_their_phrases_are_matched_in_the_same_way(self):
        editors = EditorsWords(tells=(("suicide", "cannae thole it"), ("mine", "grey place")))

        assert recognise("ah canny thole this it", editors).kinds == ("suicide",)
        assert recognise("i cannot tholed it", editors).kinds == ("suicide",)
        assert labels_in_text("the greyy places", editors) == {"mine"}
        assert not recognise("thole cannae", editors)

    def test_one_word_of_theirs_may_be_a_topic(self):
        editors = EditorsWords(tells=(("overdose", "gauching"),))

        assert recognise("gauched", editors).kinds == ("overdose",)
        assert not recognise("gauching awareness course", editors)

    def test_they_can_say_what_is_harmless(self):
        text = "kill myself laughing"

        assert recognise(text)
        assert not recognise(text, EditorsWords(harmless=("kill myself laughing",)))
        assert recognise(f"{text}, no i want to die", EditorsWords(harmless=("kill myself laughing",)))

    def test_nothing_but_signs_is_no_phrase(self):
        assert not recognise("hello", EditorsWords(tells=(("suicide", " ?! "),), harmless=("...",)))
