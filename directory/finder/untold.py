"""What a filter leaves out because the listing does not say."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.facets import NOT_RECORDED

from .filter_groups import FilterGroup
from .form import Finding

SAID = {"setting": "where they work", "route": "who can refer", "order": "which orders they take"}


@dataclass(frozen=True, slots=True)
class Untold:
    """So many services that pass everything else and do not say `what`; `url` finds them as well."""

    what: str
    count: int
    url: str


def untold(finding: Finding, groups: Iterable[FilterGroup]) -> list[Untold]:
    """For each filter that is on and leaves such services out."""
    found = []
    for group in groups:
        selected = finding.selected.get(group.facet, ())
        count = next((value.count for value in group.values if value.slug == NOT_RECORDED), 0)
        if selected and NOT_RECORDED not in selected and count:
            wider = finding.query_string(**{group.facet: (*selected, NOT_RECORDED)})
            found.append(Untold(SAID[group.facet], count, wider))
    return found
