"""Can I refer this person? Three answers, a reason for each rule, and a "no" only for what was confirmed."""

from dataclasses import replace
from datetime import date

import pytest

from directory.referral.answers import ReferralAnswer, ReferralReason
from directory.referral.eligibility import can_refer
from directory.referral.person import Person
from directory.referral.rules import Establishment, Rules
from tests.factories.referral import IN_EDINBURGH, IN_GLASGOW, ON_THE_BORDER, sure_of

GLASGOW = {"S12000049": "Glasgow City"}
SCOTLAND = {"S92000003": "Scotland"}
BARLINNIE = {"hmp-barlinnie": Establishment("HMP Barlinnie")}
GOVAN = {"custody-govan": Establishment("Govan custody centre", "police_custody")}
AT_BARLINNIE, AT_GOVAN = Rules(establishments=BARLINNIE), Rules(establishments=GOVAN)
SENTENCE = {"community-sentence": "Community sentence"}
PRISON = {"prison": "Remand or prison"}
BEFORE_RELEASE = {"before-release": "About to be released"}
LICENCE = {"licence": "On licence, or after"}
DTTO = {"dtto": "Drug Treatment and Testing Order"}
SOCIAL_WORK = {"justice-social-work": "Justice social work"}
ANY_PROFESSIONAL = {"any-professional": "Any professional"}
THE_PERSON = {"self": "The person"}
YES, ASK, NO = ReferralAnswer.YES, ReferralAnswer.ASK, ReferralAnswer.NO
# Whether the listing speaks for the person, against, or neither.
SPEAKS = {YES: True, NO: False, ASK: None}
# The fact behind a rule, where it has another name.
FACT_OF = {"home": "area", "establishment": "area"}


def reason_of(rule: str, rules: Rules, person: Person) -> ReferralReason | None:
    return next((reason for reason in can_refer(rules, person).reasons if reason.rule == rule), None)


TABLE = [
    # Age
    ("age", Rules(), Person(), None),
    ("age", Rules(), Person(age=34), None),
    ("age", Rules(), Person(age=18), None),
    ("age", Rules(), Person(age=17), ASK),
    ("age", Rules(), Person(age=0), ASK),
    ("age", Rules(minimum_age=16), Person(), ASK),
    ("age", Rules(minimum_age=16), Person(age=15), NO),
    ("age", Rules(minimum_age=16), Person(age=16), YES),
    ("age", Rules(minimum_age=0), Person(age=0), YES),
    ("age", Rules(maximum_age=25), Person(), ASK),
    ("age", Rules(maximum_age=25), Person(age=25), YES),
    ("age", Rules(maximum_age=25), Person(age=26), NO),
    ("age", Rules(maximum_age=25), Person(age=17), ASK),
    ("age", Rules(maximum_age=0), Person(age=1), NO),
    ("age", Rules(minimum_age=18, maximum_age=25), Person(age=17), NO),
    ("age", Rules(minimum_age=18, maximum_age=25), Person(age=20), YES),
    ("age", Rules(minimum_age=18, maximum_age=25), Person(age=30), NO),
    # Gender
    ("gender", Rules(), Person(gender="man"), None),
    ("gender", Rules(gender="anyone"), Person(gender="other"), None),
    ("gender", Rules(gender="women"), Person(), ASK),
    ("gender", Rules(gender="women"), Person(gender="woman"), YES),
    ("gender", Rules(gender="women"), Person(gender="man"), NO),
    ("gender", Rules(gender="women"), Person(gender="other"), ASK),
    ("gender", Rules(gender="men"), Person(gender="man"), YES),
    ("gender", Rules(gender="men"), Person(gender="woman"), NO),
    ("gender", Rules(gender="men"), Person(gender="other"), ASK),
    ("gender", Rules(related_gender="men"), Person(gender="woman"), ASK),
    ("gender", Rules(related_gender="men"), Person(gender="other"), ASK),
    ("gender", Rules(related_gender="men"), Person(gender="man"), None),
    ("gender", Rules(related_gender="men"), Person(), None),
    # Setting
    ("setting", Rules(), Person(setting="court"), ASK),
    ("setting", Rules(settings=SENTENCE), Person(), ASK),
    ("setting", Rules(settings=SENTENCE), Person(setting="community-sentence"), YES),
    ("setting", Rules(settings=SENTENCE), Person(setting="police-custody"), NO),
    ("setting", Rules(settings={**SENTENCE, **PRISON}), Person(setting="prison"), YES),
    ("setting", Rules(settings={**SENTENCE, **PRISON}), Person(setting="court"), NO),
    ("setting", Rules(settings=SENTENCE), Person(setting="no-such-setting"), NO),
    ("setting", Rules(settings=SENTENCE), Person(setting="before-release"), NO),
    # Whoever is about to be released is still in prison, and on licence later: a question of when
    ("setting", Rules(settings=PRISON), Person(setting="before-release"), YES),
    ("setting", Rules(settings=BEFORE_RELEASE), Person(setting="before-release"), YES),
    ("setting", Rules(settings=BEFORE_RELEASE), Person(setting="prison"), ASK),
    ("setting", Rules(settings=LICENCE), Person(setting="before-release"), ASK),
    ("setting", Rules(settings=LICENCE), Person(setting="prison"), ASK),
    ("setting", Rules(settings=LICENCE), Person(setting="police-custody"), NO),
    # Home
    ("home", Rules(), Person(home=IN_GLASGOW), ASK),
    ("home", Rules(areas=GLASGOW), Person(), ASK),
    ("home", Rules(areas=GLASGOW), Person(home=IN_GLASGOW), YES),
    ("home", Rules(areas=GLASGOW), Person(home=IN_EDINBURGH), NO),
    ("home", Rules(areas=GLASGOW), Person(home=ON_THE_BORDER), ASK),
    ("home", Rules(areas=SCOTLAND), Person(home=ON_THE_BORDER), YES),
    ("home", Rules(areas={"E92000001": "England"}), Person(home=IN_GLASGOW), NO),
    ("home", Rules(areas={"K02000001": "United Kingdom"}), Person(home=IN_GLASGOW), YES),
    ("home", AT_BARLINNIE, Person(home=IN_EDINBURGH), None),
    ("home", Rules(areas=GLASGOW, establishments=BARLINNIE), Person(home=IN_EDINBURGH), NO),
    # Establishment
    ("establishment", Rules(areas=GLASGOW), Person(setting="prison"), None),
    ("establishment", AT_BARLINNIE, Person(), ASK),
    ("establishment", AT_BARLINNIE, Person(setting="prison"), ASK),
    ("establishment", AT_BARLINNIE, Person(setting="prison", establishment="hmp-barlinnie"), YES),
    ("establishment", AT_BARLINNIE, Person(setting="prison", establishment="hmp-perth"), NO),
    ("establishment", AT_BARLINNIE, Person(setting="before-release", establishment="hmp-perth"), NO),
    ("establishment", AT_BARLINNIE, Person(establishment="hmp-perth"), ASK),
    ("establishment", Rules(areas=GLASGOW, establishments=BARLINNIE), Person(setting="licence"), None),
    ("establishment", AT_GOVAN, Person(setting="police-custody", establishment="custody-govan"), YES),
    ("establishment", AT_GOVAN, Person(setting="police-custody", establishment="another"), NO),
    ("establishment", AT_GOVAN, Person(setting="prison", establishment="hmp-perth"), None),
    ("establishment", Rules(establishments={**BARLINNIE, **GOVAN}), Person(setting="court"), None),
    # Orders
    ("order", Rules(), Person(order="dtto"), None),
    ("order", Rules(orders=DTTO), Person(), ASK),
    ("order", Rules(orders=DTTO), Person(order="dtto"), YES),
    ("order", Rules(orders=DTTO), Person(order="licence"), NO),
    # Who refers
    ("route", Rules(), Person(route="police"), ASK),
    ("route", Rules(routes=SOCIAL_WORK), Person(), ASK),
    ("route", Rules(routes=SOCIAL_WORK), Person(route="justice-social-work"), YES),
    ("route", Rules(routes=SOCIAL_WORK), Person(route="police"), NO),
    ("route", Rules(routes=SOCIAL_WORK), Person(route="self"), NO),
    ("route", Rules(routes=SOCIAL_WORK), Person(route="any-professional"), ASK),
    ("route", Rules(routes=ANY_PROFESSIONAL), Person(route="health"), YES),
    ("route", Rules(routes=ANY_PROFESSIONAL), Person(route="family-or-friend"), NO),
    ("route", Rules(routes=THE_PERSON), Person(route="self"), YES),
    ("route", Rules(routes=THE_PERSON), Person(route="police"), YES),
    ("route", Rules(routes={**SOCIAL_WORK, **THE_PERSON}), Person(route="family-or-friend"), YES),
    # Capacity
    ("capacity", Rules(), Person(), None),
    ("capacity", Rules(is_full=True), Person(), ASK),
]


@pytest.mark.parametrize(("rule", "rules", "person", "expected"), TABLE)
def test_what_was_confirmed_gives_each_answer(
    rule: str, rules: Rules, person: Person, expected: ReferralAnswer | None
) -> None:
    reason = reason_of(rule, replace(rules, confirmed=sure_of()), person)
    assert (reason and reason.answer) == expected
    assert reason is None or reason.fits == SPEAKS[expected]


@pytest.mark.parametrize(("rule", "rules", "person", "expected"), TABLE)
def test_what_nobody_confirmed_is_a_question_that_shows_against_whom_it_speaks(
    rule: str, rules: Rules, person: Person, expected: ReferralAnswer | None
) -> None:
    reason = reason_of(rule, rules, person)
    assert (reason and reason.answer) == (expected and ASK)
    assert reason is None or reason.fits == SPEAKS[expected]
    if expected in (YES, NO):
        assert "Nobody has confirmed" in reason.text


@pytest.mark.parametrize(("rule", "rules", "person", "expected"), TABLE)
def test_what_is_in_question_is_asked_with_the_question(
    rule: str, rules: Rules, person: Person, expected: ReferralAnswer | None
) -> None:
    fact = FACT_OF.get(rule, rule)
    others = {other: found for other, found in sure_of().items() if other != fact}
    reason = reason_of(rule, replace(rules, confirmed=others, questions={fact: "Is it so?"}), person)
    assert reason is None or reason.answer == ASK
    # Whether others are seen too is no question about somebody whom the listing names.
    if expected == NO or (expected == YES and rule != "gender"):
        assert reason.text.endswith("Not known yet: Is it so?")
    elif expected == YES:
        assert reason.text.endswith("Nobody has confirmed it")


def test_only_the_fact_that_was_confirmed_says_no() -> None:
    rules = Rules(gender="men", minimum_age=18, confirmed=sure_of("age"))
    found = can_refer(rules, Person(age=30, gender="woman"))
    assert found.answer == ASK
    assert not found.fits
    assert can_refer(rules, Person(age=17, gender="man")).answer == NO


LEPPS = Rules(settings=SENTENCE, routes=SOCIAL_WORK, areas=GLASGOW, minimum_age=16, confirmed=sure_of())
FITS = Person(age=34, setting="community-sentence", route="justice-social-work", home=IN_GLASGOW)


def test_a_yes_needs_every_rule_to_say_yes() -> None:
    assert can_refer(LEPPS, FITS).answer == YES
    assert can_refer(replace(LEPPS, is_full=True), FITS).answer == ASK
    assert can_refer(LEPPS, replace(FITS, home=None)).answer == ASK
    assert can_refer(LEPPS, replace(FITS, setting="police-custody")).answer == NO
    assert can_refer(replace(LEPPS, confirmed={}), FITS).answer == ASK
    assert can_refer(replace(LEPPS, confirmed={}), FITS).fits


def test_who_asks_does_not_stand_in_the_way_of_a_yes_until_it_is_said() -> None:
    assert can_refer(LEPPS, replace(FITS, route=None)).answer == YES
    assert can_refer(LEPPS, replace(FITS, route="police")).answer == NO
    unconfirmed = replace(LEPPS, confirmed=sure_of("setting", "area", "age"))
    assert can_refer(unconfirmed, replace(FITS, route="police")).answer == ASK


def test_nothing_known_on_either_side_is_a_question() -> None:
    assert can_refer(Rules(), Person()).answer == ASK
    assert can_refer(Rules(confirmed=sure_of()), FITS).answer == ASK


def test_a_part_of_a_postcode_outside_the_area_is_named() -> None:
    reason = reason_of("home", LEPPS, replace(FITS, home=ON_THE_BORDER))
    assert reason.text == "Part of G73 is outside Glasgow City: ask whether the address counts"


def test_a_licence_begins_on_the_day_of_release() -> None:
    rules, day = Rules(settings=LICENCE, confirmed=sure_of()), date(2027, 3, 27)
    inside = Person(setting="before-release", release=day)
    assert reason_of("setting", rules, inside).text.startswith("From the day of release (27 March 2027)")
    assert "(" not in reason_of("setting", rules, replace(inside, release=None)).text


def test_an_open_question_about_what_is_not_recorded_is_asked() -> None:
    for fact in ("age", "gender", "order", "setting", "route", "area"):
        rule = "home" if fact == "area" else fact
        reason = reason_of(rule, Rules(questions={fact: "Does it see women?"}), Person(age=40, gender="woman"))
        assert (reason.answer, reason.text) == (ASK, "Not known yet: Does it see women?")


HELPLINE = Rules(is_helpline=True, settings=PRISON, routes=SOCIAL_WORK, orders=DTTO, is_full=True, confirmed=sure_of())


def test_anyone_can_call_a_helpline() -> None:
    for person in (Person(), FITS, Person(setting="court", order="licence", route="police")):
        found = can_refer(HELPLINE, person)
        assert found.answer == YES
        assert [reason.text for reason in found.reasons] == ["Anyone can call. Nobody refers to a helpline"]


@pytest.mark.parametrize(
    ("limit", "person"),
    [
        ({"maximum_age": 25}, Person(age=30)),
        ({"gender": "women"}, Person(gender="man")),
        ({"areas": GLASGOW}, Person(home=IN_EDINBURGH)),
    ],
)
def test_a_helpline_turns_away_only_by_a_confirmed_age_gender_or_area(limit: dict, person: Person) -> None:
    assert can_refer(replace(HELPLINE, **limit), person).answer == NO
    unconfirmed = can_refer(replace(HELPLINE, **limit, confirmed={}), person)
    assert (unconfirmed.answer, unconfirmed.fits) == (ASK, False)
    assert can_refer(replace(HELPLINE, **limit), Person()).answer == YES


def test_what_decides_comes_first() -> None:
    found = can_refer(LEPPS, replace(FITS, setting="police-custody", home=None))
    assert [reason.answer for reason in found.deciding] == [NO, ASK, YES, YES]
    unconfirmed = can_refer(replace(LEPPS, confirmed={}), replace(FITS, age=12, route=None))
    assert unconfirmed.deciding[0].rule == "age", "what speaks against the person comes before what lacks a check"
