"""What to try when nothing was found, each with the number it would give."""

from dataclasses import dataclass, replace

from .form import RADII, Finding
from .results import count_services

MOST = 4


@dataclass(frozen=True, slots=True)
class WayOn:
    """A changed search that does find something."""

    title: str
    url: str
    count: int


def ways_on(finding: Finding) -> list[WayOn]:
    """Up to four changed searches with results: a wider circle, one filter fewer, fewer words, anywhere."""
    found: list[WayOn] = []
    for title, changed in _changes(finding):
        count = count_services(changed)
        if count and len(found) < MOST:
            found.append(WayOn(title, changed.query_string(), count))
    return found


def _changes(finding: Finding) -> list[tuple[str, Finding]]:
    changes = []
    if finding.place is not None:
        wider = next((radius for radius in RADII if radius > max(finding.radius, 10)), None)
        if wider:
            changes.append((f"Look within {wider} miles", replace(finding, radius=wider)))
        changes.append(("Look anywhere", replace(finding, near="", place=None, sort="relevance")))
    for facet, slugs in list(finding.selected.items()):
        for slug in slugs[:3]:
            left = tuple(value for value in slugs if value != slug)
            changed = replace(finding, selected={**finding.selected, facet: left})
            changes.append((f"Take off “{finding.labels[facet][slug]}”", changed))
    if finding.text and (finding.place or any(finding.selected.values())):
        changes.append((f"Leave out the words “{finding.text}”", replace(finding, text="")))
    return changes[:8]
