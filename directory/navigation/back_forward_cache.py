"""Pages that browsers keep whole for Back, with all that was typed into them, and how a server has them dropped.

`no-store` does not prevent it. Pages empty themselves with a script (`docs/leaving.md`); this is for when none runs.
"""

from django.http import HttpRequest, HttpResponseBase

HEADER = "Clear-Site-Data"


def clear_back_forward_cache(request: HttpRequest, response: HttpResponseBase) -> None:
    """Have the browser drop the pages of this site that it keeps for Back, in every tab.

    The header does so in most browsers. Chromium overlooks the page it is just leaving, but drops a `no-store` page
    when a cookie that scripts cannot read is set: so the cookie of the form token is set again, as it is.
    """
    response.headers[HEADER] = '"cache"'
    if "CSRF_COOKIE" in request.META:
        request.META["CSRF_COOKIE_NEEDS_UPDATE"] = True


def clears_back_forward_cache(response: HttpResponseBase) -> bool:
    """Whether `clear_back_forward_cache` was asked for."""
    return response.has_header(HEADER)
