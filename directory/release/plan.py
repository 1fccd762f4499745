"""The three steps of a release with their services, each with the one answer that finder and panel give as well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from directory.cards.cards import Card, Fit, make_cards
from directory.cards.service_rows import read_card_services
from directory.indexing.documents import KIND
from directory.models import Area, Service
from directory.places.geography import KM_PER_MILE
from directory.referral.answers import ReferralAnswer
from directory.referral.eligibility import can_refer
from directory.referral.index_values import wanted
from directory.referral.person import Person
from directory.referral.recorded_rules import read_rules
from directory.referral.rules import Rules
from directory.vocabulary.facets import AFTER, GATE, INSIDE, NOT_RECORDED
from search.api import find_each
from search.query import Point, SearchQuery

MOST_IN_STEP = 12
# Services that do not run or do not fit go elsewhere, so more are looked up than a step shows.
MOST_LOOKED_UP = 40
NEAR_MILES = 10
# Where the person is at each step.
SETTINGS = {INSIDE: "before-release", GATE: "before-release", AFTER: "licence"}
SOUGHT = {INSIDE: ("prison", "before-release"), GATE: ("before-release", "licence"), AFTER: ("licence", NOT_RECORDED)}
ANSWERS = (ReferralAnswer.YES, ReferralAnswer.ASK, ReferralAnswer.NO)
ROOM = (Service.Referrals.OPEN, Service.Referrals.WAITING, Service.Referrals.UNKNOWN, Service.Referrals.FULL)


@dataclass(frozen=True, slots=True)
class Release:
    """Who leaves which prison, where they go, and what would help. `person` is about to be released."""

    prison: Area
    person: Person
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseStep:
    """One step: services that start here, services that started earlier and go on.

    `others`: those that help with something else than what was asked for. `unfit`: those listed for somebody else,
    which nobody has confirmed. `joined`: whether a peer joined at an earlier step. `more`: a search for the rest when
    there are more than a page can show, or nothing.
    """

    name: str
    starting: tuple[Card, ...]
    continuing: tuple[Card, ...]
    others: tuple[Card, ...] = ()
    unfit: tuple[Card, ...] = ()
    joined: bool = False
    more: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.starting or self.continuing or self.others)

    @property
    def shown(self) -> tuple[Card, ...]:
        """Every card that stands in this step for the first time."""
        return (*self.starting, *self.others)


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """What can start when. `peer_joins` is the name of the first step that has a service, or nothing."""

    steps: tuple[ReleaseStep, ...]

    @property
    def peer_joins(self) -> str:
        return next((step.name for step in self.steps if not step.is_empty), "")

    @property
    def keys(self) -> tuple[int, ...]:
        """Every service of the plan, in its order."""
        return tuple(dict.fromkeys(card.service.pk for step in self.steps for card in step.shown))


def person_at(step: str, person: Person) -> Person:
    """The same person at a step of their release."""
    return replace(person, setting=SETTINGS[step])


def make_plan(release: Release) -> ReleasePlan:
    """Look up the three steps. Seven queries, whatever is found."""
    found = _look_up(release)
    keys = list(dict.fromkeys(key for keys, _, _ in found.values() for key in keys))
    running = {key: row for key, row in read_card_services(keys).items() if row.status != Service.Status.INACTIVE}
    cards = {card.service.pk: card for card in make_cards(running.values())}
    rules = read_rules(cards)
    steps: list[ReleaseStep] = []
    seen: set[int] = set()
    for name, (keys, matching, total) in found.items():
        person = person_at(name, release.person)
        answered = _in_order([_answered(cards[key], rules, person) for key in keys if key in cards], matching)
        step = _step(name, answered, matching, seen)
        shown = len(step.shown) + len(step.continuing) + len(step.unfit)
        steps.append(replace(step, more=_search(name, release) if total > shown else ""))
        seen.update(card.service.pk for card in step.shown)
    return ReleasePlan(tuple(steps))


def _look_up(release: Release) -> dict[str, tuple[list[int], frozenset[int], int]]:
    """For each step the keys of services, those that help with what is asked for, and how many there are."""
    queries = {name: _query(name, release) for name in SETTINGS}
    with_needs = [replace(query, filters={**query.filters, "need": release.needs}) for query in queries.values()]
    results = find_each([*queries.values(), *(with_needs if release.needs else ())])
    found = {}
    for number, name in enumerate(queries):
        every = results[number]
        first = results[number + len(queries)] if release.needs else every
        matching = frozenset(int(hit.key) for hit in first.hits)
        keys = dict.fromkeys(int(hit.key) for hit in (*first.hits, *every.hits))
        found[name] = (list(keys), matching, every.total)
    return found


def _query(name: str, release: Release) -> SearchQuery:
    person, prison = person_at(name, release.person), release.prison
    query = SearchQuery(
        kinds=(KIND,), filters={"release": (name,), **wanted(person)}, limit=MOST_LOOKED_UP, snippets=False
    )
    home = person.home
    if name == INSIDE:
        # Named, at work in the prisons of the whole nation around it, or with people on leave to their own council.
        area = (prison.code, *areas_around(prison), *(home.authorities if home else ()))
        return replace(query, filters={**query.filters, "area": area})
    if home is None:
        # Without a home, only what covers the whole nation around the prison is sure to cover it.
        return replace(query, filters={**query.filters, "area": tuple(areas_around(prison))})
    near = Point(home.latitude, home.longitude)
    return replace(query, near=near, areas=home.areas, radius_km=NEAR_MILES * KM_PER_MILE)


def areas_around(area: Area) -> list[str]:
    """Codes of the areas that contain an area, from its `select_related` parents."""
    codes, parent = [], area.parent
    while parent is not None:
        codes.append(parent.code)
        parent = parent.parent if parent.parent_id else None
    return codes


def _answered(card: Card, rules: Mapping[int, Rules], person: Person) -> Card:
    return replace(card, fit=Fit.of(can_refer(rules[card.service.pk], person)))


def _in_order(cards: Sequence[Card], matching: frozenset[int]) -> list[Card]:
    """What helps with what is asked for, then who is real, who says yes, who has room, and by name."""
    return sorted(
        cards,
        key=lambda card: (
            card.service.pk not in matching,
            card.service.is_example,
            ANSWERS.index(card.fit.answer) if card.fit else 0,
            ROOM.index(Service.Referrals(card.service.availability)),
            card.service.name,
        ),
    )


def _step(name: str, cards: Sequence[Card], matching: frozenset[int], seen: set[int]) -> ReleaseStep:
    fitting = [card for card in cards if card.fit is None or card.fit.fits]
    new = [card for card in fitting if card.service.pk not in seen]
    starting = [card for card in new if card.service.pk in matching][:MOST_IN_STEP]
    others = [card for card in new if card.service.pk not in matching][: MOST_IN_STEP - len(starting)]
    return ReleaseStep(
        name,
        starting=tuple(starting),
        continuing=tuple(card for card in fitting if card.service.pk in seen),
        others=tuple(others),
        unfit=tuple(card for card in cards if card not in fitting and card.service.pk not in seen)[:MOST_IN_STEP],
        joined=bool(seen),
    )


def _search(name: str, release: Release) -> str:
    """The query string that finds a whole step in the finder."""
    parameters: dict[str, object] = {"setting": SOUGHT[name]}
    if release.needs:
        parameters["need"] = release.needs
    if name == INSIDE:
        parameters["area"] = release.prison.code
    elif release.person.home:
        parameters["near"] = release.person.home.area_label
    return "?" + urlencode(parameters, doseq=True)
