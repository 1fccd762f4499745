"""Lists of enquiries for a spreadsheet, without names and words."""

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from directory.admin.spreadsheet_cells import harmless
from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.models.access import is_lead
from directory.enquiries.storage.access_log import record_event

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

EXPORT_PERMISSION = "enquiries.export_lists"
MOST_ROWS = 2_000
# What names nobody. The district is left out: with the rest it may point to somebody in a small place.
COLUMNS = (
    "reference",
    "received_at",
    "source",
    "sender_kind",
    "service_name",
    "setting",
    "needs",
    "is_urgent",
    "answer_due_at",
    "first_opened_at",
    "answered_at",
    "closed_at",
    "close_reason",
    "anonymised_at",
)


class TooManyRows(Exception):
    """More than one file should hold."""


def may_export(user: "AbstractUser") -> bool:
    """A right of its own, for leads only."""
    return is_lead(user) and user.has_perm(EXPORT_PERMISSION)


@transaction.atomic
def export_list(*, by: "AbstractUser", since: date, until: date, reason: str) -> str:
    """The text of a CSV file. Each enquiry in it has a line in the access log. Raises `TooManyRows`."""
    if not may_export(by):
        raise PermissionDenied
    found = Enquiry.objects.filter(
        received_at__date__gte=since, received_at__date__lte=until, is_practice=False
    ).without_content()
    rows = list(found.order_by("received_at", "pk")[: MOST_ROWS + 1])
    if len(rows) > MOST_ROWS:
        raise TooManyRows
    for enquiry in rows:
        record_event(enquiry=enquiry, action=AuditEvent.Action.LISTED, by=by, detail=reason)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(_cell(getattr(enquiry, name))) for name in COLUMNS] for enquiry in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(value)
    return timezone.localtime(value).strftime("%Y-%m-%d %H:%M") if hasattr(value, "astimezone") else value
