"""What is asked of an index and what comes back. Nothing a visitor types makes these raise."""

import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from search.document import is_on_earth
from search.text.invisible_characters import clean_line

Sort = Literal["relevance", "distance", "checked"]

MAX_TEXT = 200
MAX_VALUE = 100
MAX_FACETS = 20
MAX_VALUES = 100
MAX_OFFSET = 10_000
MAX_LIMIT = 100
HALF_EARTH_KM = 20_038.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees, WGS84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One search, made safe: out-of-range values are brought into range, unusable ones are dropped.

    text is at most 200 characters after control characters are removed; empty text matches everything. filters
    maps a facet to accepted slugs: any of them within a facet, all facets together. outside, of the same shape,
    keeps what fails at least one of its facets. facets names the facets to count; "kind" counts kinds. near with
    areas (codes of the areas that contain it) and radius_km (None for no limit) keeps what covers the place or
    lies within reach. preferred and expected map a facet ("kind" is one) to values and change the order by relevance
    alone: of what fits the text alike, what has a preferred value comes first, and what lacks the expected ones
    comes last. sort "distance" needs near, else it is relevance. limit 0 only counts. Without snippets hits say
    nothing of why they were found, and come sooner. Without phrases, what people say for values of facets is nothing
    but its words.
    """

    text: str = ""
    kinds: tuple[str, ...] = ()
    preferred: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    expected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    outside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    near: Point | None = None
    areas: tuple[str, ...] = ()
    radius_km: float | None = None
    sort: Sort = "relevance"
    offset: int = 0
    limit: int = 20
    snippets: bool = True
    phrases: bool = True

    def __post_init__(self) -> None:
        near = self.near if self.near and is_on_earth(self.near.latitude, self.near.longitude) else None
        sort = self.sort if self.sort in get_args(Sort) else "relevance"
        cleaned = {
            "text": clean_text(self.text, MAX_TEXT),
            "kinds": _clean_values(self.kinds),
            "preferred": _clean_filters(self.preferred),
            "expected": _clean_filters(self.expected),
            "filters": _clean_filters(self.filters),
            "outside": _clean_filters(self.outside),
            "facets": tuple(dict.fromkeys(self.facets))[:MAX_FACETS],
            "near": near,
            "areas": _clean_values(self.areas),
            "radius_km": _clean_radius(self.radius_km),
            "sort": "relevance" if sort == "distance" and near is None else sort,
            "offset": min(max(int(self.offset), 0), MAX_OFFSET),
            "limit": min(max(int(self.limit), 0), MAX_LIMIT),
        }
        for name, value in cleaned.items():
            object.__setattr__(self, name, value)


class Hit(NamedTuple):
    """One thing found. distance_km is to its nearest point.

    snippet is safe HTML with <mark> around what matched, empty unless asked for.
    """

    kind: str
    key: str
    title: str
    url: str
    summary: str
    score: float
    distance_km: float | None
    covers: bool
    snippet: str


@dataclass(frozen=True, slots=True)
class Promoted:
    """Something editors put first. kind and key are empty for an address of their own."""

    title: str
    url: str
    summary: str = ""
    kind: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something whose name begins like what was typed. key tells two of one kind apart."""

    kind: str
    title: str
    url: str
    key: str = field(default="", compare=False)


class Understood(NamedTuple):
    """A part of a text that means a value of a facet to those who say it.

    typed: that part, as words in lower case; rest: the words beside it. is_applied: what has the value was found
    too; otherwise it is only worth offering.
    """

    typed: str
    facet: str
    value: str
    is_applied: bool
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message above the results, with a link or without.

    kinds names the kinds of distress it answers; it is empty for a message about anything else.
    """

    message: str
    link_url: str = ""
    link_text: str = ""
    heading: str = ""
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits, how many match in all, and for each facet asked for its slugs with their counts.

    A facet's counts ignore its own selection and honour everything else. did_you_mean is another spelling worth
    offering. complete is False while the index is behind or being built, so that a page can say so. promoted
    comes with the first page only and is not counted; what is promoted may be among the hits as well. distress names
    the kinds of distress that the text tells of, the most urgent first; their notices come before all others.
    understood says which parts of the text were read as values of facets, and which may be. answered_by is "standby"
    when the embedded engine stood in for a server that did not answer.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    did_you_mean: str | None = None
    complete: bool = True
    promoted: tuple[Promoted, ...] = ()
    notices: tuple[Notice, ...] = ()
    distress: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    answered_by: Literal["embedded", "server", "standby"] = "embedded"

    @property
    def is_from_standby(self) -> bool:
        """Whether the embedded engine stood in for a server that did not answer."""
        return self.answered_by == "standby"

    @property
    def hits_not_promoted(self) -> tuple[Hit, ...]:
        """The hits without those that are promoted on the same page."""
        shown = {(promoted.kind, promoted.key) for promoted in self.promoted}
        return tuple(hit for hit in self.hits if (hit.kind, hit.key) not in shown)


def clean_text(text: str, length: int) -> str:
    """Fold compatibility forms, take out what nobody sees, squeeze, cut."""
    # The second cut is the promise; the first keeps normalisation of a huge text cheap.
    return clean_line(unicodedata.normalize("NFKC", text[: length * 10]))[:length].strip()


def _clean_values(values: Iterable[str]) -> tuple[str, ...]:
    cleaned = (clean_text(value, MAX_VALUE) for value in tuple(values)[:MAX_VALUES])
    return tuple(dict.fromkeys(value for value in cleaned if value))


def _clean_filters(filters: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    named = list(filters.items())[:MAX_FACETS]
    cleaned = {name: _clean_values(values) for name, values in named}
    return {name: values for name, values in cleaned.items() if values}


def _clean_radius(radius_km: float | None) -> float | None:
    if radius_km is None or not math.isfinite(radius_km) or radius_km <= 0:
        return None
    return min(radius_km, HALF_EARTH_KM)
