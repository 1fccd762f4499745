"""The cookie by which a browser holds its drafts. It names none of them, and stays the same while they are written.

A cookie that changes makes Chromium drop the pages it keeps for Back, with what was typed into them.
"""

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from directory.navigation.personal_cookies import DRAFTS_OVER_HTTP, DRAFTS_OVER_HTTPS, PersonalCookie, delete_cookies

SALT = "directory.enquiries.drafts"
HOLDER_BYTES = 24


def new_holder() -> str:
    """A secret for a browser that has none."""
    return secrets.token_urlsafe(HOLDER_BYTES)


def holder_digest(holder: str) -> str:
    """What is stored of it. It is random, so a plain hash hides it."""
    return sha256(f"{SALT}:{holder}".encode()).hexdigest()


def read_holder(request: HttpRequest) -> str:
    """The secret this browser has; empty when it has none."""
    sealed = request.COOKIES.get(_cookie(request).name, "")
    try:
        return _key_ring().decrypt(sealed.encode()).decode() if sealed else ""
    except (InvalidToken, UnicodeError):
        return ""


def keep_holder(request: HttpRequest, response: HttpResponse, holder: str) -> None:
    """Give this browser its secret, until it is closed. The server lets go of a draft long before."""
    if read_holder(request) == holder:
        return
    cookie = _cookie(request)
    response.set_cookie(
        cookie.name,
        _key_ring().encrypt(holder.encode()).decode(),
        path=cookie.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def forget_holder(response: HttpResponse) -> None:
    """Let this browser hold no draft any more."""
    delete_cookies(response, (DRAFTS_OVER_HTTP, DRAFTS_OVER_HTTPS))


def _cookie(request: HttpRequest) -> PersonalCookie:
    return DRAFTS_OVER_HTTPS if request.is_secure() else DRAFTS_OVER_HTTP


def _key_ring() -> MultiFernet:
    rings = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in rings)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
