"""One service held against what was said: the answer on its page, and where else to look after a "no"."""

from dataclasses import dataclass

from directory.finder.query import FinderQuery
from directory.finder.results import count_services
from directory.referral.answers import Eligibility, ReferralAnswer
from directory.referral.eligibility import can_refer
from directory.referral.facts import Facts
from directory.referral.person import Person
from directory.referral.rules import Rules


@dataclass(frozen=True, slots=True)
class ReferralCheck:
    """The answer, and for a "no" how many other services might take the person, and where."""

    eligibility: Eligibility
    others: int = 0
    others_url: str = ""


def check_referral(rules: Rules, facts: Facts, person: Person) -> ReferralCheck:
    """Hold a person against a listing. person: what the facts say, with what follows from where the person is held."""
    found = can_refer(rules, person)
    if found.answer != ReferralAnswer.NO:
        return ReferralCheck(found)
    query = FinderQuery(
        selected={"setting": (person.setting,)} if person.setting else {},
        near=facts.home,
        place=person.home,
    )
    return ReferralCheck(found, count_services([query], person)[0], query.query_string())
