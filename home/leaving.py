"""The way out for browsers without a script, and what it deletes."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.navigation.back_forward_cache import clear_back_forward_cache
from directory.navigation.personal_cookies import PERSONAL_COOKIES, delete_cookies

from .frame import load_chrome

HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # The page somebody escapes to is not told where they come from.
    "Referrer-Policy": "no-referrer",
}


# Exempt because a script cannot wait for a token, and all a forged request could do is delete a receipt.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Delete what cookies say about a person, then lead to another site; a script that leads there itself posts."""
    if request.method == "POST":
        response = HttpResponse(status=204)
    else:
        response = HttpResponse(status=303, headers={"Location": load_chrome().exit_url})
    delete_cookies(response, PERSONAL_COOKIES)
    clear_back_forward_cache(request, response)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
