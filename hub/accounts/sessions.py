"""How long staff stay signed in, and how all their sessions end at once."""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=8)
# A session that is used is written once a minute, not with every request.
WRITTEN_AFTER = timedelta(minutes=1)
BEGUN, SEEN = "begun_at", "seen_at"


def begin_session(request: Any, **kwargs: Any) -> None:
    """Start both clocks. A receiver of `user_logged_in`."""
    request.session[BEGUN] = request.session[SEEN] = timezone.now().timestamp()


def has_ended(session: "SessionBase") -> bool:
    """Whether nobody worked in it for too long, or it has lasted too long. One without clocks begins now."""
    now = timezone.now().timestamp()
    if BEGUN not in session or SEEN not in session:
        session[BEGUN] = session[SEEN] = now
    return now - session[SEEN] >= IDLE.total_seconds() or now - session[BEGUN] >= LONGEST.total_seconds()


def note_work(session: "SessionBase") -> None:
    """Somebody works in it: the idle clock starts again."""
    now = timezone.now().timestamp()
    if now - session[SEEN] >= WRITTEN_AFTER.total_seconds():
        session[SEEN] = now


def end_sessions(*, user: Any) -> None:
    """End every session of this account, on every machine."""
    user.session_salt = secrets.token_hex(16)
    user.save(update_fields=["session_salt"])
