"""The finder's page, drawn by Jinja2: it is drawn for each search, and has a hundred tick boxes. See ADR 41."""

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from .card_parts import service_cards

register = template.Library()


@register.simple_tag(takes_context=True)
def finder(context: Context) -> SafeString:
    """The boxes, the filters and the services that were found, from what the page's own template is given."""
    known = {**context.flatten(), "service_cards": service_cards}
    return mark_safe(render_to_string("directory/finder.html", known, using="jinja2"))  # noqa: S308  Jinja2 escapes
