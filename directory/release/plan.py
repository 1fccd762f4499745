"""The three steps of a release with their services."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet

from directory.facets import NOT_RECORDED
from directory.finder.results import Card, make_cards
from directory.models import Service

from . import querysets
from .form import Answers

MOST_IN_STEP = 12


@dataclass(frozen=True, slots=True)
class Step:
    """One step: services that start here, services that started earlier and go on.

    `joined`: whether a peer joined at an earlier step. `more`: a search for the rest when there are more than a page
    can show, or nothing.
    """

    name: str
    starting: tuple[Card, ...]
    continuing: tuple[Card, ...]
    joined: bool = False
    more: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.starting and not self.continuing


@dataclass(frozen=True, slots=True)
class Plan:
    """What can start when. `peer_joins` is the name of the first step that has a service, or nothing."""

    steps: tuple[Step, ...]

    @property
    def peer_joins(self) -> str:
        return next((step.name for step in self.steps if not step.is_empty), "")


def make_plan(answers: Answers) -> Plan:
    """Look up the three steps. Five queries, whatever is found."""
    found = {name: list(_keys(services)) for name, services in _services(answers).items()}
    shown = {key for keys in found.values() for key in keys[:MOST_IN_STEP]}
    services = Service.objects.published().select_related("organization").filter(pk__in=shown)
    cards = {card.service.pk: card for card in make_cards(services)}
    steps, seen = [], set()
    for name, keys in found.items():
        here = [key for key in keys[:MOST_IN_STEP] if key in cards]
        steps.append(
            Step(
                name,
                starting=tuple(cards[key] for key in here if key not in seen),
                continuing=tuple(cards[key] for key in here if key in seen),
                joined=bool(seen),
                more=_search(name, answers) if len(keys) > MOST_IN_STEP else "",
            )
        )
        seen.update(here)
    return Plan(tuple(steps))


def _services(answers: Answers) -> dict[str, QuerySet[Service]]:
    prison, offered = answers.establishment, querysets.can_be_offered(answers.needs)
    home = answers.place.areas if answers.place else ()
    # Without a home, only what covers the whole nation around the prison is sure to cover it.
    afterwards = home or tuple(querysets.areas_around(prison))
    return {
        "inside": querysets.starts_inside(offered, prison, home),
        "gate": querysets.meets_at_gate(offered, prison, afterwards),
        "after": querysets.carries_on_after(offered, afterwards),
    }


def _keys(services: QuerySet[Service]) -> QuerySet:
    return querysets.likeliest_first(services).values_list("pk", flat=True)[: MOST_IN_STEP + 1]


def _search(name: str, answers: Answers) -> str:
    """The query string that finds a whole step in the finder."""
    settings = {"inside": ("prison", "before-release"), "gate": ("before-release", "licence")}
    afterwards = ("licence", "community-sentence", NOT_RECORDED)
    asked: dict[str, object] = {"setting": settings.get(name, afterwards)}
    if answers.needs:
        asked["need"] = answers.needs
    if name == "inside":
        asked["area"] = answers.establishment.code
    elif answers.place:
        asked["near"] = answers.home_name
    return "?" + urlencode(asked, doseq=True)
