"""The tick boxes of a filter. There are dozens on each page, and a template would take longer than the search."""

from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.finder.filter_groups import FilterGroup

register = template.Library()

BOX = """
<div class="govuk-checkboxes__item">
  <input class="govuk-checkboxes__input" id="{id}" name="{facet}" type="checkbox" value="{slug}"{checked}>
  <label class="govuk-label govuk-checkboxes__label" for="{id}">{label} <span class="hub-facets__count"><span \
class="govuk-visually-hidden">, </span>{count}<span class="govuk-visually-hidden"> {noun}</span></span></label>
</div>
"""
CHECKED = mark_safe(" checked")
# Stands where the count goes; no label holds it.
COUNT = "\x1f"


@register.simple_tag
def filter_boxes(group: FilterGroup) -> SafeString:
    """A tick box for each value of a filter, with the number of services it would show."""
    parts = []
    for value in group.values:
        box = _box(group.facet, value.slug, value.label, value.is_selected, value.count == 1, get_language())
        parts.append(box.replace(COUNT, str(value.count)))
    return mark_safe("".join(parts))  # noqa: S308  each part was made by format_html, and a count is a number


@lru_cache(maxsize=4_096)
def _box(facet: str, slug: str, label: str, is_selected: bool, is_one: bool, language: str | None) -> str:
    """A box that lacks its count. The same hundred come back on every page."""
    return format_html(
        BOX,
        id=f"{facet}-{slug}",
        facet=facet,
        slug=slug,
        checked=CHECKED if is_selected else "",
        label=label.replace(COUNT, ""),
        count=COUNT,
        noun=_("service") if is_one else _("services"),
    )
