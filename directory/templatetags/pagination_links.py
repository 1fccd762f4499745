"""Numbered links to the pages of a list, drawn by Jinja2 because the finder has them on each page. See ADR 41."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from directory.navigation.pagination import Pagination

register = template.Library()


@register.simple_tag
def pagination_links(pagination: Pagination | None, of: str) -> SafeString:
    """The links; nothing where there is only one page. of: what the pages are of."""
    drawn = render_to_string("components/pagination.html", {"pagination": pagination, "of": of}, using="jinja2")
    return mark_safe(drawn)  # noqa: S308  Jinja2 escapes
