"""Marks where the visitor is."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def current_section(context: Context, url: str) -> SafeString | str:
    """Return the attribute for a link in the main navigation whose section holds this page.

    Pages rendered without a request, such as error pages, are in no section.
    """
    request = context.get("request")
    path = request.path if request is not None else ""
    if path == url:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"') if path.startswith(url) else ""
