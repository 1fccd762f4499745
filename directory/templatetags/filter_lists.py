"""The filters of the finder, drawn by Jinja2: there are a hundred tick boxes on each page. See ADR 41."""

from collections.abc import Iterable

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from directory.finder.filter_groups import FilterGroup

register = template.Library()


@register.simple_tag
def filter_lists(groups: Iterable[FilterGroup]) -> SafeString:
    """A list of tick boxes for each filter, with the number of services that each value would show."""
    drawn = render_to_string("directory/filter_groups.html", {"groups": groups}, using="jinja2")
    return mark_safe(drawn)  # noqa: S308  Jinja2 escapes
