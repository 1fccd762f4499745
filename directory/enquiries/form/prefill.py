"""What somebody said before, as the first answers of an enquiry. Each of them can be changed."""

from typing import Any

from directory.enquiries.content.answers import SenderKind
from directory.referral.facts import Facts
from directory.referral.reasons import ANY_PROFESSIONAL, PROFESSIONAL_ROUTES, THE_PERSON

from .state import FormState

FAMILY = "family-or-friend"


def initial_answers(facts: Facts, state: FormState) -> dict[str, Any]:
    """The initial values of the form. Only what the form offers: a term may have gone since it was said."""
    found = {
        "sender_kind": _sender(facts.route),
        "age": facts.age,
        "setting": facts.setting if facts.setting in dict(state.settings) else "",
        "postcode_district": facts.home,
        "needs": [need for need in facts.needs if need in dict(state.needs)],
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _sender(route: str) -> str:
    if route == THE_PERSON:
        return SenderKind.PERSON
    if route == FAMILY:
        return SenderKind.RELATIVE
    return SenderKind.PROFESSIONAL if route in {ANY_PROFESSIONAL, *PROFESSIONAL_ROUTES} else ""
