"""Addresses of changed searches."""

from django import template

from directory.finder.query import FinderQuery

register = template.Library()


@register.simple_tag
def changed_search(query: FinderQuery, **changes: object) -> str:
    """The query string of this search with parts changed, for example `{% changed_search query page=2 %}`."""
    return query.query_string(**changes)


@register.simple_tag
def search_without(query: FinderQuery, facet: str, slug: str) -> str:
    """The query string of this search with one filter taken off."""
    return query.without(facet, slug)


@register.simple_tag
def cleared_search(query: FinderQuery) -> str:
    """The query string of this search without any filter."""
    return query.query_string(**dict.fromkeys(query.selected))
