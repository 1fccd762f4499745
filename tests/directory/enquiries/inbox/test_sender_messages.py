"""What the sender wrote later: on the page, in a queue, and settled once."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from directory.enquiries import actions
from directory.enquiries.actions import Attempt, StaleForm, claim_enquiry, close_enquiry
from directory.enquiries.models import Enquiry, SenderMessage
from directory.enquiries.models.querysets import TOLD_WITHIN
from directory.enquiries.status.actions import leave_message, withdraw_enquiry
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
Kind = SenderMessage.Kind


def message(enquiry: Enquiry, kind: str = Kind.ADDITION, text: str = "A new number") -> SenderMessage:
    return leave_message(enquiry=enquiry, kind=kind, text=text, token=uuid.uuid4())


def queue(inbox: Client) -> list[str]:
    """The references in the queue of senders who wait."""
    rows = inbox.get("/admin/enquiries/?tab=sender").context["listing"].rows
    return [row.enquiry.reference for row in rows]


def test_a_message_stands_on_the_page_and_in_a_queue_until_somebody_dealt_with_it(
    inbox: Client, moderator: User
) -> None:
    enquiry = make_enquiry()
    assert enquiry.reference not in queue(inbox)
    written = message(enquiry)
    page = f"/admin/enquiries/{enquiry.pk}/"
    assert "A new number" in inbox.get(page).content.decode()
    assert "A new number" not in inbox.get("/admin/enquiries/?tab=sender").content.decode()
    assert enquiry.reference in queue(inbox)
    for _ in range(2):
        assert inbox.post(f"{page}message-done/", {"message": written.pk}).status_code == 302
    written.refresh_from_db()
    assert written.handled_by == moderator
    assert enquiry.events.filter(action="message_done").count() == 1
    assert enquiry.reference not in queue(inbox)
    assert "Dealt with by Sam Okafor" in inbox.get(page).content.decode()


def test_a_complaint_is_acknowledged_first(inbox: Client) -> None:
    enquiry = make_enquiry()
    complaint, page = message(enquiry, Kind.COMPLAINT), f"/admin/enquiries/{enquiry.pk}/"
    assert "I have acknowledged it" in inbox.get(page).content.decode()
    inbox.post(f"{page}message-read/", {"message": complaint.pk})
    complaint.refresh_from_db()
    assert complaint.acknowledged_at is not None
    assert complaint.handled_at is None
    assert "I have acknowledged it" not in inbox.get(page).content.decode()
    assert enquiry.reference in queue(inbox)


def test_a_complaint_after_the_end_is_in_the_queue(inbox: Client, moderator: User) -> None:
    enquiry = claim_enquiry(enquiry=make_enquiry(), by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
    message(enquiry, Kind.COMPLAINT)
    assert enquiry.reference in queue(inbox)


@pytest.mark.parametrize("number", ["", "x", "-1", "99999999999999999999"])
def test_a_message_that_does_not_exist_changes_nothing(inbox: Client, number: str) -> None:
    enquiry = make_enquiry()
    assert inbox.post(f"/admin/enquiries/{enquiry.pk}/message-done/", {"message": number}).status_code == 302
    assert enquiry.events.count() == 1


def test_a_message_of_another_enquiry_is_not_settled(inbox: Client) -> None:
    enquiry, written = make_enquiry(), message(make_enquiry())
    inbox.post(f"/admin/enquiries/{enquiry.pk}/message-done/", {"message": written.pk})
    assert SenderMessage.objects.unhandled().get() == written


def test_nobody_else_settles_a_message() -> None:
    enquiry = make_enquiry()
    written, editor = message(enquiry), make_user(roles.EDITORS)
    for act in (actions.handle_message, actions.acknowledge_message):
        with pytest.raises(PermissionDenied):
            act(message=written, by=editor)
    with pytest.raises(PermissionDenied):
        actions.note_sender_told(enquiry=enquiry, by=editor)


def test_what_was_withdrawn_is_closed_by_one_press_whoever_has_it(
    inbox: Client, moderator: User, colleague: User
) -> None:
    enquiry = claim_enquiry(enquiry=make_enquiry(), by=colleague)
    withdraw_enquiry(enquiry=enquiry, text="No longer needed", token=uuid.uuid4())
    page = f"/admin/enquiries/{enquiry.pk}/"
    shown = inbox.get(page).content.decode()
    assert "The sender withdrew it" in shown
    assert "No longer needed" in shown
    enquiry.refresh_from_db()
    assert inbox.post(f"{page}close-withdrawn/", {"version": enquiry.version}).status_code == 302
    enquiry.refresh_from_db()
    assert (enquiry.close_reason, enquiry.closed_by) == ("withdrawn", moderator)
    assert not SenderMessage.objects.unhandled().exists()
    assert enquiry.reference not in queue(inbox)
    assert inbox.post(f"{page}close-withdrawn/").status_code == 409


def test_what_was_not_withdrawn_is_not_closed_so(inbox: Client) -> None:
    enquiry = make_enquiry()
    assert inbox.post(f"/admin/enquiries/{enquiry.pk}/close-withdrawn/").status_code == 409
    enquiry.refresh_from_db()
    assert enquiry.closed_at is None


def test_whoever_withdrew_it_waits_for_no_answer() -> None:
    enquiry, now = make_enquiry(), timezone.now()
    Enquiry.objects.update(answer_due_at=now - timedelta(days=1), is_urgent=True)
    assert Enquiry.objects.overdue(now).exists()
    withdraw_enquiry(enquiry=enquiry, text="", token=uuid.uuid4())
    assert not Enquiry.objects.overdue(now).exists()
    assert not Enquiry.objects.urgent().exists()
    assert Enquiry.objects.open().exists(), "somebody has to close it"


def test_a_form_made_before_the_sender_wrote_is_stale(moderator: User) -> None:
    enquiry = make_enquiry()
    message(enquiry)
    with pytest.raises(StaleForm):
        actions.add_note(enquiry=enquiry, by=moderator, text="Asked the service", version=enquiry.version)


def test_thirty_days_of_silence_are_a_task(inbox: Client, moderator: User) -> None:
    enquiry, page = make_enquiry(), "/admin/enquiries/{}/"
    Enquiry.objects.update(received_at=timezone.now() - TOLD_WITHIN)
    page = page.format(enquiry.pk)
    assert enquiry.reference in queue(inbox)
    assert "has not heard from us for 30 days" in inbox.get(page).content.decode()
    inbox.post(f"{page}sender-told/")
    assert enquiry.reference not in queue(inbox)
    assert "has not heard from us for 30 days" not in inbox.get(page).content.decode()
    assert enquiry.events.filter(action="sender_told", actor_id=moderator.pk).count() == 1


@pytest.mark.parametrize(("result", "is_told"), [("reached", True), ("message", True), ("no_answer", False)])
def test_a_contact_that_reached_the_sender_tells_them(moderator: User, result: str, is_told: bool) -> None:
    enquiry, now = make_enquiry(), timezone.now()
    Enquiry.objects.update(received_at=now - TOLD_WITHIN)
    actions.record_attempt(enquiry=enquiry, by=moderator, attempt=Attempt("sender", "phone", result))
    assert Enquiry.objects.sender_to_be_told(now).exists() is not is_told


def test_a_merged_or_quarantined_one_is_no_such_task(moderator: User) -> None:
    make_enquiry()
    now = timezone.now()
    Enquiry.objects.update(received_at=now - TOLD_WITHIN, quarantined_at=now)
    assert not Enquiry.objects.sender_waits(now).exists()
