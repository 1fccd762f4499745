"""Who did what with one enquiry, on paper, for whoever sent it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.models import AuditEvent, Enquiry
from directory.enquiries.storage.access_log import record_event

from .pages import LeadsPage

NAMED, BY_ROLE = "names", "roles"
# How leads look after the log is no use of the enquiry.
LEFT_OUT = (AuditEvent.Action.LOG_READ, AuditEvent.Action.STATEMENT_MADE)
WORDS = {
    AuditEvent.Action.RECEIVED: lazy("Sent it"),
    AuditEvent.Action.OPENED: lazy("Opened and read it"),
    AuditEvent.Action.CLAIMED: lazy("Took it on"),
    AuditEvent.Action.RELEASED: lazy("Put it back, for a colleague"),
    AuditEvent.Action.NOTED: lazy("Wrote a note for colleagues"),
    AuditEvent.Action.CLOSED: lazy("Closed it"),
    AuditEvent.Action.ANONYMISED: lazy("Deleted names and words"),
}


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One thing that was done."""

    at: datetime
    who: str
    what: str


class StatementView(LeadsPage):
    """Staff are named by their role, unless the lead has ticked that names are given."""

    template_name = "enquiries/access/statement.html"
    page_title = lazy("Statement")

    def get(self, request: HttpRequest, pk: object) -> HttpResponse:
        enquiry = get_object_or_404(Enquiry.objects.only("reference", "received_at"), pk=pk)
        named = request.GET.get("names") == "on"
        record_event(
            action=AuditEvent.Action.STATEMENT_MADE,
            by=request.user,
            enquiry=enquiry,
            detail=NAMED if named else BY_ROLE,
        )
        context: dict[str, Any] = {
            "enquiry": enquiry,
            "named": named,
            "lines": statement_lines(enquiry, named=named),
            "made_at": timezone.now(),
        }
        return self.show(context)


def statement_lines(enquiry: Enquiry, *, named: bool) -> list[StatementLine]:
    """What was done with an enquiry, oldest first."""
    events = AuditEvent.objects.filter(enquiry=enquiry).exclude(action__in=LEFT_OUT).order_by("pk")
    return [StatementLine(event.at, _who(event, named=named), _what(event)) for event in events]


def _who(event: AuditEvent, *, named: bool) -> str:
    """Lines of the first version do not say the role."""
    if event.actor_id is None:
        return _("Whoever sent it") if event.action == AuditEvent.Action.RECEIVED else _("This site, by itself")
    role = {"moderator": _("A moderator"), "lead": _("A lead")}.get(event.actor_role, _("A member of staff"))
    return f"{event.actor_name} ({role.removeprefix('A ')})" if named else role


def _what(event: AuditEvent) -> str:
    """An action without words of its own says its name."""
    words = WORDS.get(AuditEvent.Action(event.action)) or event.get_action_display()
    if event.action == AuditEvent.Action.CLOSED and event.detail:
        words += f": {dict(Enquiry.CloseReason.choices).get(event.detail, event.detail)}"
    return words
