"""Rules and people of every kind for tests, and a browser that says who a search is for."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client
from hypothesis import strategies as st

from directory.models.confirmations import RULES
from directory.places.geography import locate_postcode
from directory.referral.person import Person
from directory.referral.rules import SETTINGS_AT, Confirmed, Establishment, Rules

FACTS = tuple(fact.value for fact in RULES)
SURE = Confirmed(date(2026, 11, 1), "The manager")
IN_GLASGOW, IN_EDINBURGH, ON_THE_BORDER = (locate_postcode(code) for code in ("G42 9HX", "EH1 1AA", "G73 1AA"))
SETTINGS = ("police-custody", "court", "prison", "before-release", "community-sentence", "licence")
ROUTES = ("police", "self", "any-professional", "health", "family-or-friend", "justice-social-work")
ORDERS = ("dtto", "licence", "community-payback-order")
AREAS = ("S12000049", "S12000036", "S92000003", "E92000001", "K02000001")
PLACES = tuple(f"place-{kind}-{number}" for kind in SETTINGS_AT for number in (1, 2))


def sure_of(*facts: str) -> dict[str, Confirmed]:
    """What was confirmed, for `Rules.confirmed`; of no facts, every one."""
    return dict.fromkeys(facts or FACTS, SURE)


def _named(*slugs: str) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(slugs), st.just("Name"), max_size=3)


@st.composite
def rules_of_any_kind(draw: st.DrawFn) -> Rules:
    """Rules as `make_rules` makes them: what is in question is not confirmed."""
    ages = sorted(draw(st.lists(st.integers(0, 130), min_size=2, max_size=2)))
    questions = draw(st.dictionaries(st.sampled_from(FACTS), st.just("Is it so?"), max_size=2))
    confirmed = draw(st.sets(st.sampled_from(FACTS))) if draw(st.booleans()) else set(FACTS)
    places = draw(st.sets(st.sampled_from(PLACES), max_size=3))
    gender = draw(st.sampled_from(["", "anyone", "women", "men"]))
    return Rules(
        minimum_age=draw(st.sampled_from([None, ages[0]])),
        maximum_age=draw(st.sampled_from([None, ages[1]])),
        gender=gender,
        related_gender="" if gender else draw(st.sampled_from(["", "women", "men"])),
        settings=draw(_named(*SETTINGS)),
        orders=draw(_named(*ORDERS)),
        routes=draw(_named(*ROUTES)),
        areas=draw(_named(*AREAS)),
        establishments={code: Establishment(code, code.split("-")[1]) for code in sorted(places)},
        is_full=draw(st.booleans()),
        is_helpline=draw(st.integers(0, 4)) == 0,
        confirmed={fact: SURE for fact in FACTS if fact in confirmed - set(questions)},
        questions=questions,
    )


SAID: dict[str, st.SearchStrategy[Any]] = {
    "age": st.integers(0, 120),
    "gender": st.sampled_from(["woman", "man", "other"]),
    "setting": st.sampled_from([*SETTINGS, "elsewhere"]),
    "order": st.sampled_from(ORDERS),
    "route": st.sampled_from(ROUTES),
    "home": st.sampled_from([IN_GLASGOW, IN_EDINBURGH, ON_THE_BORDER]),
    "establishment": st.sampled_from([*PLACES, "another"]),
    "release": st.just(date(2027, 3, 27)),
}
everything_said = st.fixed_dictionaries(SAID)
some_facts = st.sets(st.sampled_from(sorted(SAID)))


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Somebody of whom as much or as little is known as may be."""
    said, known = draw(everything_said), draw(some_facts)
    return Person(**{name: said[name] for name in known})


def say(client: Client, back: str = "/find/", *, secure: bool = False, **said: Any) -> HttpResponse:
    """Fill in "Who is it for?" and send it; `client` keeps what comes back."""
    data = {f"check-{name}": value for name, value in said.items()}
    return client.post("/for/", {"back": back, **data}, secure=secure)
