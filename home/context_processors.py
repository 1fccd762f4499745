"""Template context of every page."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .frame import load_chrome


def site_chrome(request: HttpRequest) -> dict[str, object]:
    """`chrome`: help numbers, exit address and footer links. Read when a template first asks for it."""
    return {"chrome": SimpleLazyObject(load_chrome)}
