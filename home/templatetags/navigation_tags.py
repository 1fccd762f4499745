"""What surrounds every page, and marks where the visitor is."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag(takes_context=True)
def drawn_once(context: Context, name: str) -> SafeString:
    """A part that is the same on all pages of a section, such as the footer: drawn once for each layout and language.

    Its template sees `site_layout` and `path`, the address of the page, and may use that to find the section alone.
    """
    layout, path = context.get("site_layout"), _path(context)
    if not layout:
        # Error pages are drawn with nothing at all.
        return _draw(context, name, layout, path)
    key = (name, str(get_language()), *(str(_mark(path, section.url)) for section in layout.sections))
    if key not in layout.drawn:
        layout.drawn[key] = _draw(context, name, layout, path)
    return layout.drawn[key]


def _draw(context: Context, name: str, layout: object, path: str) -> SafeString:
    part = context.template.engine.get_template(name)
    return part.render(context.new({"site_layout": layout, "path": path}))


@register.simple_tag(takes_context=True)
def current_section(context: Context, url: str) -> SafeString | str:
    """Return the attribute for a link in the main navigation whose section holds this page.

    Pages rendered without a request, such as error pages, are in no section.
    """
    return _mark(_path(context), url)


def _path(context: Context) -> str:
    request = context.get("request")
    return request.path if request is not None else context.get("path", "")


def _mark(path: str, url: str) -> SafeString | str:
    if path == url:
        return mark_safe(' aria-current="page"')
    return mark_safe(' aria-current="true"') if path.startswith(url) else ""
