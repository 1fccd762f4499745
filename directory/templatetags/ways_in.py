"""The ways into a service. There are dozens on a page of results, and a template takes longer than the search."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from directory.models import WayIn
from directory.referral.ways_in import ShownWayIn

register = template.Library()

ICON = """<svg class="hub-ways__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" \
stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{}</svg>"""
DRAWN = {
    WayIn.Kind.CALL: '<path d="M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v4a2 2 0 0 1-2 2A17 17 0 0 1 3 5'
    'a2 2 0 0 1 2-2z" />',
    WayIn.Kind.DROP_IN: '<path d="M3 21h18M6 21V3h12v18M14 12v1" />',
    WayIn.Kind.ASK_STAFF: '<path d="M3 4h18v13h-9l-5 4v-4H3zM8 9h8M8 13h5" />',
    WayIn.Kind.PROFESSIONAL: '<circle cx="7" cy="5" r="2.5" /><circle cx="17" cy="5" r="2.5" />'
    '<path d="M7 10v11M17 10v11M3 14l4-4 4 4M13 14l4-4 4 4" />',
    WayIn.Kind.ENQUIRY: '<path d="M3 5h18v14H3zM3 6l9 7 9-7" />',
}
# Decoration: the words beside it say the same.
ICONS = {kind: mark_safe(ICON.format(drawn)) for kind, drawn in DRAWN.items()}  # noqa: S308  our own drawings
EXAMPLE = ' <span class="hub-ways__example">{}</span>'
TODAY = '<strong class="hub-ways__today">{}</strong> '
LIST = """
<div class="hub-ways">
  <p class="hub-ways__title">{}</p>
  <ul class="hub-ways__list">
    {}
  </ul>
</div>
"""
ITEM = """<li class="hub-ways__way">{icon}<span class="hub-ways__name">{name}{example}</span>{detail}</li>
"""


@register.simple_tag
def ways_in(ways: Iterable[ShownWayIn], service_name: str = "") -> SafeString:
    """A list of ways in; nothing for none. service_name tells links of one kind on a page apart."""
    items = format_html_join("", "{}", ((_item(way, service_name),) for way in ways))
    return format_html(LIST, _("Ways in"), items) if items else SafeString("")


def _item(way: ShownWayIn, service_name: str) -> SafeString:
    today = format_html(TODAY, _("Works today")) if way.works_today else ""
    detail = format_html('<span class="hub-ways__detail">{}{}</span>', today, way.detail)
    return format_html(
        ITEM,
        icon=ICONS[WayIn.Kind(way.kind)],
        name=_name(way, service_name),
        example=format_html(EXAMPLE, _("(example number)")) if way.is_example else "",
        detail=detail if way.works_today or way.detail else "",
    )


def _name(way: ShownWayIn, service_name: str) -> str:
    if not way.url:
        return way.label
    if way.kind != WayIn.Kind.ENQUIRY or not service_name:
        return format_html('<a class="hub-link" href="{}">{}</a>', way.url, way.label)
    hidden = format_html(
        '<span class="govuk-visually-hidden"> {}</span>', _("to %(service)s") % {"service": service_name}
    )
    return format_html('<a class="hub-link" href="{}">{}{}</a>', way.url, way.label, hidden)
