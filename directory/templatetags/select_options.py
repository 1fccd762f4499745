"""The options of a select. A list of prisons has 150, and a template takes several times as long to draw them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

OPTION = """
  <option value="{}"{}>{}</option>"""
SELECTED, NOT_SELECTED = mark_safe(" selected"), ""


@register.filter
def select_options(widget: Mapping[str, Any]) -> SafeString:
    """Every option of a widget in the context of its template."""
    return format_html_join("", OPTION, _options(widget))


def _options(widget: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for _group, options, _index in widget["optgroups"]:
        for option in options:
            yield str(option["value"]), SELECTED if option["selected"] else NOT_SELECTED, option["label"]
