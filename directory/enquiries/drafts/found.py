"""Finding the draft that a browser holds."""

import uuid

from django.http import HttpRequest
from django.utils import timezone

from directory.enquiries.models import Draft
from directory.enquiries.models.draft import DraftQuerySet

from .cookie import holder_digest, read_holder


def find_by_number(request: HttpRequest, number: int) -> Draft | None:
    """The draft of this browser with the number of the address."""
    return _held(request).filter(number=number).first() if read_holder(request) else None


def find_by_id(request: HttpRequest, draft_id: uuid.UUID | None) -> Draft | None:
    """The draft a form belongs to, when this browser holds it."""
    return _held(request).filter(pk=draft_id).first() if draft_id and read_holder(request) else None


def drafts_held(request: HttpRequest) -> list[Draft]:
    """Every draft of this browser, the newest first."""
    return list(_held(request).order_by("-begun_at").defer("sealed_state")) if read_holder(request) else []


def _held(request: HttpRequest) -> DraftQuerySet:
    return Draft.objects.held_by(holder_digest(read_holder(request)), timezone.now())
