"""Can I refer this person? Three answers, a reason for each rule, nothing stored."""

from dataclasses import replace

import pytest
from directory.eligibility import SETTINGS_AT, Answer, Establishment, Person, Rules, can_refer
from hypothesis import given
from hypothesis import strategies as st

from directory.geography import locate_postcode

GLASGOW = {"S12000049": "Glasgow City"}
SCOTLAND = {"S92000003": "Scotland"}
BARLINNIE = {"hmp-barlinnie": Establishment("HMP Barlinnie")}
GOVAN = {"custody-govan": Establishment("Govan custody centre", "police_custody")}
AT_BARLINNIE, AT_GOVAN = Rules(establishments=BARLINNIE), Rules(establishments=GOVAN)
IN_GLASGOW, IN_EDINBURGH, ON_THE_BORDER = (locate_postcode(code) for code in ("G42 9HX", "EH1 1AA", "G73 1AA"))
SENTENCE = {"community-sentence": "Community sentence"}
PRISON = {"prison": "Remand or prison"}
DTTO = {"dtto": "Drug Treatment and Testing Order"}
SOCIAL_WORK = {"justice-social-work": "Justice social work"}
ANY_PROFESSIONAL = {"any-professional": "Any professional"}
YES, ASK, NO = Answer.YES, Answer.ASK, Answer.NO


def answer_of(rule: str, rules: Rules, person: Person) -> Answer | None:
    return next((reason.answer for reason in can_refer(rules, person).reasons if reason.rule == rule), None)


@pytest.mark.parametrize(
    ("rule", "rules", "person", "expected"),
    [
        # Age
        ("age", Rules(), Person(), None),
        ("age", Rules(), Person(age=34), YES),
        ("age", Rules(), Person(age=18), YES),
        ("age", Rules(), Person(age=17), ASK),
        ("age", Rules(), Person(age=0), ASK),
        ("age", Rules(minimum_age=16), Person(), ASK),
        ("age", Rules(minimum_age=16), Person(age=15), NO),
        ("age", Rules(minimum_age=16), Person(age=16), YES),
        ("age", Rules(minimum_age=16), Person(age=17), YES),
        ("age", Rules(minimum_age=0), Person(age=0), YES),
        ("age", Rules(maximum_age=25), Person(), ASK),
        ("age", Rules(maximum_age=25), Person(age=25), YES),
        ("age", Rules(maximum_age=25), Person(age=26), NO),
        ("age", Rules(maximum_age=25), Person(age=17), ASK),
        ("age", Rules(maximum_age=0), Person(age=1), NO),
        ("age", Rules(minimum_age=18, maximum_age=25), Person(age=17), NO),
        ("age", Rules(minimum_age=18, maximum_age=25), Person(age=20), YES),
        ("age", Rules(minimum_age=18, maximum_age=25), Person(age=30), NO),
        ("age", Rules(minimum_age=18), Person(age=130), YES),
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
        # Setting
        ("setting", Rules(), Person(setting="court"), ASK),
        ("setting", Rules(settings=SENTENCE), Person(), ASK),
        ("setting", Rules(settings=SENTENCE), Person(setting="community-sentence"), YES),
        ("setting", Rules(settings=SENTENCE), Person(setting="police-custody"), NO),
        ("setting", Rules(settings={**SENTENCE, **PRISON}), Person(setting="prison"), YES),
        ("setting", Rules(settings={**SENTENCE, **PRISON}), Person(setting="court"), NO),
        ("setting", Rules(settings=SENTENCE), Person(setting="no-such-setting"), NO),
        # Home
        ("home", Rules(), Person(home=IN_GLASGOW), ASK),
        ("home", Rules(areas=GLASGOW), Person(), ASK),
        ("home", Rules(areas=GLASGOW), Person(home=IN_GLASGOW), YES),
        ("home", Rules(areas=GLASGOW), Person(home=IN_EDINBURGH), NO),
        ("home", Rules(areas=GLASGOW), Person(home=ON_THE_BORDER), ASK),
        ("home", Rules(areas=SCOTLAND), Person(home=ON_THE_BORDER), YES),
        ("home", Rules(areas=SCOTLAND), Person(home=IN_EDINBURGH), YES),
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
        ("establishment", AT_GOVAN, Person(setting="police-custody"), ASK),
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
        # Capacity
        ("capacity", Rules(), Person(), None),
        ("capacity", Rules(is_full=True), Person(), ASK),
    ],
)
def test_each_rule(rule: str, rules: Rules, person: Person, expected: Answer | None) -> None:
    assert answer_of(rule, rules, person) == expected


LEPPS = Rules(settings=SENTENCE, routes=SOCIAL_WORK, areas=GLASGOW)
FITS = Person(age=34, setting="community-sentence", route="justice-social-work", home=IN_GLASGOW)


def test_a_yes_needs_every_rule_to_say_yes() -> None:
    assert can_refer(LEPPS, FITS).answer == YES
    assert can_refer(LEPPS, replace(FITS, age=17)).answer == ASK
    assert can_refer(LEPPS, replace(FITS, home=None)).answer == ASK
    assert can_refer(LEPPS, replace(FITS, setting="police-custody")).answer == NO


def test_nothing_known_on_either_side_is_a_question() -> None:
    assert can_refer(Rules(), Person()).answer == ASK


def test_a_part_of_a_postcode_outside_the_area_is_named() -> None:
    (reason,) = [item for item in can_refer(LEPPS, replace(FITS, home=ON_THE_BORDER)).reasons if item.rule == "home"]
    assert reason.text == "Part of G73 is outside Glasgow City: ask whether the address counts"


ages = st.one_of(st.none(), st.integers(0, 120))
settings_terms = st.dictionaries(st.sampled_from(["prison", "before-release", "court", "licence"]), st.just("Name"))
orders_terms = st.dictionaries(st.sampled_from(["dtto", "licence"]), st.just("Name"))
routes_terms = st.dictionaries(st.sampled_from(["police", "self", "any-professional"]), st.just("Name"))
area_terms = st.dictionaries(st.sampled_from(["S12000049", "S92000003", "E92000001"]), st.just("Name"))
establishments = st.dictionaries(
    st.sampled_from(["hmp-barlinnie", "hmp-perth"]),
    st.sampled_from([Establishment("Name", kind) for kind in SETTINGS_AT]),
)
rules_of_any_kind = st.builds(
    Rules,
    minimum_age=ages,
    maximum_age=ages,
    gender=st.sampled_from(["", "anyone", "women", "men"]),
    settings=settings_terms,
    orders=orders_terms,
    routes=routes_terms,
    areas=area_terms,
    establishments=establishments,
    is_full=st.booleans(),
)
FACTS = {
    "age": st.integers(0, 120),
    "gender": st.sampled_from(["woman", "man", "other"]),
    "setting": st.sampled_from(["prison", "before-release", "court", "licence", "community-sentence"]),
    "order": st.sampled_from(["dtto", "licence", "community-payback-order"]),
    "route": st.sampled_from(["police", "self", "any-professional", "health", "family-or-friend"]),
    "home": st.sampled_from([IN_GLASGOW, IN_EDINBURGH, ON_THE_BORDER]),
    "establishment": st.sampled_from(["hmp-barlinnie", "hmp-perth"]),
}
people = st.fixed_dictionaries(FACTS)
known = st.sets(st.sampled_from(sorted(FACTS)))


@given(rules_of_any_kind, people, known, known)
def test_more_facts_never_turn_a_no_into_anything_else(rules: Rules, facts: dict, some: set, more: set) -> None:
    before = can_refer(rules, Person(**{name: facts[name] for name in some}))
    after = can_refer(rules, Person(**{name: facts[name] for name in some | more}))
    if before.answer == NO:
        assert after.answer == NO


@given(rules_of_any_kind)
def test_a_person_of_whom_nothing_is_known_is_never_refused(rules: Rules) -> None:
    assert can_refer(rules, Person()).answer != NO


@given(rules_of_any_kind, people, known)
def test_an_unknown_fact_never_gives_a_no(rules: Rules, facts: dict, some: set) -> None:
    rules_by_fact = {"age": "age", "gender": "gender", "setting": "setting", "order": "order", "route": "route"}
    found = can_refer(rules, Person(**{name: facts[name] for name in some}))
    refused = {reason.rule for reason in found.reasons if reason.answer == NO}
    assert not {rule for fact, rule in rules_by_fact.items() if fact not in some} & refused


@given(rules_of_any_kind, people)
def test_every_reason_is_a_sentence(rules: Rules, facts: dict) -> None:
    for reason in can_refer(rules, Person(**facts)).reasons:
        assert reason.text
        assert "None" not in reason.text
