"""The receipt: the reference and what happens next."""

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.enquiries.content.references import code_of
from directory.enquiries.models import Enquiry, OutboxMessage
from directory.enquiries.privacy.database_failures import log_failure, render_without_database
from directory.enquiries.privacy.private_views import Unprinted, private_view
from directory.enquiries.reply_times.wording import day_words, moment_words
from directory.enquiries.reply_times.working_days import (
    REPLY_WORKING_DAYS,
    SERVICE_REPLY_WORKING_DAYS,
    working_day_after,
)
from directory.enquiries.urgent_help.reasons import UrgentReason
from directory.navigation.personal_cookies import FACTS, RECEIPT, delete_cookies

from .cookie import AGE, Receipt


@private_view
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show the receipt. 404 for a browser that has none."""
    opened = Receipt.open(request.COOKIES.get(RECEIPT.name, ""))
    if opened is None:
        return render(request, "enquiries/receipt_gone.html", status=404)
    urgent = {"departure": opened.departure, "stops": opened.concern.stops if opened.concern.reasons else ()}
    try:
        enquiry = Enquiry.objects.without_content().get(pk=opened.enquiry_id)
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
        "read_by": _read_by(enquiry),
        "code": Unprinted(code_of(enquiry.token)) if enquiry.code_digest else "",
        "answer_by": working_day_after(received, SERVICE_REPLY_WORKING_DAYS, enquiry.postcode_district),
    }
    return render(request, "enquiries/receipt.html", context)


def _read_by(enquiry: Enquiry) -> str:
    """By when a moderator has read it: a moment for an urgent one, else a day."""
    if enquiry.is_urgent and enquiry.answer_due_at:
        return moment_words(enquiry.answer_due_at, timezone.now())
    received = timezone.localdate(enquiry.received_at)
    return day_words(working_day_after(received, REPLY_WORKING_DAYS, enquiry.postcode_district))


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
