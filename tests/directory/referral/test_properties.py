"""What holds of every listing and every person."""

from hypothesis import given

from directory.referral.answers import ReferralAnswer
from directory.referral.eligibility import can_refer
from directory.referral.index_values import takes, wanted
from directory.referral.person import Person
from directory.referral.rules import Rules
from tests.factories.referral import everything_said, people, rules_of_any_kind, some_facts

FACT_OF = {"home": "area", "establishment": "area"}


@given(rules_of_any_kind(), everything_said, some_facts, some_facts)
def test_more_facts_never_turn_a_no_into_anything_else(rules: Rules, facts: dict, some: set, more: set) -> None:
    before = can_refer(rules, Person(**{name: facts[name] for name in some}))
    after = can_refer(rules, Person(**{name: facts[name] for name in some | more}))
    if before.answer == ReferralAnswer.NO:
        assert after.answer == ReferralAnswer.NO


@given(rules_of_any_kind())
def test_a_person_of_whom_nothing_is_known_is_never_refused(rules: Rules) -> None:
    assert can_refer(rules, Person()).answer != ReferralAnswer.NO


@given(rules_of_any_kind(), people())
def test_a_no_needs_a_fact_that_was_said_and_one_that_was_confirmed(rules: Rules, person: Person) -> None:
    for reason in can_refer(rules, person).reasons:
        if reason.answer == ReferralAnswer.NO:
            assert FACT_OF.get(reason.rule, reason.rule) in rules.confirmed
            assert getattr(person, reason.rule) is not None
            assert reason.fits is False


@given(rules_of_any_kind(), people())
def test_a_yes_needs_a_fact_that_was_confirmed(rules: Rules, person: Person) -> None:
    for reason in can_refer(rules, person).reasons:
        if reason.answer == ReferralAnswer.YES and not rules.is_helpline:
            assert FACT_OF.get(reason.rule, reason.rule) in rules.confirmed


@given(rules_of_any_kind(), people())
def test_without_any_confirmation_nobody_is_refused(rules: Rules, person: Person) -> None:
    doubted = Rules(**{name: getattr(rules, name) for name in rules.__dataclass_fields__ if name != "confirmed"})
    assert can_refer(doubted, person).answer != ReferralAnswer.NO


@given(rules_of_any_kind(), people())
def test_every_reason_is_a_sentence(rules: Rules, person: Person) -> None:
    for reason in can_refer(rules, person).reasons:
        assert reason.text
        assert "None" not in reason.text
        assert not reason.text.endswith(".")


@given(rules_of_any_kind(), people())
def test_the_index_parts_exactly_those_who_say_no(rules: Rules, person: Person) -> None:
    values = takes(rules)
    passes = all(set(values[facet]) & set(asked) for facet, asked in wanted(person).items())
    assert passes == (can_refer(rules, person).answer != ReferralAnswer.NO)
