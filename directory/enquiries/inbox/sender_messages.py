"""What the sender wrote later, and telling them how it stands."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from directory.enquiries import actions
from directory.enquiries.actions import OpenedEnquiry
from directory.enquiries.models import SenderMessage
from directory.enquiries.privacy.private_views import Unprinted

from .changes import ChangeView, is_number


@dataclass(frozen=True, slots=True, repr=False)
class OpenedMessage:
    """A message, decrypted. `is_late`: it is promised an answer by now and has none."""

    row: SenderMessage
    text: str
    is_late: bool

    @property
    def can_be_acknowledged(self) -> bool:
        """A complaint is acknowledged before it is looked into."""
        is_open = self.row.handled_at is None and self.row.acknowledged_at is None
        return is_open and self.row.kind == SenderMessage.Kind.COMPLAINT


@sensitive_variables()
def open_messages(opened: OpenedEnquiry) -> list[OpenedMessage]:
    """What the sender wrote, oldest first. The view of the enquiry is on the record."""
    key, now = opened.enquiry.data_key, timezone.now()
    rows = opened.enquiry.sender_messages.select_related("handled_by")
    return [
        OpenedMessage(
            row,
            Unprinted(key.open(row.sealed_text)) if row.sealed_text else "",
            not row.handled_at and row.due_at < now,
        )
        for row in rows
    ]


class MessageView(ChangeView):
    """Says what became of one message. A second press changes nothing."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        number = request.POST.get("message", "")
        found = self.enquiry.sender_messages.filter(pk=int(number)) if is_number(number) else ()
        for message in found:
            self.settle(message)
        return None

    def settle(self, message: SenderMessage) -> None:
        raise NotImplementedError


class AcknowledgeView(MessageView):
    """The sender has been told that somebody has it."""

    def settle(self, message: SenderMessage) -> None:
        if actions.acknowledge_message(message=message, by=self.request.user):
            messages.success(self.request, _("Acknowledged. The sender sees it on their page."))


class HandleView(MessageView):
    """It was dealt with."""

    def settle(self, message: SenderMessage) -> None:
        if actions.handle_message(message=message, by=self.request.user):
            messages.success(self.request, _("Done. The sender sees it on their page."))


class SenderToldView(ChangeView):
    """Somebody told the sender how it stands."""

    def change(self, request: HttpRequest) -> HttpResponse | None:
        actions.note_sender_told(enquiry=self.enquiry, by=request.user)
        messages.success(
            request,
            _("The sender of %(reference)s has been told. They hear again in 30 days.")
            % {"reference": self.enquiry.reference},
        )
        return None
