"""What to try when nothing was found, each with the number it would give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from directory.referral.person import Person
from directory.vocabulary.labels import FACETS
from search.text.stop_words import QUOTATION_MARKS, keywords_in

from .query import RADII, FinderQuery
from .quoted_names import quoted_names
from .results import count_services

MOST_RELAXED = 6
MOST_NAMED = 3
MOST_WORDS = 4

Change = tuple[str, FinderQuery]


@dataclass(frozen=True, slots=True)
class RelaxedSearch:
    """A changed search that does find something."""

    title: str
    url: str
    count: int


def relaxed_searches(query: FinderQuery, person: Person | None = None) -> list[RelaxedSearch]:
    """Up to six changed searches with results, each giving up as little as it can.

    A wider circle, one word fewer, anywhere, one filter fewer, no words; when no single change is enough, no filter
    at all. What turns the person away does not count.
    """
    wider, others = list(_wider(query)), list(_changes(query))
    counts = count_services((changed for _unused, changed in (*wider, *others)), person)
    # Of the wider circles, the smallest that has something in it.
    found = [*_with_results(wider, counts[: len(wider)])[:1], *_with_results(others, counts[len(wider) :])]
    if found:
        return found[:MOST_RELAXED]
    bare = list(_without_filters(query))
    return _with_results(bare, count_services((changed for _unused, changed in bare), person))


def _with_results(changes: list[Change], counts: list[int]) -> list[RelaxedSearch]:
    return [
        RelaxedSearch(title, changed.query_string(), count)
        for (title, changed), count in zip(changes, counts, strict=True)
        if count
    ]


def _wider(query: FinderQuery) -> Iterator[Change]:
    for radius in RADII if query.place else ():
        if radius > query.radius:
            yield _("Look within %(radius)s miles") % {"radius": radius}, replace(query, radius=radius)


def _fewer_words(query: FinderQuery) -> Iterator[Change]:
    """Two needs in one search are often two services. Quotation marks mean that the words belong together."""
    words = () if set(QUOTATION_MARKS) & set(query.text) else keywords_in(query.text)
    if len(words) == 2:
        for word in words:
            yield _("Look only for “%(word)s”") % {"word": word}, replace(query, text=word)
    elif 2 < len(words) <= MOST_WORDS:
        for word in words:
            others = " ".join(other for other in words if other != word)
            yield _("Leave out “%(word)s”") % {"word": word}, replace(query, text=others)


def _changes(query: FinderQuery) -> Iterator[Change]:
    yield from _fewer_words(query)
    if query.place is not None:
        yield _("Look anywhere"), _anywhere(query)
    for facet, slugs in query.selected.items():
        if slugs:
            # Values of one facet widen it, so all of them go together.
            named = quoted_names([query.name_of(facet, slug) for slug in slugs])
            yield (
                _("Take off %(names)s") % {"names": named}
                if len(slugs) <= MOST_NAMED
                else _("Take off everything under “%(filter)s”") % {"filter": FACETS[facet]},
                replace(query, selected={**query.selected, facet: ()}),
            )
    if query.text and (query.place or query.chosen):
        yield _("Leave out the words “%(text)s”") % {"text": query.text}, replace(query, text="")


def _without_filters(query: FinderQuery) -> Iterator[Change]:
    bare = replace(query, selected={})
    if query.chosen:
        yield _("Take off every filter"), bare
    if query.text and query.place is not None:
        yield _("Look anywhere, without filters"), _anywhere(bare)
        yield _("See everything near %(place_name)s") % {"place_name": query.place_name}, replace(bare, text="")


def _anywhere(query: FinderQuery) -> FinderQuery:
    return replace(query, near="", place=None, sort="relevance")
