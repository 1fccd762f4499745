"""What somebody said before, as the first answers of an enquiry. Each of them can be changed."""

from typing import Any

from directory.enquiries.content.answers import SenderKind
from directory.referral.facts import Facts
from directory.referral.reasons import ANY_PROFESSIONAL, PROFESSIONAL_ROUTES, THE_PERSON

from .offered import Offered

FAMILY = "family-or-friend"


def initial_answers(facts: Facts, offered: Offered) -> dict[str, Any]:
    """The first answers, by question. Only what is offered: a term may have gone since it was said."""
    found = {
        "sender_kind": _sender(facts.route),
        "age": facts.age,
        "setting": facts.setting if facts.setting in dict(offered.settings) else "",
        "postcode_district": facts.home,
        "gender": facts.gender,
        "establishment": facts.establishment if facts.establishment in dict(offered.establishments) else "",
        "release_month": facts.release[:7],
        "needs": [need for need in facts.needs if need in dict(offered.needs)],
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _sender(route: str) -> str:
    if route == THE_PERSON:
        return SenderKind.PERSON
    if route == FAMILY:
        return SenderKind.RELATIVE
    return SenderKind.PROFESSIONAL if route in {ANY_PROFESSIONAL, *PROFESSIONAL_ROUTES} else ""
