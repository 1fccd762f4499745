"""Can I refer this person? Pure functions: nothing is read from a database and nothing is stored.

Each rule of a listing gives one of three answers with its reason. A fact nobody gave is never a "no", and learning
one more fact never turns a "no" into a "yes": a practitioner can answer as little as they like and add later.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from .geography import Place, ancestors_of

ADULT_AGE = 18
# The settings in which somebody is at an establishment of each kind: there it decides, not only the home address.
INSIDE = frozenset({"prison", "before-release"})
SETTINGS_AT = {
    "prison": INSIDE,
    "secure_care": INSIDE,
    "secure_hospital": INSIDE,
    "police_custody": frozenset({"police-custody"}),
    "court": frozenset({"court"}),
}
PROFESSIONAL_ROUTES = frozenset({"justice-social-work", "police", "prison-staff", "court-team", "health"})
ANY_PROFESSIONAL = "any-professional"


class Answer(StrEnum):
    """What a rule, or all rules together, say."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule's answer and the sentence that explains it."""

    rule: str
    answer: Answer
    text: str


@dataclass(frozen=True, slots=True)
class Establishment:
    """A prison, court, secure care centre or the like that a listing names. `kind`: a key of `SETTINGS_AT`."""

    name: str
    kind: str = "prison"

    def concerns(self, setting: str | None) -> bool:
        """Whether somebody in this setting may be there; an unknown setting may be any."""
        return setting is None or setting in SETTINGS_AT[self.kind]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a listing says about who it takes.

    Ages in whole years; None is not recorded. `gender`: "women", "men", "anyone" or "" for not recorded.
    `settings`, `orders`, `routes` map slugs to names. `areas`: where people must live, code to name; `establishments`:
    where they must be held or heard, by code. Both as they hold today. Empty is not recorded. `is_full`: whether it
    said it takes nobody at the moment.
    """

    minimum_age: int | None = None
    maximum_age: int | None = None
    gender: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    orders: dict[str, str] = field(default_factory=dict)
    routes: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    establishments: dict[str, Establishment] = field(default_factory=dict)
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """What a practitioner chose to say. None is not said.

    `age` in years; `gender` "woman", "man" or "other"; `setting`, `order`, `route` slugs of terms, `route` being who
    refers; `home` where the person lives or will live; `establishment` the code of the establishment they are at.
    """

    age: int | None = None
    gender: str | None = None
    setting: str | None = None
    order: str | None = None
    route: str | None = None
    home: Place | None = None
    establishment: str | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The answer with a reason for each rule that has something to say."""

    answer: Answer
    reasons: tuple[Reason, ...]


def can_refer(rules: Rules, person: Person) -> Eligibility:
    """Hold a person against a listing's rules.

    "No" when any rule says no; "yes" when every rule says yes; else "ask". A listing without any rule is "ask".
    """
    found = (
        _setting(rules, person),
        _age(rules, person),
        _gender(rules, person),
        _home(rules, person),
        _establishment(rules, person),
        _order(rules, person),
        _route(rules, person),
        _capacity(rules),
    )
    reasons = tuple(reason for reason in found if reason is not None)
    answers = {reason.answer for reason in reasons}
    if Answer.NO in answers:
        return Eligibility(Answer.NO, reasons)
    return Eligibility(Answer.YES if answers == {Answer.YES} else Answer.ASK, reasons)


def _setting(rules: Rules, person: Person) -> Reason | None:
    if not rules.settings:
        return Reason("setting", Answer.ASK, "The listing does not say where people must be: ask")
    taken = _either(rules.settings.values())
    if person.setting is None:
        return Reason("setting", Answer.ASK, f"They take people in: {taken}")
    if person.setting in rules.settings:
        return Reason("setting", Answer.YES, f"{rules.settings[person.setting]}: this service takes them")
    return Reason("setting", Answer.NO, f"They only take people in: {taken}")


def _age(rules: Rules, person: Person) -> Reason | None:
    span = _span(rules)
    if span and person.age is None:
        return Reason("age", Answer.ASK, f"They take people {span}")
    if person.age is None:
        return None
    if rules.minimum_age is not None and person.age < rules.minimum_age:
        return Reason("age", Answer.NO, f"Too young: they take people {span}")
    if rules.maximum_age is not None and person.age > rules.maximum_age:
        return Reason("age", Answer.NO, f"Too old: they take people {span}")
    if rules.minimum_age is None and person.age < ADULT_AGE:
        return Reason("age", Answer.ASK, "The listing gives no lowest age: ask about under 18s")
    return Reason("age", Answer.YES, f"Age {person.age}: this service takes them")


def _span(rules: Rules) -> str:
    if rules.minimum_age is not None and rules.maximum_age is not None:
        return f"aged {rules.minimum_age} to {rules.maximum_age}"
    if rules.minimum_age is not None:
        return f"aged {rules.minimum_age} or over"
    return f"aged {rules.maximum_age} or under" if rules.maximum_age is not None else ""


def _gender(rules: Rules, person: Person) -> Reason | None:
    if rules.gender not in ("women", "men"):
        return None
    if person.gender is None:
        return Reason("gender", Answer.ASK, f"They take {rules.gender} only")
    if person.gender == {"women": "woman", "men": "man"}[rules.gender]:
        return Reason("gender", Answer.YES, f"They take {rules.gender}")
    if person.gender in ("woman", "man"):
        return Reason("gender", Answer.NO, f"They take {rules.gender} only")
    return Reason("gender", Answer.ASK, f"The listing says {rules.gender} only: ask who they mean")


def _home(rules: Rules, person: Person) -> Reason | None:
    if not rules.areas and rules.establishments:
        # A service that names only prisons is asked about the prison, not about the address.
        return None
    if not rules.areas:
        return Reason("home", Answer.ASK, "The area is not recorded: ask if the address counts")
    covered = _either(rules.areas.values())
    if person.home is None:
        return Reason("home", Answer.ASK, f"They cover {covered}: ask if the address counts")
    inside = [code for code in person.home.authorities if {code, *ancestors_of(code)} & set(rules.areas)]
    where = person.home.area_label
    if len(inside) == len(person.home.authorities):
        return Reason("home", Answer.YES, f"{where} is in the area they cover")
    if inside:
        return Reason("home", Answer.ASK, f"Part of {where} is outside {covered}: ask whether the address counts")
    return Reason("home", Answer.NO, f"{where} is outside {covered}")


def _establishment(rules: Rules, person: Person) -> Reason | None:
    named = {code: found for code, found in rules.establishments.items() if found.concerns(person.setting)}
    if not named:
        return None
    names = _either(found.name for found in named.values())
    where = "Inside" if person.setting is None or person.setting in INSIDE else "There"
    if person.setting is None or person.establishment is None:
        return Reason("establishment", Answer.ASK, f"{where}, they work in {names}")
    if person.establishment in named:
        return Reason("establishment", Answer.YES, f"They work in {named[person.establishment].name}")
    return Reason("establishment", Answer.NO, f"{where}, they only work in {names}")


def _order(rules: Rules, person: Person) -> Reason | None:
    if not rules.orders:
        return None
    taken = _either(rules.orders.values())
    if person.order is None:
        return Reason("order", Answer.ASK, f"They take people on: {taken}")
    if person.order in rules.orders:
        return Reason("order", Answer.YES, f"{rules.orders[person.order]}: this service takes them")
    return Reason("order", Answer.NO, f"They only take people on: {taken}")


def _route(rules: Rules, person: Person) -> Reason | None:
    if not rules.routes:
        return Reason("route", Answer.ASK, "Who can refer is not recorded: ask first")
    named = _either(rules.routes.values())
    if person.route is None:
        return Reason("route", Answer.ASK, f"Who can refer: {named}")
    if person.route in rules.routes or (ANY_PROFESSIONAL in rules.routes and person.route in PROFESSIONAL_ROUTES):
        return Reason("route", Answer.YES, "You can refer")
    if person.route == ANY_PROFESSIONAL:
        return Reason("route", Answer.ASK, f"Who can refer: {named}. Ask if that includes you")
    return Reason("route", Answer.NO, f"Only these can refer: {named}")


def _capacity(rules: Rules) -> Reason | None:
    return (
        Reason("capacity", Answer.ASK, "They are full at the moment: ask when that changes") if rules.is_full else None
    )


def _either(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
