"""The filters beside the results, each value with the number of services it would show."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.places.geography import ancestors_of
from directory.vocabulary.facets import NOT_RECORDED
from directory.vocabulary.labels import FACETS

from .query import FinderQuery

MOST_AREAS = 8
# Nearly every search is narrowed by these, so they stand open. The others open when something in them is chosen.
USUALLY_OPEN = frozenset({"setting", "need", "way", "referrals"})


@dataclass(frozen=True, slots=True)
class FilterValue:
    """One tick box. `count`: how many services it would show."""

    slug: str
    label: str
    count: int
    is_selected: bool


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The tick boxes of one facet."""

    facet: str
    name: str
    values: tuple[FilterValue, ...]
    is_open: bool


def filter_groups(
    query: FinderQuery, counts: Mapping[str, Mapping[str, int]], *, found_any: bool
) -> tuple[FilterGroup, ...]:
    """Every facet that has values, in the order of `FACETS`. counts maps a facet to its slugs with their counts.

    Where nothing was found, only what is on stands open: rows of noughts help nobody.
    """
    usually_open = USUALLY_OPEN if found_any else frozenset()
    groups = (
        _group(facet, name, query, counts.get(facet, {}), facet in usually_open) for facet, name in FACETS.items()
    )
    return tuple(group for group in groups if group.values)


def _group(facet: str, name: str, query: FinderQuery, counts: Mapping[str, int], usually_open: bool) -> FilterGroup:
    labels, selected = query.labels[facet], query.selected.get(facet, ())
    if facet == "area":
        values = _areas(labels, selected, counts)
    else:
        values = tuple(
            FilterValue(slug, label, counts.get(slug, 0), slug in selected)
            for slug, label in query.labels.offered(facet, selected).items()
            if slug != NOT_RECORDED or counts.get(slug) or slug in selected
        )
    # Rows of noughts help nobody: they are folded away.
    is_open = bool(selected) or (usually_open and any(value.count for value in values))
    return FilterGroup(facet, name, values, is_open)


def _areas(labels: Mapping[str, str], selected: tuple[str, ...], counts: Mapping[str, int]) -> tuple[FilterValue, ...]:
    """The areas with most services of their own, and the chosen ones.

    A service for all of Scotland serves Glasgow too, so an area's count takes in the areas around it. No service
    is counted twice: its document names only its outermost areas.
    """
    own = sorted(counts, key=lambda code: (-counts[code], labels.get(code, code)))[:MOST_AREAS]
    return tuple(
        FilterValue(
            code,
            labels.get(code, code),
            counts.get(code, 0) + sum(counts.get(around, 0) for around in ancestors_of(code)),
            code in selected,
        )
        for code in dict.fromkeys((*selected, *own))
    )
