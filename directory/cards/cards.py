"""A service as a card shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils import timezone

from directory.opening_hours.hours import Opening, in_words
from directory.places.geography import KM_PER_MILE, Place
from directory.referral.answers import Eligibility, ReferralAnswer, ReferralReason
from directory.referral.eligibility import can_refer
from directory.referral.person import Person
from directory.referral.recorded_rules import read_rules
from directory.referral.rules import Rules
from directory.referral.ways_in import ShownWayIn, WaysInRecord, ways_into
from search.query import Hit

from . import wording
from .parts import CardParts, read_card_parts


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a service takes the person, the reason that decides, and how many more there are."""

    answer: ReferralAnswer
    reason: ReferralReason
    more: int
    fits: bool

    @classmethod
    def of(cls, found: Eligibility) -> "Fit | None":
        """The fit that an answer makes; None for an answer without a reason."""
        deciding = found.deciding
        return cls(found.answer, deciding[0], len(deciding) - 1, found.fits) if deciding else None


@dataclass(frozen=True, slots=True)
class Card:
    """A service in the list, with its facts as one line each; what is not known is empty, and named in `ask_about`.

    `state`: one of `Referrals`, as far as it can be relied on; `availability`: the same in words.
    `miles` to its nearest place, or None; `covers` whether it serves the place asked for. `fit` where it was said who
    it is for.
    """

    service: wording.ListedService
    run_by: str
    state: str
    availability: str
    where: str
    who_refers: str
    checked: str
    opening: str = ""
    miles: float | None = None
    covers: bool = False
    ways: tuple[ShownWayIn, ...] = ()
    ask_about: str = ""
    fit: Fit | None = None


def make_cards(
    services: Iterable[wording.ListedService],
    *,
    near: Place | None = None,
    setting: str = "",
    hits: Mapping[int, Hit] | None = None,
    person: Person | None = None,
) -> tuple[Card, ...]:
    """Put the facts of these services into words, in the order given. One query; up to four with a person.

    `hits` maps the key of a service to how it was found; with it a card says how far the service is from `near`.
    `setting`: where the person is now, where `person` does not say it.
    """
    services = list(services)
    keys = [service.pk for service in services]
    parts = read_card_parts(keys)
    rules: Mapping[int, Rules] = read_rules(keys) if person and keys else {}
    setting = (person.setting if person else "") or setting
    cards = []
    for service in services:
        card = make_card(service, parts[service.pk], near=near, hit=(hits or {}).get(service.pk), setting=setting)
        fit = Fit.of(can_refer(rules[service.pk], person)) if person and service.pk in rules else None
        cards.append(replace(card, fit=fit) if fit else card)
    return tuple(cards)


def make_card(
    service: wording.ListedService,
    parts: CardParts,
    *,
    near: Place | None = None,
    hit: Hit | None = None,
    setting: str = "",
    moment: datetime | None = None,
) -> Card:
    """Put the facts of one service into words, from lists that are at hand. setting: where the person is now."""
    moment = moment or timezone.now()
    opening, state = wording.opening_now(service, parts, moment), service.availability
    miles = None if hit is None or hit.distance_km is None else hit.distance_km / KM_PER_MILE
    return Card(
        service=service,
        run_by=wording.run_by(service, parts),
        state=state,
        availability=wording.availability(service, state),
        where=wording.where(service, parts, near, miles),
        who_refers=wording.who_refers(parts),
        checked=wording.checked(service),
        opening=in_words(opening, moment) if opening else "",
        miles=miles,
        covers=hit is not None and hit.covers,
        ways=ways_into(_listed(service, parts, opening), moment, setting),
        ask_about=wording.ask_about(service, parts, state),
    )


def _listed(service: wording.ListedService, parts: CardParts, opening: Opening | None) -> WaysInRecord:
    return WaysInRecord(
        slug=service.slug,
        ways=parts.ways,
        phones=parts.phones,
        routes=parts.routes,
        opening=opening,
    )
