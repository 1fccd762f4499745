"""A listing's confirmed rules as values of an index, so that a search can part those who say no from the others.

`takes(rules)` is written with each document, `wanted(person)` asks. A document has a wanted value of every facet
exactly where `can_refer` does not say no; a property test holds the two against each other.
"""

from collections.abc import Iterable

from directory.places.geography import areas_around

from .age_spans import OLDEST, age_spans, spans_with
from .person import Person
from .reasons import ANY_PROFESSIONAL, LICENCE, PROFESSIONAL_ROUTES, THE_PERSON
from .rules import INSIDE, SETTINGS_AT, Rules

ANY = "any"
SETTING, AGE, GENDER, HOME = "takes_setting", "takes_age", "takes_gender", "takes_home"
ESTABLISHMENT, ORDER, ROUTE = "takes_establishment", "takes_order", "takes_route"
SEEN = {"women": ("woman", "other"), "men": ("man", "other")}
SETTINGS_INSIDE = frozenset(setting for settings in SETTINGS_AT.values() for setting in settings)

Values = dict[str, tuple[str, ...]]


def takes(rules: Rules) -> Values:
    """Whom a listing does not turn away, by facet."""
    found = {AGE: _ages(rules), GENDER: _genders(rules), HOME: _homes(rules)}
    if rules.is_helpline:
        return {**found, SETTING: (ANY,), ESTABLISHMENT: (ANY,), ORDER: (ANY,), ROUTE: (ANY,)}
    return {
        **found,
        SETTING: _settings(rules),
        ESTABLISHMENT: _establishments(rules),
        ORDER: tuple(rules.orders) if rules.orders and "order" in rules.confirmed else (ANY,),
        ROUTE: _routes(rules),
    }


def wanted(person: Person) -> Values:
    """By facet, the values of which a listing must have one so as not to turn this person away."""
    found: Values = {}
    if person.setting:
        found[SETTING] = (person.setting,)
    if person.age is not None:
        found[AGE] = spans_with(min(person.age, OLDEST))
    if person.gender:
        found[GENDER] = (person.gender,)
    if person.home and person.home.authorities:
        found[HOME] = areas_around(person.home.authorities)
    if person.establishment and person.setting in SETTINGS_INSIDE:
        found[ESTABLISHMENT] = (f"{person.setting}:{ANY}", f"{person.setting}:{person.establishment}")
    if person.order:
        found[ORDER] = (person.order,)
    if person.route:
        found[ROUTE] = (person.route,)
    return {facet: (ANY, *values) for facet, values in found.items()}


def made_for(person: Person) -> Values:
    """By facet, the values of listings that are for people such as this one and few others.

    Men have none: most services are for anybody and see more men than women, so few are listed as for men.
    """
    found: Values = {}
    if person.age is not None:
        found[AGE] = spans_with(min(person.age, OLDEST))
    if person.gender == "woman":
        found[GENDER] = (person.gender,)
    return found


def _settings(rules: Rules) -> tuple[str, ...]:
    if not rules.settings or "setting" not in rules.confirmed:
        return (ANY,)
    # Whoever is inside now comes to release and to a licence later: that is a question of when, not a no.
    is_later = bool((INSIDE | {LICENCE}) & set(rules.settings))
    return (*rules.settings, *(sorted(INSIDE - set(rules.settings)) if is_later else ()))


def _ages(rules: Rules) -> tuple[str, ...]:
    if "age" not in rules.confirmed or (rules.minimum_age is None and rules.maximum_age is None):
        return (ANY,)
    return age_spans(rules.minimum_age, rules.maximum_age)


def _genders(rules: Rules) -> tuple[str, ...]:
    return SEEN.get(rules.gender, (ANY,)) if "gender" in rules.confirmed else (ANY,)


def _homes(rules: Rules) -> tuple[str, ...]:
    return tuple(rules.areas) if rules.areas and "area" in rules.confirmed else (ANY,)


def _establishments(rules: Rules) -> tuple[str, ...]:
    """Which establishments of each setting; any of them in a setting of which it names none."""
    if not rules.establishments or "area" not in rules.confirmed:
        return (ANY,)
    values = []
    for setting in sorted(SETTINGS_INSIDE):
        named = [code for code, found in rules.establishments.items() if found.concerns(setting)]
        values += [f"{setting}:{code}" for code in named or (ANY,)]
    return tuple(values)


def _routes(rules: Rules) -> tuple[str, ...]:
    if not rules.routes or "route" not in rules.confirmed or THE_PERSON in rules.routes:
        return (ANY,)
    # A professional who does not say which is asked to ask, never turned away.
    return tuple(dict.fromkeys((*_open_to(rules.routes), ANY_PROFESSIONAL)))


def _open_to(routes: Iterable[str]) -> tuple[str, ...]:
    """Everyone who can refer: "any professional" takes in each profession."""
    routes = tuple(routes)
    implied = sorted(PROFESSIONAL_ROUTES) if ANY_PROFESSIONAL in routes else ()
    return tuple(dict.fromkeys((*routes, *implied)))
