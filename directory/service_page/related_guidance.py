"""Guidance and stories about the same point and the same help."""

from directory.models import Service
from directory.navigation.languages import in_answered_language
from directory.navigation.page_lifetime import is_not_final
from search.api import find
from search.cache import cached_until_change
from search.languages import shown_in_another_language
from search.query import Hit, SearchQuery

# Kinds that another room registers: known here by name only, because the directory does not know guidance.
KINDS = ("guide", "stage", "story")
MOST_RELATED = 3
MOST_TERMS = 6
# Services with the same settings and needs share an answer.
MOST_KEPT = 1_000


def related_guidance(service: Service) -> tuple[Hit, ...]:
    """Up to three guides, stages or stories that speak of the service's settings and needs, the closest first.

    Expects a service with its parts. At most two SQL queries: the index knows titles and addresses.
    """
    names = [term.name for term in (*service.settings.all()[:2], *service.needs.all()[:MOST_TERMS])]
    return tuple(hit._replace(url=in_answered_language(hit.url)) for hit in _about(" ".join(names)))


def _about(text: str) -> tuple[Hit, ...]:
    """What is found for a text. Kept until something changes, because it is a third of the page's time."""
    if not text:
        return ()
    kept = _kept()
    if text in kept:
        return kept[text]
    query = SearchQuery(
        text=text, kinds=KINDS, outside=shown_in_another_language(), limit=MOST_RELATED, snippets=False
    )
    result = find(query)
    if not result.complete:
        is_not_final()
    elif len(kept) < MOST_KEPT:
        kept[text] = result.hits
    return result.hits


@cached_until_change
def _kept() -> dict[str, tuple[Hit, ...]]:
    return {}
