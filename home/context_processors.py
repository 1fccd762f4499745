"""Template context of every page."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .site_layout import load_site_layout


def site_layout(request: HttpRequest) -> dict[str, object]:
    """Read only when a template asks for it: files and JSON need no layout."""
    return {"site_layout": SimpleLazyObject(load_site_layout)}
