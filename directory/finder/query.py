"""The finder's query string, made safe. Cleaning never fails: what cannot be used is dropped and said."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.places.fields import LONGEST_TYPED
from directory.places.gazetteer import NOTHING, Matches, find_places
from directory.places.geography import KM_PER_MILE, Place
from directory.places.messages import unknown_place
from directory.vocabulary.facets import NOT_RECORDED
from directory.vocabulary.labels import ALONE, FACETS, Labels, read_labels
from search.query import clean_text
from search.text.invisible_characters import clean_code

RADII = (1, 3, 5, 10, 25, 50)
DEFAULT_RADIUS = 10
SORTS = {"relevance": lazy("Best match"), "distance": lazy("Nearest"), "checked": lazy("Recently checked")}
MAX_TEXT = 200
MAX_PAGE = 500
MAX_SELECTED = 50


@dataclass(frozen=True, slots=True)
class FinderQuery:
    """What a visitor asked for, cleaned.

    `near` is the place as typed, `place` where it is (None: not given or not found). `radius` in miles. `selected`
    maps a facet to known slugs. `problems` maps a field to a sentence for the visitor. `labels` names every slug.
    Nothing here is about the person: what is sought may be shared, saved and found in a history.
    """

    text: str = ""
    near: str = ""
    place: Place | None = None
    near_matches: Matches = NOTHING
    radius: int = DEFAULT_RADIUS
    selected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "relevance"
    page: int = 1
    problems: dict[str, str] = field(default_factory=dict)
    labels: Labels = field(default_factory=Labels)

    @property
    def place_name(self) -> str:
        """The place without the last part of a full postcode, which can point at one household."""
        return self.place.area_label if self.place else ""

    @property
    def asks_which_place(self) -> bool:
        """Whether several places have the name typed, and none is plainly meant."""
        return self.place is None and bool(self.near_matches.others)

    @property
    def chosen(self) -> list[tuple[str, str, str]]:
        """Every filter that is on as (label, facet, slug), in words that need no heading."""
        return [(self.name_of(facet, slug), facet, slug) for facet, slugs in self.selected.items() for slug in slugs]

    @property
    def setting(self) -> str:
        """Where the person is, if one setting and no other is asked for."""
        chosen = [slug for slug in self.selected.get("setting", ()) if slug != NOT_RECORDED]
        return chosen[0] if len(chosen) == 1 else ""

    def name_of(self, facet: str, slug: str) -> str:
        """What a value is called where its facet is not named beside it."""
        return ALONE.get((facet, slug), self.labels[facet][slug])

    @property
    def radius_km(self) -> float:
        return self.radius * KM_PER_MILE

    def query_string(self, **changes: object) -> str:
        """The query string for this search with some parts changed; None leaves a part out."""
        parts: dict[str, object] = {
            "q": self.text,
            "near": self.near,
            "radius": self.radius if self.near and self.radius != DEFAULT_RADIUS else None,
            **self.selected,
            "sort": self.sort if self.sort != "relevance" else None,
        }
        parts.update(changes)
        given = {name: value for name, value in parts.items() if value not in (None, "", ())}
        return "?" + urlencode(given, doseq=True)

    def without(self, facet: str, slug: str) -> str:
        """The query string with one value of a facet taken off."""
        left = tuple(value for value in self.selected.get(facet, ()) if value != slug)
        return self.query_string(**{facet: left})


def clean_query(data: QueryDict) -> FinderQuery:
    """Read a query string. One SQL query."""
    named = read_labels()
    selected, unknown = _selected(data, named)
    near = clean_text(clean_code(data.get("near", "")), LONGEST_TYPED)
    found = find_places(near)
    problem = unknown_place(near, found) if near else ""
    problems = {"near": problem} if problem else {}
    if unknown:
        problems["facets"] = _("We took off a filter that is no longer used.")
    if len(data.get("q", "")) > MAX_TEXT:
        problems["q"] = _("We searched for the first %(value)s characters of what you typed.") % {"value": MAX_TEXT}
    return FinderQuery(
        text=clean_text(data.get("q", ""), MAX_TEXT),
        near=near,
        place=found.place,
        near_matches=found,
        radius=_radius(data.get("radius", "")),
        selected=selected,
        sort=_sort(data.get("sort", ""), found.place),
        page=_page(data.get("page", "")),
        problems=problems,
        labels=named,
    )


def _selected(data: QueryDict, named: Labels) -> tuple[dict[str, tuple[str, ...]], bool]:
    selected, unknown = {}, False
    for facet in FACETS:
        values = dict.fromkeys(value for value in data.getlist(facet)[:MAX_SELECTED] if value)
        selected[facet] = tuple(value for value in values if value in named[facet])
        unknown = unknown or len(selected[facet]) < len(values)
    return selected, unknown


def _radius(value: str) -> int:
    try:
        miles = float(value)
    except ValueError:
        return DEFAULT_RADIUS
    if not 0 < miles < float("inf"):
        return DEFAULT_RADIUS
    return min(RADII, key=lambda radius: abs(radius - miles))


def _sort(value: str, place: Place | None) -> str:
    if value not in SORTS or (value == "distance" and place is None):
        return "relevance"
    return value


def _page(value: str) -> int:
    """Anything but a positive whole number is the first page; nobody pages past `MAX_PAGE`."""
    if not (value.isascii() and value.isdigit()):
        return 1
    return max(1, min(int(value[:9]), MAX_PAGE))
