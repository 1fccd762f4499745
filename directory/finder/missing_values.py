"""Services that a filter leaves out because their listing does not record the value."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.vocabulary.facets import NOT_RECORDED

from .filter_groups import FilterGroup
from .query import FinderQuery
from .quoted_names import quoted_names

FACET_WORDS = {"setting": lazy("where they work")}
MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class MissingValueNotice:
    """So many services that pass everything else and do not say `what`, so that the filters `named` leave them out.

    `url` finds them as well.
    """

    what: str
    named: str
    count: int
    url: str


def missing_value_notices(query: FinderQuery, groups: Iterable[FilterGroup]) -> list[MissingValueNotice]:
    """For each filter that is on and leaves such services out."""
    found = []
    for group in groups:
        selected = query.selected.get(group.facet, ())
        count = next((value.count for value in group.values if value.slug == NOT_RECORDED), 0)
        if selected and NOT_RECORDED not in selected and count:
            wider = query.query_string(**{group.facet: (*selected, NOT_RECORDED)})
            names = [query.name_of(group.facet, slug) for slug in selected]
            named = quoted_names(names) if len(names) <= MOST_NAMED else _("the filters")
            found.append(MissingValueNotice(FACET_WORDS[group.facet], named, count, wider))
    return found
