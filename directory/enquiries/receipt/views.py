"""The receipt: the reference and what happens next, for the browser that sent an enquiry and for an hour."""

import json
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from directory.enquiries.content.answers import SenderKind
from directory.enquiries.models import Enquiry, OutboxMessage
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import private_view
from directory.enquiries.reply_times.nations import main_nation
from directory.enquiries.reply_times.working_days import (
    REPLY_WORKING_DAYS,
    SERVICE_REPLY_WORKING_DAYS,
    working_day_after,
)
from directory.enquiries.urgent_help.reasons import UrgentReason
from directory.enquiries.urgent_help.stops import Concern
from directory.navigation.personal_cookies import FACTS, RECEIPT, delete_cookies

SALT = "directory.enquiries.receipt"
AGE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """What the cookie keeps: which enquiry, and what to do about it now."""

    enquiry_id: uuid.UUID
    concern: Concern

    @classmethod
    def of(cls, enquiry: Enquiry, reasons: tuple[UrgentReason, ...]) -> "Receipt":
        """The receipt of an enquiry that was just sent."""
        is_own = enquiry.sender_kind == SenderKind.PERSON
        return cls(enquiry.pk, Concern(reasons, main_nation(enquiry.postcode_district), is_own))

    def seal(self) -> str:
        """Encrypted for the cookie. Of one length, which says nothing about the reasons either."""
        bits = sum(1 << place for place, reason in enumerate(UrgentReason) if reason in self.concern.reasons)
        fields = (self.enquiry_id.hex, f"{bits:08x}", self.concern.nation, f"{self.concern.is_own:d}")
        return _key_ring().encrypt(json.dumps(fields).encode()).decode()

    @classmethod
    def open(cls, sealed: str) -> "Receipt | None":
        """What `seal` made in the last hour; None for anything else."""
        try:
            enquiry_id, bits, nation, is_own = json.loads(
                _key_ring().decrypt(sealed.encode(), ttl=int(AGE.total_seconds()))
            )
        except (InvalidToken, ValueError):
            return None
        reasons = tuple(reason for place, reason in enumerate(UrgentReason) if int(bits, 16) >> place & 1)
        return cls(uuid.UUID(enquiry_id), Concern(reasons, nation, is_own == "1"))

    @property
    def departure(self) -> str:
        """An id for the page, the same at every reload, that leads to nothing."""
        return salted_hmac(SALT, self.enquiry_id.hex).hexdigest()[:16]


@private_view
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show the receipt. 404 for a browser that has none."""
    kept = Receipt.open(request.COOKIES.get(RECEIPT.name, ""))
    if kept is None:
        return render(request, "enquiries/receipt_gone.html", status=404)
    urgent = {"departure": kept.departure, "stops": kept.concern.stops if kept.concern.reasons else ()}
    try:
        enquiry = Enquiry.objects.without_content().get(pk=kept.enquiry_id)
        emails_reference = enquiry.outbox.filter(kind=OutboxMessage.Kind.RECEIPT).exists()
    except Enquiry.DoesNotExist:
        return render(request, "enquiries/receipt_gone.html", status=404)
    except DatabaseError as error:
        log_failure("A receipt could not be shown", error)
        return render_without_database(request, "enquiries/receipt_later.html", urgent, 503)
    received = timezone.localdate(enquiry.received_at)
    context = {
        **urgent,
        "enquiry": enquiry,
        "emails_reference": emails_reference,
        "read_by": working_day_after(received, REPLY_WORKING_DAYS, enquiry.postcode_district),
        "answer_by": working_day_after(received, SERVICE_REPLY_WORKING_DAYS, enquiry.postcode_district),
    }
    return render(request, "enquiries/receipt.html", context)


def receipt_redirect(request: HttpRequest, enquiry: Enquiry, reasons: tuple[UrgentReason, ...]) -> HttpResponse:
    """On to the receipt. Who may see it is in a cookie: an address would stay in the history of a shared machine."""
    response = HttpResponse(status=303, headers={"Location": reverse("enquiries:receipt")})
    response.set_cookie(
        RECEIPT.name,
        Receipt.of(enquiry, reasons).seal(),
        max_age=AGE,
        path=RECEIPT.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    delete_cookies(response, FACTS)
    return response


def _key_ring() -> MultiFernet:
    secrets: Sequence[str] = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in secrets)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
