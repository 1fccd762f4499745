"""The tick boxes of a filter. There are dozens on each page, and a template would take longer than the search."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

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


@register.simple_tag
def filter_boxes(group: FilterGroup) -> SafeString:
    """A tick box for each value of a filter, with the number of services it would show."""
    return format_html_join(
        "",
        BOX,
        (
            {
                "id": f"{group.facet}-{value.slug}",
                "facet": group.facet,
                "slug": value.slug,
                "checked": CHECKED if value.is_selected else "",
                "label": value.label,
                "count": value.count,
                "noun": "service" if value.count == 1 else "services",
            }
            for value in group.values
        ),
    )
