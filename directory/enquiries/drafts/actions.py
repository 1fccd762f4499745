"""Everything that changes a draft. Each function is one transaction."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import ErasedContent
from directory.enquiries.content.references import code_of
from directory.enquiries.key_store.keys import erase_keys, issue_key, open_key
from directory.enquiries.models import Draft

from .codes import draft_code_digest
from .cookie import holder_digest
from .state import DraftState

UNSAVED_FOR = timedelta(hours=1)
SAVED_FOR = timedelta(days=14)
ATTEMPTS = 5


class TooManyDrafts(Exception):
    """No more drafts are taken: `ENQUIRY_DRAFTS_MOST` are being written."""


class DraftGone(Exception):
    """The draft was sent, deleted or swept in the meantime."""


@sensitive_variables()
def begin_draft(*, token: uuid.UUID, holder: str, state: DraftState) -> Draft:
    """Keep the first answers. The same token gives the same draft, however often it is sent.

    Raises `TooManyDrafts`, or `DraftGone` when the token belongs to a draft of another browser.
    """
    digest = holder_digest(holder)
    if Draft.objects.count() >= settings.ENQUIRY_DRAFTS_MOST:
        raise TooManyDrafts
    key_id, key = issue_key()
    sealed = key.seal(state.to_stored())
    for _ in range(ATTEMPTS):
        draft = _unsaved_draft(token, digest, key_id, sealed)
        Draft.objects.bulk_create([draft], ignore_conflicts=True)
        saved = Draft.objects.filter(token=token).first()
        if saved is not None:
            break
        # Another tab began one at the same moment and took the number.
    else:
        raise IntegrityError("No number was free.")
    if saved.key_id != key_id:
        erase_keys([key_id])
        if saved.holder_digest != digest:
            raise DraftGone
        change_draft(draft=saved, change=lambda kept: _with_first_page(kept, state))
    return saved


@sensitive_variables()
@transaction.atomic
def change_draft(*, draft: Draft, change: Callable[[DraftState], DraftState]) -> DraftState:
    """Change what a draft holds, starting from how it is now: another tab may have written since. Raises `DraftGone`.

    Using a draft keeps it for another hour.
    """
    locked = Draft.objects.select_for_update().alive(timezone.now()).filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGone
    key = open_key(locked.key_id)
    state = change(DraftState.from_stored(key.open(locked.sealed_state)))
    locked.sealed_state = key.seal(state.to_stored())
    _prolong(locked, timezone.now())
    locked.save(update_fields=("sealed_state", "held_until", "expires_at"))
    return state


@sensitive_variables()
def read_draft(draft: Draft) -> DraftState:
    """What a draft holds. Raises `DraftGone` when it went since it was found, `UnreadableContent` when no key fits."""
    try:
        key = open_key(draft.key_id)
    except ErasedContent:
        # A draft goes before its key: one that is still there has lost its key in another way.
        if Draft.objects.filter(pk=draft.pk).exists():
            raise
        raise DraftGone from None
    return DraftState.from_stored(key.open(draft.sealed_state))


@sensitive_variables("code", "digest")
@transaction.atomic
def save_draft(*, draft: Draft, nonce: uuid.UUID, anew: bool = False) -> str:
    """Keep a draft for fourteen days and return the code for coming back; empty when one was given out before.

    The code follows from the nonce of the page, so that a page that is loaded again shows the same. Only its digest
    is kept. `anew`: give out another, after which the first does not work any more. Raises `DraftGone`.
    """
    locked = Draft.objects.select_for_update().alive(timezone.now()).filter(pk=draft.pk).first()
    if locked is None:
        raise DraftGone
    code = code_of(nonce)
    digest = draft_code_digest(code)
    if locked.code_digest and locked.code_digest != digest and not anew:
        return ""
    locked.code_digest = digest
    locked.saved_at = timezone.now()
    _prolong(locked, locked.saved_at)
    locked.save(update_fields=("code_digest", "saved_at", "held_until", "expires_at"))
    return code


@sensitive_variables()
@transaction.atomic
def come_back(*, code: str, holder: str) -> Draft | None:
    """Let this browser hold the draft of a code; None when none has it. The code stays what it is."""
    now, digest = timezone.now(), holder_digest(holder)
    draft = Draft.objects.select_for_update().alive(now).filter(code_digest=draft_code_digest(code)).first()
    if draft is None:
        return None
    if draft.holder_digest != digest:
        draft.holder_digest, draft.number = digest, _free_number(digest)
    _prolong(draft, now)
    draft.save(update_fields=("holder_digest", "number", "held_until", "expires_at"))
    return draft


def renew_token(*, draft: Draft) -> uuid.UUID:
    """Let a draft that was sent before be sent as another enquiry."""
    token = uuid.uuid4()
    if not Draft.objects.filter(pk=draft.pk).update(token=token):
        raise DraftGone
    return token


def end_drafts(*, drafts: list[Draft]) -> int:
    """Delete drafts with their keys, and say how many there were. Safe to repeat."""
    ended = Draft.objects.filter(pk__in=[draft.pk for draft in drafts]).delete()[0]
    erase_keys(draft.key_id for draft in drafts)
    return ended


def sweep_drafts() -> int:
    """Delete the drafts whose time is over, with their keys."""
    swept = 0
    while batch := list(Draft.objects.expired(timezone.now()).order_by("expires_at")[:200]):
        # Somebody may have gone on with one of them since it was read.
        gone = [draft for draft in batch if Draft.objects.expired(timezone.now()).filter(pk=draft.pk).delete()[0]]
        erase_keys(draft.key_id for draft in gone)
        swept += len(gone)
        if not gone:
            break
    return swept


def _unsaved_draft(token: uuid.UUID, digest: str, key_id: uuid.UUID, sealed: str) -> Draft:
    now = timezone.now()
    return Draft(
        token=token,
        holder_digest=digest,
        number=_free_number(digest),
        key_id=key_id,
        sealed_state=sealed,
        held_until=now + UNSAVED_FOR,
        expires_at=now + UNSAVED_FOR,
    )


def _free_number(digest: str) -> int:
    return (Draft.objects.filter(holder_digest=digest).aggregate(last=Max("number"))["last"] or 0) + 1


def _prolong(draft: Draft, now: datetime) -> None:
    draft.held_until = now + UNSAVED_FOR
    saved_until = draft.saved_at + SAVED_FOR if draft.saved_at else now
    draft.expires_at = max(now + UNSAVED_FOR, saved_until)


@sensitive_variables()
def _with_first_page(kept: DraftState, posted: DraftState) -> DraftState:
    for slug, typed in posted.typed.items():
        kept = kept.answered(slug, typed, is_checked=slug in posted.checked)
    return kept
