"""Services and this person: what the eligibility rules say about the one asked for, and about a few others."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from directory.cards.cards import Card, make_cards
from directory.cards.service_rows import read_card_services
from directory.enquiries.content.answers import SETTING_UNKNOWN, PrivateAnswers, SenderKind
from directory.enquiries.models import Enquiry
from directory.enquiries.privacy.database_failures import log_failure
from directory.finder.query import FinderQuery
from directory.finder.results import cards_of, search_query
from directory.referral.facts import Facts
from directory.referral.person import Person
from directory.referral.reasons import ANY_PROFESSIONAL, THE_PERSON
from directory.vocabulary.labels import read_labels
from search.api import find

MOST_OTHERS = 4
ROUTES = {
    SenderKind.PERSON: THE_PERSON,
    SenderKind.RELATIVE: "family-or-friend",
    SenderKind.PROFESSIONAL: ANY_PROFESSIONAL,
}
# What comes first: who takes the person, then who must be asked.
ORDER = {"yes": 0, "ask": 1, "no": 2}


@dataclass(frozen=True, slots=True, repr=False)
class MatchingServices:
    """The service that was asked for, and others that fit what is needed and where. None: could not be looked up."""

    cards: tuple[Card, ...] = ()
    is_available: bool = True


@sensitive_variables()
def matching_services(enquiry: Enquiry, answers: PrivateAnswers) -> MatchingServices:
    """Look them up. Reading an enquiry must not depend on the search: at fault, the page says so."""
    try:
        return MatchingServices(tuple(_cards(enquiry, answers)))
    except Exception as error:
        log_failure(_("Services for an enquiry could not be looked up"), error)
        return MatchingServices(is_available=False)


@sensitive_variables()
def person_of(enquiry: Enquiry, answers: PrivateAnswers) -> Facts:
    """What the enquiry says about the person, in the words of the eligibility rules."""
    return Facts.from_stored(
        {
            "age": answers.age,
            "gender": answers.gender,
            "establishment": answers.establishment,
            "release": answers.release_month,
            "setting": "" if enquiry.setting == SETTING_UNKNOWN else enquiry.setting,
            "route": ROUTES.get(SenderKind(enquiry.sender_kind), ""),
            "home": enquiry.postcode_district,
            "needs": enquiry.needs,
        }
    )


@sensitive_variables()
def _cards(enquiry: Enquiry, answers: PrivateAnswers) -> Iterable[Card]:
    facts = person_of(enquiry, answers)
    person, labels = facts.person(), read_labels()
    needs = tuple(need for need in facts.needs if need in labels["need"])
    query = FinderQuery(near=facts.home, place=facts.place, selected={"need": needs}, labels=labels)
    result = find(search_query(query, person, limit=MOST_OTHERS + 1, count=False))
    asked = _asked_for(enquiry, person)
    known = {card.service.pk for card in asked}
    others = [card for card in cards_of(result, query, person) if card.service.pk not in known and card.fit]
    others.sort(key=lambda card: ORDER[str(card.fit.answer)] if card.fit else len(ORDER))
    return (*asked, *others[:MOST_OTHERS])


@sensitive_variables()
def _asked_for(enquiry: Enquiry, person: Person) -> tuple[Card, ...]:
    found = read_card_services([enquiry.service_id]) if enquiry.service_id else {}
    return make_cards(found.values(), person=person)
