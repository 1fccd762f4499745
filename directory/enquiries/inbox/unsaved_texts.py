"""Keeps what a moderator wrote while their session ended, and gives it back to them and to nobody else.

A form says, signed, for whom it was made. So the text can be kept for that person although nobody is signed in any
more, or somebody else is.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.core import signing
from django.http import QueryDict
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.models import Enquiry, UnsavedText
from directory.enquiries.privacy.private_views import Unprinted

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

SALT = "directory.enquiries.inbox.writer"
FIELD = "writer"
NOT_TYPED = (FIELD, "version", "csrfmiddlewaretoken")
# A form may lie open over a weekend.
FORM_AGE = timedelta(days=4)
KEPT_FOR = timedelta(hours=1)
# Twice what the forms take. Whoever pasted too much gets it back whole; it is cut only when it is saved.
MAX_LENGTH = 8_000
MOST_FIELDS = 20


@dataclass(frozen=True, slots=True, repr=False)
class Unsaved:
    """What was typed into a form of an enquiry: the name of what it asks for, and its fields."""

    question: str
    values: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, question: str, posted: QueryDict) -> "Unsaved":
        """What the form posted."""
        typed = [(name, value[:MAX_LENGTH]) for name, value in posted.items() if name not in NOT_TYPED]
        return cls(question, dict(typed[:MOST_FIELDS]))

    @property
    def says_anything(self) -> bool:
        return any(value.strip() for value in self.values.values())


def signed_writer(*, enquiry: Enquiry, user: "AbstractUser") -> str:
    """For a hidden field: who the form was made for, and about which enquiry."""
    return signing.dumps([user.pk, str(enquiry.pk)], salt=SALT)


@sensitive_variables()
def keep_unsaved(*, enquiry_key: uuid.UUID, question: str, posted: QueryDict) -> bool:
    """Keep what was posted for whom the form was made for. Whether it was kept."""
    typed = Unsaved.of(question, posted)
    writer = _writer(posted.get(FIELD, ""), enquiry_key)
    if writer is None or not typed.says_anything:
        return False
    enquiry = Enquiry.objects.visible_to(writer).filter(pk=enquiry_key, anonymised_at__isnull=True).first()
    if enquiry is None:
        return False
    try:
        sealed = enquiry.data_key.seal([typed.question, dict(typed.values)])
    except UnreadableContent:
        return False
    drop_old_texts()
    UnsavedText.objects.update_or_create(
        enquiry=enquiry, writer=writer, defaults={"sealed_text": sealed, "kept_until": timezone.now() + KEPT_FOR}
    )
    return True


@sensitive_variables()
def find_unsaved(*, enquiry: Enquiry, user: "AbstractUser") -> Unsaved | None:
    """What this user typed about this enquiry within the last hour and could not save."""
    row = UnsavedText.objects.filter(enquiry=enquiry, writer=user, kept_until__gt=timezone.now()).first()
    if row is None:
        return None
    try:
        question, values = enquiry.data_key.open(row.sealed_text)
    except (UnreadableContent, ValueError):
        return None
    return Unsaved(question, {name: Unprinted(value) for name, value in values.items()})


def forget_unsaved(*, enquiry: Enquiry, user: "AbstractUser") -> None:
    """It was saved, or its writer does not want it."""
    UnsavedText.objects.filter(enquiry=enquiry, writer=user).delete()


def drop_old_texts() -> None:
    """Delete what was kept for its hour."""
    UnsavedText.objects.filter(kept_until__lte=timezone.now()).delete()


def _writer(signed: str, enquiry_key: uuid.UUID) -> "AbstractUser | None":
    try:
        user_key, about = signing.loads(signed, salt=SALT, max_age=FORM_AGE)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if about != str(enquiry_key):
        return None
    return get_user_model().objects.filter(pk=user_key, is_active=True).first()
