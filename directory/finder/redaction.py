"""Takes out of a search's address what it says about a person: a whole postcode, or an age in an older address."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from directory.places.gazetteer import find_places
from directory.places.geography import looks_like_postcode, without_household
from directory.referral.facts import GENDERS, Facts, is_age
from directory.vocabulary.labels import read_labels

# No real address is longer. Longer texts are cut, because looking for postcodes takes time with every word.
MAX_TYPED = 2_000
# A postcode has up to two words. More words, with a number among them, are a street.
MAX_POSTCODE_WORDS = 2
# Once part of a search's address; now said by a form and kept in the browser.
ABOUT_THE_PERSON = ("age", "gender", "order", "route")


@dataclass(frozen=True, slots=True)
class RedactedQuery:
    """A query string that says nothing about the person, and the facts with what was taken out of it."""

    query: QueryDict
    facts: Facts


def redact_query(query: QueryDict, facts: Facts) -> RedactedQuery | None:
    """Where an address leads on to, or None where it tells nothing about a person. facts: what was said before."""
    redacted = query.copy()
    for name in ABOUT_THE_PERSON:
        redacted.pop(name, None)
    for name in ("near", "q"):
        typed = [value[:MAX_TYPED] for value in query.getlist(name)]
        # A household may be in the words as well as in the place.
        cut = [_district(value) if name == "near" else without_household(value) for value in typed]
        if cut != typed:
            redacted.setlist(name, cut)
    return None if redacted == query else RedactedQuery(redacted, _with_stated(query, facts))


def _district(typed: str) -> str:
    """A place as typed, unless it is an address; then its district or town: the street says more than a place."""
    # Every postcode has a digit, so a name without one needs no lookup.
    place = find_places(typed).place if any(map(str.isdigit, typed)) else None
    if place and (without_household(place.label) != place.label or len(typed.split()) > MAX_POSTCODE_WORDS):
        return place.area_label
    cut = without_household(typed)
    if cut == typed:
        return typed
    return next((word for word in reversed(cut.replace(",", " ").split()) if looks_like_postcode(word)), cut)


def _with_stated(query: QueryDict, facts: Facts) -> Facts:
    labels = read_labels()
    age, gender = query.get("age", ""), query.getlist("gender")
    stated: dict[str, object] = {}
    if is_age(age):
        stated["age"] = int(age)
    # Both women and men is nobody in particular.
    if len(gender) == 1 and gender[0] in GENDERS:
        stated["gender"] = gender[0]
    for name in ("order", "route"):
        values = [value for value in query.getlist(name) if value in labels[name]]
        if len(values) == 1:
            stated[name] = values[0]
    return replace(facts, **stated)
