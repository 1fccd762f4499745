"""What is done to a check. Each function that writes is one transaction.

Several people answer one check at once. A form says of each row what it showed when it was drawn; a row that somebody
else has changed since is not overwritten, and all others are saved.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from guidance.models import ReadinessCheck, ReadinessSnapshot

from .codes import digest_of, digests_of, new_code
from .contents import Answer, CheckContents, seal, unseal

# To be opened is to be renewed, but not with a write at each page.
RENEWED_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """A check with what its code opens."""

    check: ReadinessCheck
    code: str
    contents: CheckContents


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What one row of a form says. `seen` is the mark of what it showed; `values` are fields of `Answer`."""

    key: str
    seen: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved, and what somebody else had changed: by key, as it stands now."""

    opened: OpenCheck
    conflicts: dict[str, Answer] = field(default_factory=dict)


@sensitive_variables()
def start_check(*, stage_key: UUID | None, nation: str) -> str:
    """Begin a check and return its code, which is kept nowhere."""
    code = new_code()
    ReadinessCheck.objects.create(digest=digest_of(code), stage_key=stage_key, nation=nation)
    return code


@sensitive_variables()
def open_check(code: str) -> OpenCheck | None:
    """The check with this code, kept for another year; None for a code that is wrong, too old or deleted."""
    if not code:
        return None
    now = timezone.now()
    check = ReadinessCheck.objects.kept(now).filter(digest__in=digests_of(code)).first()
    if check is None:
        return None
    if check.used_at <= now - RENEWED_AFTER or check.digest != digest_of(code):
        # Under the newest key: the older ones are taken away some day.
        ReadinessCheck.objects.filter(pk=check.pk).update(used_at=now, digest=digest_of(code))
    try:
        return OpenCheck(check, code, unseal(check.sealed, code))
    except InvalidToken:
        return None


@sensitive_variables()
def save_answers(*, opened: OpenCheck, rows: Iterable[TypedRow]) -> Saved | None:
    """Keep answers with their evidence. None when the check was deleted meanwhile."""
    return _save(opened, rows, "answer_mark")


@sensitive_variables()
def save_plan(*, opened: OpenCheck, rows: Iterable[TypedRow]) -> Saved | None:
    """Keep who does it and by when, likewise."""
    return _save(opened, rows, "plan_mark")


@sensitive_variables()
@transaction.atomic
def take_snapshot(*, opened: OpenCheck, day: date) -> None:
    """Keep how the check stands, to compare with later. The last of a day counts."""
    check = ReadinessCheck.objects.select_for_update().filter(pk=opened.check.pk).first()
    if check is not None and check.sealed:
        ReadinessSnapshot.objects.update_or_create(check_of=check, day=day, defaults={"sealed": check.sealed})


@transaction.atomic
def delete_check(*, check: ReadinessCheck) -> None:
    """Delete a check and every earlier state of it."""
    check.delete()


def purge_checks() -> int:
    """Delete the checks whose time is over; how many they were."""
    over = ReadinessCheck.objects.over(timezone.now())
    return over.delete()[1].get(ReadinessCheck._meta.label, 0)


@sensitive_variables()
def read_snapshots(opened: OpenCheck) -> list[tuple[date, CheckContents]]:
    """Its earlier states, the newest first. One query."""
    rows = opened.check.snapshots.order_by("-day").values_list("day", "sealed")
    return [(day, unseal(sealed, opened.code)) for day, sealed in rows]


@sensitive_variables()
@transaction.atomic
def _save(opened: OpenCheck, rows: Iterable[TypedRow], mark: str) -> Saved | None:
    check = ReadinessCheck.objects.select_for_update().filter(pk=opened.check.pk).first()
    if check is None:
        return None
    stored = unseal(check.sealed, opened.code)
    changed, conflicts = _merged(stored, rows, mark)
    contents = stored.with_answers(changed)
    if changed:
        check.sealed, check.used_at = seal(contents, opened.code), timezone.now()
        check.save(update_fields=["sealed", "used_at"])
    return Saved(replace(opened, check=check, contents=contents), conflicts)


def _merged(stored: CheckContents, rows: Iterable[TypedRow], mark: str) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """What to write, and what somebody else has changed to something else since the form was drawn."""
    changed: dict[str, Answer] = {}
    conflicts: dict[str, Answer] = {}
    for row in rows:
        now = stored.of(row.key)
        wanted = replace(now, **row.values)
        if getattr(wanted, mark) in (row.seen, getattr(now, mark)):
            continue
        if getattr(now, mark) == row.seen:
            changed[row.key] = wanted
        else:
            conflicts[row.key] = now
    return changed, conflicts
