"""Guidance and stories about the same point and the same help."""

from directory.models import Service
from directory.navigation.languages import in_answered_language
from directory.navigation.page_lifetime import is_not_final
from search.api import find
from search.languages import shown_in_another_language
from search.query import Hit, SearchQuery

# Kinds that another room registers: known here by name only, because the directory does not know guidance.
KINDS = ("guide", "stage", "story")
MOST_RELATED = 3
MOST_TERMS = 6


def related_guidance(service: Service) -> tuple[Hit, ...]:
    """Up to three guides, stages or stories that speak of the service's settings and needs, the closest first.

    Expects a service with its parts. One SQL query: the index knows titles and addresses.
    """
    names = [term.name for term in (*service.settings.all()[:2], *service.needs.all()[:MOST_TERMS])]
    if not names:
        return ()
    query = SearchQuery(
        text=" ".join(names), kinds=KINDS, outside=shown_in_another_language(), limit=MOST_RELATED, snippets=False
    )
    result = find(query)
    if not result.complete:
        is_not_final()
    return tuple(hit._replace(url=in_answered_language(hit.url)) for hit in result.hits)
