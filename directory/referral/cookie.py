"""Keeps what was said about a person in the browser that said it: for half an hour, sealed, and nowhere else."""

import base64
import json
import time
from dataclasses import replace

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from directory.navigation.personal_cookies import FACTS, FACTS_OVER_HTTP, FACTS_OVER_HTTPS, delete_cookies
from directory.navigation.redirects import see_other

from .facts import Facts
from .facts_line import mark_as_said

KEPT_SECONDS = 30 * 60
# Every cookie has one length, so that its length tells nothing.
SEALED_BYTES = 512
PURPOSE = b"directory.referral facts cookie"
NOTHING = Facts()


def read_facts(request: HttpRequest) -> Facts:
    """What this browser said within the last half hour; nothing when it is older, foreign or damaged."""
    return _open(request)[0]


def keep_facts(request: HttpRequest, response: HttpResponse, facts: Facts) -> HttpResponse:
    """Keep facts for half an hour from now."""
    return _set(request, response, facts, int(time.time()))


def keep_and_redirect(request: HttpRequest, path: str, facts: Facts) -> HttpResponse:
    """Keep what was just said and lead on to a page that answers; who takes everything back is forgotten."""
    response = mark_private(see_other(mark_as_said(path, facts)))
    return keep_facts(request, response, facts) if facts.says_anything else forget_facts(response)


def update_facts(request: HttpRequest, response: HttpResponse, facts: Facts) -> HttpResponse:
    """Keep changed facts for what is left of the half hour: looking at a page makes nothing last longer."""
    stored_facts, since = _open(request)
    return response if stored_facts == facts or not since else _set(request, response, facts, since)


def forget_facts(response: HttpResponse) -> HttpResponse:
    """Delete them, under whichever name they are kept."""
    delete_cookies(response, FACTS)
    return response


def mark_private(response: HttpResponse) -> HttpResponse:
    """Mark a page that shows what was said: kept in no cache, found by no search engine, named to no other site."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _set(request: HttpRequest, response: HttpResponse, facts: Facts, since: int) -> HttpResponse:
    left = since + KEPT_SECONDS - int(time.time())
    response.set_cookie(
        _name(request),
        _sealer().encrypt_at_time(_padded(facts), since).decode(),
        max_age=max(left, 0),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def _open(request: HttpRequest) -> tuple[Facts, int]:
    """The facts and the second since when they are kept; 0 when there are none."""
    sealed = request.COOKIES.get(_name(request), "").encode("ascii", "ignore")
    if not sealed:
        return NOTHING, 0
    sealer = _sealer()
    try:
        stored = json.loads(sealer.decrypt(sealed, ttl=KEPT_SECONDS))
        return Facts.from_stored(stored), sealer.extract_timestamp(sealed)
    except (InvalidToken, ValueError, TypeError, AttributeError):
        return NOTHING, 0


def _name(request: HttpRequest) -> str:
    return (FACTS_OVER_HTTPS if request.is_secure() else FACTS_OVER_HTTP).name


def _padded(facts: Facts) -> bytes:
    """JSON with spaces behind it, which JSON allows. What is sought goes first where not everything fits."""
    for shortened in (facts, replace(facts, needs=()), replace(facts, needs=(), home=""), NOTHING):
        written = json.dumps(shortened.to_stored(), separators=(",", ":"), ensure_ascii=False).encode()
        if len(written) <= SEALED_BYTES:
            break
    return written.ljust(SEALED_BYTES)


def _sealer() -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    keys = settings.FACTS_COOKIE_KEYS or [_derived_key(secret) for secret in secrets]
    return MultiFernet([Fernet(key) for key in keys])


def _derived_key(secret: str) -> bytes:
    """A key of its own out of the secret of the site: whoever learns this one learns nothing about the other."""
    derived = HKDF(hashes.SHA256(), 32, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
