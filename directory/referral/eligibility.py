"""Does this service take this person? Pure functions: nothing is read from a database and nothing is stored.

Each rule of a listing gives yes, ask or no with its reason. A "no" needs a fact that is recorded and confirmed, and
a fact that was said about the person. What is recorded but not confirmed is a question. Learning one more fact about
a person never turns a "no" into anything else: a practitioner can answer as little as they like and add later.
"""

from .answers import Eligibility, ReferralAnswer
from .person import Person
from .reasons import RULES, helpline_reasons
from .rules import Rules


def can_refer(rules: Rules, person: Person) -> Eligibility:
    """Hold a person against a listing's rules.

    "No" when any rule says no; "yes" when every rule says yes; else "ask". A listing without any rule is "ask".
    Who may refer is no fact about the person: as long as nobody said who asks, it does not stand in the way of "yes".
    """
    found = helpline_reasons(rules, person) if rules.is_helpline else [rule(rules, person) for rule in RULES]
    reasons = tuple(reason for reason in found if reason is not None)
    answers = {reason.answer for reason in reasons if not (reason.rule == "route" and reason.is_unsaid)}
    if ReferralAnswer.NO in answers:
        return Eligibility(ReferralAnswer.NO, reasons)
    return Eligibility(ReferralAnswer.YES if answers == {ReferralAnswer.YES} else ReferralAnswer.ASK, reasons)
