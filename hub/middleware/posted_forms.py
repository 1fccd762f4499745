"""What was posted: whether it came from a page of ours, and whether it may be shown again to whoever sent it."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest
from django.http.request import UnreadablePostError
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_variables

TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


@sensitive_variables()
def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field with each of its values, in the order in which they came."""
    return [(name, value) for name, values in request.POST.lists() for value in values]


def came_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form. Browsers say so; what says nothing at all is no current browser."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == f"{request.scheme}://{request.get_host()}"
    before = request.headers.get("Referer")
    if before is not None:
        return url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return not request.is_secure()


def can_be_read(request: HttpRequest) -> bool:
    """Whether it came whole, and is no larger than we take."""
    try:
        return request.POST is not None
    except (UnreadablePostError, RequestDataTooBig, TooManyFieldsSent):
        return False


def may_be_shown(request: HttpRequest) -> bool:
    """Not what holds a password, and not what a script sent, which would not show a page."""
    return is_navigation(request) and not any("password" in name.lower() for name in request.POST)


def is_navigation(request: HttpRequest) -> bool:
    """Whether the answer is a page that somebody sees, and not what a script reads."""
    is_scripted = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate" and not is_scripted
