"""What a sender says later: sealed, with a clock, once, and never lost on the way."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from directory.enquiries.actions import claim_enquiry, close_enquiry
from directory.enquiries.content.references import code_of
from directory.enquiries.mail.delivery import drain_outbox
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage, SenderMessage
from directory.enquiries.retention.anonymisation import anonymise_enquiry
from directory.enquiries.status.actions import MOST_UNHANDLED, leave_message, withdraw_enquiry
from hub.models import User
from tests.directory.enquiries.privacy.test_faults import refuse_queries
from tests.factories.enquiries import make_enquiry, state_of

from .test_status import FIND, SEND, STATUS, WRITTEN, enquiry, heading, look_up, page_of, sender, write

__all__ = ["enquiry", "sender"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "days"), [("addition", 5), ("contact", 5), ("correction", 30), ("copy", 30), ("complaint", 30)]
)
def test_each_message_is_sealed_has_a_clock_and_tells_moderators(
    sender: Client, enquiry: Enquiry, kind: str, days: int, settings: Any
) -> None:
    settings.ENQUIRY_NOTIFY = ["moderators@hub.example"]
    assert write(sender, kind, WRITTEN).headers["Location"] == STATUS
    message = SenderMessage.objects.get()
    assert message.kind == kind
    assert WRITTEN not in message.sealed_text
    assert enquiry.data_key.open(message.sealed_text) == WRITTEN
    assert timedelta(0) < message.due_at - message.sent_at <= timedelta(days=days)
    if days == 30:
        assert message.due_at - message.sent_at == timedelta(days=30)
    assert enquiry.events.filter(action="sender_wrote", detail=kind).count() == 1
    drain_outbox()
    wrote = [message for message in mail.outbox if "wrote about" in message.subject]
    assert [message.to for message in wrote] == [["moderators@hub.example"]]
    assert WRITTEN not in wrote[0].body


def test_one_press_of_the_button_is_one_message(sender: Client, enquiry: Enquiry) -> None:
    data = {"state": state_of(sender.get(f"{STATUS}addition/")), "text": "Twice"}
    assert {sender.post(SEND, data).status_code for _ in range(3)} == {303}
    assert SenderMessage.objects.count() == 1
    assert OutboxMessage.objects.filter(kind="wrote").count() == 1


@pytest.mark.parametrize(("kind", "text"), [("addition", ""), ("addition", "x" * 3001), ("complaint", " \n ")])
def test_a_message_that_says_nothing_or_too_much_comes_back(sender: Client, kind: str, text: str) -> None:
    response = write(sender, kind, text)
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()
    assert text.strip() in response.content.decode()
    assert not SenderMessage.objects.exists()


def test_a_message_typed_while_the_page_locked_itself_is_not_lost(sender: Client, enquiry: Enquiry) -> None:
    data = {"state": state_of(sender.get(f"{STATUS}addition/")), "text": "Typed for an hour"}
    sender.cookies.clear()
    response = sender.post(SEND, data)
    assert "Typed for an hour" in response.content.decode()
    assert "was locked" in response.content.decode()
    wrong = {"reference": enquiry.reference, "code": "4K7M2-XQD9W-7RAC"}
    assert "Typed for an hour" in sender.post(SEND, {**data, **wrong}).content.decode()
    right = {"reference": enquiry.reference, "code": code_of(enquiry.token)}
    assert sender.post(SEND, {**data, **right}).status_code == 303
    assert SenderMessage.objects.count() == 1


def test_a_message_while_the_database_is_down_is_not_lost(sender: Client) -> None:
    data = {"state": state_of(sender.get(f"{STATUS}addition/")), "text": "Typed in vain"}
    with connection.execute_wrapper(refuse_queries):
        response = sender.post(SEND, data)
        assert sender.get(STATUS).status_code == 503
        assert sender.get(f"{STATUS}addition/").status_code == 503
        assert sender.post(FIND, {"reference": "PSH-2222-2222", "code": "x"}).status_code == 503
    assert response.status_code == 503
    assert "Typed in vain" in response.content.decode()
    assert sender.post(SEND, data).status_code == 303


def test_more_messages_than_anyone_reads_wait_but_a_withdrawal_never(sender: Client, enquiry: Enquiry) -> None:
    for _ in range(MOST_UNHANDLED):
        leave_message(enquiry=enquiry, kind="addition", text="x", token=uuid.uuid4())
    refused = write(sender, "addition", "One more")
    assert refused.status_code == 429
    assert "One more" in refused.content.decode()
    assert write(sender, "withdrawal", "").status_code == 303
    enquiry.refresh_from_db()
    assert enquiry.withdrawn_at


def test_withdrawing_tells_moderators_once(sender: Client, enquiry: Enquiry) -> None:
    assert write(sender, "withdrawal", "").status_code == 303
    assert write(sender, "withdrawal", "Again").status_code == 303
    enquiry.refresh_from_db()
    assert enquiry.withdrawn_at
    assert enquiry.closed_at is None, "a moderator closes it"
    assert enquiry.events.filter(action="withdrawn").count() == 1
    assert OutboxMessage.objects.filter(kind="wrote").count() == 1
    page = page_of(sender)
    assert heading(page) == "Withdrawn"
    assert "Add something" not in page
    assert "Complain" in page


@pytest.mark.django_db(transaction=True)
def test_withdrawing_at_once_has_one_winner() -> None:
    enquiry = make_enquiry()

    def run(_: int) -> bool:
        try:
            return withdraw_enquiry(enquiry=enquiry, text="", token=uuid.uuid4())
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        won = list(pool.map(run, range(6)))
    assert won.count(True) == 1
    assert AuditEvent.objects.filter(action="withdrawn").count() == 1
    assert SenderMessage.objects.count() == 1


def test_deleting_names_and_words_deletes_what_the_sender_wrote(
    sender: Client, enquiry: Enquiry, moderator: User
) -> None:
    write(sender, "addition", WRITTEN)
    claim_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason="moved")
    assert anonymise_enquiry(pk=enquiry.pk)
    assert not SenderMessage.objects.exists()
    assert look_up(Client(), enquiry).status_code == 200
