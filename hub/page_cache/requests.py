"""Which requests a kept page may answer, and under which key it is kept."""

from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from directory.navigation.page_lifetime import asks_nothing
from directory.navigation.personal_cookies import PERSONAL_COOKIES
from directory.saved_list.cookie import COOKIE as SAVED_LIST

from .release import release


def key_of(request: HttpRequest) -> str | None:
    """The key of a request that a kept page may answer; None for one that neither reads nor fills.

    Scheme and host belong to it, because pages name their own address, and so does what made the page.
    """
    if request.method not in ("GET", "HEAD") or _says_who(request) or not asks_nothing(request):
        return None
    if not _is_our_address(request):
        return None
    text = "\n".join((release(), request.scheme or "", request.get_host(), request.path_info))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def _says_who(request: HttpRequest) -> bool:
    """Whether it carries a cookie that may change what is shown: a session, what was said of a person, a list."""
    if "HTTP_AUTHORIZATION" in request.META:
        return True
    names = request.COOKIES.keys()
    return bool(names) and not names.isdisjoint(_names())


def _names() -> set[str]:
    return {
        settings.SESSION_COOKIE_NAME,
        settings.LANGUAGE_COOKIE_NAME,
        "messages",
        SAVED_LIST,
        *(cookie.name for cookie in PERSONAL_COOKIES),
    }


def _is_our_address(request: HttpRequest) -> bool:
    """Whether a browser writes the host so. One host has 65,535 ports, and each would be a page of its own."""
    host = request.get_host()
    _, port = split_domain_port(host)
    ours = ("", request.get_port(), str(urlsplit(settings.WAGTAILADMIN_BASE_URL).port))
    return host == host.lower() and not host.partition(":")[0].endswith(".") and port in ours
