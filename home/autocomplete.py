"""What is offered while somebody types: services, needs, places and guidance, each in its group."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from directory.navigation.languages import in_answered_language
from directory.places.gazetteer import NamedPlace, autocomplete_places
from directory.vocabulary.facets import NOT_RECORDED
from directory.vocabulary.labels import FACETS, read_labels
from search.autocomplete import autocomplete_groups
from search.query import Completion, SearchQuery, clean_text
from search.text.normalise import folded_words
from search.text.phrases import Phrase

from .public_hits import in_answered_language_only
from .site_search import KINDS, ORGANIZATION, SERVICE

MAX_TEXT = 60
MIN_TEXT = 2
# Too many villages begin with fewer letters.
MIN_PLACE = 4
# How many of each group: the whole list should fit above a phone's keyboard.
GROUP_QUERIES = {
    "Services": SearchQuery(kinds=(SERVICE,), limit=4),
    "Organisations": SearchQuery(kinds=(ORGANIZATION,), limit=2),
    "Guidance": SearchQuery(kinds=tuple(kind for kind in KINDS if kind not in (SERVICE, ORGANIZATION)), limit=3),
}
NAMES = {
    "Services": _("Services"),
    "Organisations": _("Organisations"),
    "Guidance": _("Guidance"),
    "Places": _("Places"),
}
FILTERS, MAX_VALUES = ("need", "setting"), 2
MAX_PLACES, MAX_PLACES_ALONE = 2, 6
AREA_NOTES = {"local_authority": _("council area"), "health_board": _("health board"), "region": _("county or region")}

Group = dict[str, object]


def suggest_everything(text: str) -> list[Group]:
    """Groups for a box that searches everything. Two small SQL queries."""
    text = clean_text(text, MAX_TEXT)
    if len(text) < MIN_TEXT:
        return []
    suggested = autocomplete_groups(text, GROUP_QUERIES)
    readings = (text, *suggested.meanings)
    groups = {**suggested.groups, "Guidance": in_answered_language_only(suggested.groups.get("Guidance", ()))}
    found = {name: [_hit_option(hit, name) for hit in groups.get(name, ())] for name in GROUP_QUERIES}
    named = [reading for reading in readings if len(reading) >= MIN_PLACE]
    places = dict.fromkeys(place for reading in named for place in autocomplete_places(reading, MAX_PLACES))
    return _without_empty_groups(
        {
            "Services": found["Services"],
            **_filter_values(readings, suggested.phrases),
            "Organisations": found["Organisations"],
            "Guidance": found["Guidance"],
            "Places": [_place_option(place) for place in list(places)[:MAX_PLACES]],
        }
    )


def suggest_places_only(text: str) -> list[Group]:
    """The one group for a box that asks for a place. No SQL query."""
    places = autocomplete_places(clean_text(text, MAX_TEXT), MAX_PLACES_ALONE)
    return _without_empty_groups({"Places": [_place_option(place) for place in places]})


def _filter_values(readings: Iterable[str], phrases: Iterable[Phrase]) -> dict[str, list[dict[str, str]]]:
    """Needs and settings: those that begin as typed, those that a synonym means, those that people say so for."""
    labels, found = read_labels(), {}
    for facet in FILTERS:
        named = {slug: name for slug, name in labels.offered(facet).items() if slug != NOT_RECORDED}
        meant = [slug for reading in readings for slug, name in named.items() if _is_meant(name, reading)]
        meant += [said.value for said in phrases if said.facet == facet and said.value in named]
        found[FACETS[facet]] = [
            {
                "label": labels[facet][slug],
                "url": f"{reverse('find')}?{urlencode({facet: slug})}",
                "facet": facet,
                "value": slug,
                "note": "",
            }
            for slug in list(dict.fromkeys(meant))[:MAX_VALUES]
        ]
    return found


def _is_meant(name: str, text: str) -> bool:
    """Whether each word typed begins a word of the name."""
    words, typed = folded_words(name), folded_words(text)
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)


def _hit_option(hit: Completion, group: str) -> dict[str, str]:
    return {
        "label": hit.title,
        "url": in_answered_language(hit.url),
        "note": KINDS[hit.kind][0] if group == "Guidance" else "",
    }


def _place_option(place: NamedPlace) -> dict[str, str]:
    return {
        "label": place.label,
        "url": f"{reverse('find')}?{urlencode({'near': place.label})}",
        "place": place.label,
        "note": AREA_NOTES.get(place.kind, ""),
    }


def _without_empty_groups(groups: Mapping[str, list[dict[str, str]]]) -> list[Group]:
    return [{"name": NAMES.get(name, name), "options": options} for name, options in groups.items() if options]
