"""The cookie that keeps a check open in the browser that had its link, so that no address carries the code."""

from base64 import urlsafe_b64encode
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from directory.navigation.personal_cookies import READINESS, READINESS_OVER_HTTP, READINESS_OVER_HTTPS, delete_cookies

from .codes import read_code

SALT = "guidance.readiness.cookie"
# A day of work. The browser forgets it earlier, when it is closed.
AGE = timedelta(hours=12)


def keep_open(request: HttpRequest, response: HttpResponse, code: str) -> HttpResponse:
    """Let this browser work on the check until it is closed, for twelve hours at most."""
    cookie = READINESS_OVER_HTTPS if request.is_secure() else READINESS_OVER_HTTP
    response.set_cookie(
        cookie.name,
        _key_ring().encrypt(code.encode()).decode(),
        path=cookie.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def read_open(request: HttpRequest) -> str:
    """The code of the check that is open in this browser; empty when none is."""
    name = (READINESS_OVER_HTTPS if request.is_secure() else READINESS_OVER_HTTP).name
    sealed = request.COOKIES.get(name, "").encode("ascii", "ignore")
    try:
        return read_code(_key_ring().decrypt(sealed, ttl=int(AGE.total_seconds())).decode()) if sealed else ""
    except InvalidToken:
        return ""


def close(response: HttpResponse) -> HttpResponse:
    """End it."""
    delete_cookies(response, READINESS)
    return response


def _key_ring() -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in secrets)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
