"""Addresses of changed searches."""

from django import template

from directory.finder.query import FinderQuery

register = template.Library()


@register.simple_tag
def changed_search(finding: FinderQuery, **changes: object) -> str:
    """The query string of this search with parts changed, for example `{% changed_search finding page=2 %}`."""
    return finding.query_string(**changes)


@register.simple_tag
def search_without(finding: FinderQuery, facet: str, slug: str) -> str:
    """The query string of this search with one filter taken off."""
    return finding.without(facet, slug)


@register.simple_tag
def cleared_search(finding: FinderQuery) -> str:
    """The query string of this search without any filter."""
    return finding.query_string(**dict.fromkeys(finding.selected))
