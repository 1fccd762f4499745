"""Template context of every page."""

from django.http import HttpRequest

from .chrome import DEFAULT_CHROME


def site_chrome(request: HttpRequest) -> dict[str, object]:
    """`chrome`: help numbers, exit address and footer links."""
    return {"chrome": DEFAULT_CHROME}
