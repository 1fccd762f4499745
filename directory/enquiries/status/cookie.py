"""The cookie that keeps the page about an enquiry open for half an hour, in the browser that had the code."""

import uuid
from base64 import urlsafe_b64encode
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from directory.navigation.personal_cookies import STATUS, STATUS_OVER_HTTP, STATUS_OVER_HTTPS, delete_cookies

SALT = "directory.enquiries.status"
AGE = timedelta(minutes=30)


def keep_open(request: HttpRequest, response: HttpResponse, enquiry_id: uuid.UUID) -> None:
    """Let this browser see the page for half an hour from now."""
    cookie = STATUS_OVER_HTTPS if request.is_secure() else STATUS_OVER_HTTP
    response.set_cookie(
        cookie.name,
        _key_ring().encrypt(enquiry_id.bytes).decode(),
        max_age=AGE,
        path=cookie.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def read_open(request: HttpRequest) -> uuid.UUID | None:
    """The enquiry whose page this browser may see; None when it is locked."""
    name = (STATUS_OVER_HTTPS if request.is_secure() else STATUS_OVER_HTTP).name
    sealed = request.COOKIES.get(name, "")
    try:
        return uuid.UUID(bytes=_key_ring().decrypt(sealed.encode(), ttl=int(AGE.total_seconds()))) if sealed else None
    except (InvalidToken, ValueError):
        return None


def lock_page(response: HttpResponse) -> None:
    """End it."""
    delete_cookies(response, STATUS)


def _key_ring() -> MultiFernet:
    rings = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in rings)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
