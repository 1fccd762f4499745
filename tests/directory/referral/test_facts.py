"""What was said about a person, as it is kept and as it is held against a listing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.referral.facts import GENDERS, MOST_NEEDS, Facts

plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=80), st.lists(st.text(max_size=9))
)
names = st.sampled_from([*Facts.__dataclass_fields__, "name", "offence"])


@given(st.dictionaries(names, plain))
def test_whatever_was_stored_is_read_and_can_be_used(stored: dict) -> None:
    facts = Facts.from_stored(stored)
    assert facts.age is None or 0 <= facts.age <= 120
    assert facts.gender in ("", *GENDERS)
    assert Facts.from_stored(facts.to_stored()) == facts
    facts.person({"hmp-stirling": "women"})


@pytest.mark.parametrize(
    "nonsense",
    [
        {"age": "17"},
        {"age": 121},
        {"age": -1},
        {"age": True},
        {"age": 17.5},
        {"gender": "robot"},
        {"gender": ["woman"]},
        {"order": "<b>"},
        {"route": "x" * 51},
        {"setting": None},
        {"release": "2027-13"},
        {"release": "2027-02-30"},
        {"release": "0000-01"},
        {"release": "soon"},
        {"home": 7},
        {"needs": "housing"},
        {"needs": [3, None, "<b>"]},
        {"name": "Mary"},
    ],
)
def test_what_makes_no_sense_is_left_out(nonsense: dict) -> None:
    assert Facts.from_stored(nonsense) == Facts()
    assert not Facts.from_stored(nonsense).says_anything


def test_no_more_needs_are_kept_than_fit() -> None:
    assert len(Facts.from_stored({"needs": [f"need-{number}" for number in range(99)]}).needs) == MOST_NEEDS


def test_what_is_sought_later_adds_to_what_was_said() -> None:
    facts = Facts(age=17, setting="prison", home="G42", needs=("housing",))
    assert facts.seeking(setting="", home="", needs=()) == facts
    later = facts.seeking(setting="licence", home="EH1", needs=("family",))
    assert (later.age, later.setting, later.home, later.needs) == (17, "licence", "EH1", ("family",))


def test_whom_a_prison_holds_tells_the_gender_unless_it_was_said() -> None:
    held = {"hmp-stirling": "women", "hmp-low-moss": "men"}
    assert Facts(establishment="hmp-stirling").person(held).gender == "woman"
    assert Facts(establishment="hmp-low-moss").person(held).gender == "man"
    assert Facts(establishment="hmp-stirling", gender="other").person(held).gender == "other"
    assert Facts(establishment="hmp-perth").person(held).gender is None


def test_a_month_is_no_day_of_release() -> None:
    assert Facts(release="2027-03").person().release is None
    assert Facts(release="2027-03-27").person().release.day == 27


def test_nothing_said_shows_where_facts_are_printed_by_mistake() -> None:
    printed = repr(Facts(age=17, gender="woman", establishment="hmp-stirling"))
    # Where the object lies in memory may have any digits.
    assert re.fullmatch(r"<directory\.referral\.facts\.Facts object at 0x[0-9a-f]+>", printed)
