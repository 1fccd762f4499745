"""Whom a search says it is for."""

import pytest

from directory.referral.facts import Facts
from directory.referral.person import Person
from directory.referral.person_in_text import likely_person, person_in_text

NOBODY = Facts()


@pytest.mark.parametrize(
    ("text", "gender", "age"),
    [
        ("women's service", "woman", None),
        ("womens hostel", "woman", None),
        ("help for a lassie in the cells", "woman", None),
        ("17 year old girl", "woman", 17),
        ("17yo male on remand", "man", 17),
        ("young lad aged 19", "man", 19),
        ("she is 34 and homeless", "", 34),
        ("62 yr old man leaving prison", "man", 62),
        ("17-year-old", "", 17),
        ("my man is in jail", "", None),
        ("women and men", "", None),
        ("mental health", "", None),
        ("Isle of Man", "", None),
        ("10 year sentence", "", None),
        ("3 years clean", "", None),
        ("flat 12, 4 people", "", None),
        ("200 year old woman", "woman", None),
        ("", "", None),
    ],
)
def test_gender_and_age(text, gender, age):
    told = person_in_text(text, NOBODY)
    assert (told.gender, told.age) == (gender, age)


@pytest.mark.parametrize("text", ["young people", "teenagers", "older prisoners", "under 18s", "over 50"])
def test_an_age_without_a_number(text):
    told = person_in_text(text, NOBODY)
    assert told.has_age
    assert told.words == ""


def test_what_was_said_already_is_not_asked_again():
    assert not person_in_text("17 year old woman", Facts(gender="woman", age=17))
    assert person_in_text("17 year old woman", Facts(gender="man")) == person_in_text("17 year old", NOBODY)


def test_in_words():
    assert person_in_text("17 year old girl", NOBODY).words == "a woman, aged 17"
    assert person_in_text("aged 17", NOBODY).words == "somebody, aged 17"


@pytest.mark.parametrize(
    ("text", "gender", "age"),
    [
        ("someone to see her in the cells", "woman", None),
        ("his sentence ends in May", "man", None),
        ("she wants to see him", None, None),
        ("woman who fears him", "woman", None),
        ("my daughter is 17 years old", "woman", 17),
        ("heroin", None, None),
    ],
)
def test_whom_it_is_likely_about(text, gender, age):
    person = likely_person(text, NOBODY)
    assert (person.gender, person.age) == (gender, age)


def test_what_was_said_is_not_guessed():
    assert likely_person("help for her", Person(gender="man")).gender is None
