"""What looks like a machine's is set aside and not lost, whoever sent it."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from directory.enquiries.models import Draft, Enquiry, OutboxMessage, RepeatedText
from tests.factories.enquiries import answer, fill, posted, press_send, send

pytestmark = pytest.mark.django_db
RECEIPT = "/enquiries/receipt/"
WORDS = "The same words again and again, as machines send them."


def test_an_ordinary_enquiry_is_not_set_aside(client: Client) -> None:
    send(client)
    assert Enquiry.objects.get().quarantined_at is None


def test_the_field_that_people_do_not_see_sets_it_aside_with_the_same_receipt(client: Client) -> None:
    page = fill(client)
    sent = press_send(client, page, website="https://buy.example")
    assert sent.headers["Location"] == RECEIPT
    enquiry = Enquiry.objects.get()
    assert enquiry.quarantined_at == enquiry.received_at
    shown = client.get(RECEIPT).content.decode()
    assert enquiry.reference in shown
    assert "quarantine" not in shown
    assert enquiry.unseal_answers().words == "Has moved five times this year.", "nothing is lost"


def test_the_field_counts_on_any_page(client: Client) -> None:
    fill(client)
    page = answer(client, client.get("/enquiries/1/q5/"), posted(), website="x")
    press_send(client, page)
    assert Enquiry.objects.get().quarantined_at


def test_people_and_keyboards_do_not_meet_the_field(client: Client) -> None:
    html = fill(client).content.decode()
    field = html[html.index('class="hub-trap"') :][:300]
    assert 'aria-hidden="true"' in field
    assert 'tabindex="-1"' in field
    assert 'autocomplete="off"' in field


def test_all_pages_in_a_moment_set_it_aside(client: Client, settings: Any) -> None:
    settings.ENQUIRY_FASTEST_SECONDS = 8
    page = fill(client)
    Draft.objects.update(begun_at=timezone.now() - timedelta(seconds=9))
    press_send(client, page)
    send(client)
    assert Enquiry.objects.filter(quarantined_at=None).count() == 1
    assert Enquiry.objects.exclude(quarantined_at=None).count() == 1


@pytest.mark.parametrize(
    ("words", "is_aside"),
    [("See https://council.example/plan and www.other.example", False), ("http://a http://b www.c [url=d]", True)],
)
def test_many_links_set_it_aside_and_two_do_not(client: Client, words: str, is_aside: bool) -> None:
    send(client, words=words)
    assert bool(Enquiry.objects.get().quarantined_at) == is_aside


def test_the_fourth_of_equal_texts_is_set_aside_and_the_text_is_not_kept() -> None:
    for _ in range(4):
        send(Client(), words=WORDS.upper() if _ % 2 else WORDS)
    assert Enquiry.objects.exclude(quarantined_at=None).count() == 1
    kept = " ".join(str(value) for row in RepeatedText.objects.values() for value in row.values())
    assert "machines" not in kept
    RepeatedText.objects.update(at=timezone.now() - timedelta(days=2))
    call_command("sweep_drafts", verbosity=0)
    assert not RepeatedText.objects.exists()


def test_trying_again_after_a_fault_is_no_repetition(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = fill(client, words=WORDS)
    with monkeypatch.context() as patch:
        patch.setattr("directory.enquiries.actions.receiving.record_event", lambda **options: 1 / 0)
        client.raise_request_exception = False
        for _ in range(6):
            assert press_send(client, page).status_code == 500
    assert press_send(client, page).status_code == 303
    assert Enquiry.objects.get().quarantined_at is None


def test_one_mailbox_gets_one_mail_and_the_receipt_promises_no_other() -> None:
    last = Client()
    for number in range(3):
        last = Client()
        send(last, words=f"Enquiry number {number}")
    assert OutboxMessage.objects.filter(kind="receipt").count() == 1
    assert "We email the reference" not in last.get(RECEIPT).content.decode()
    send(Client(), sender_email="another@council.example", words="For another mailbox")
    assert OutboxMessage.objects.filter(kind="receipt").count() == 2


def test_a_mailbox_that_many_enquiries_name_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.enquiries.robots.judgement.MOST_IN_A_MAILBOX", 2)
    for number in range(3):
        send(Client(), words=f"Enquiry number {number}")
    assert Enquiry.objects.exclude(quarantined_at=None).count() == 1


def test_a_full_quarantine_refuses_machines_keeps_their_text_and_nobody_elses_enquiry(
    client: Client, settings: Any
) -> None:
    settings.ENQUIRY_QUARANTINE_MOST = 1
    press_send(client, fill(client), website="x")
    refused = press_send(client, fill(client, words="Kept for later"), website="x")
    assert refused.status_code == 429
    assert "Nothing has been sent" in refused.content.decode()
    assert "hank you" not in refused.content.decode()
    assert "enquiry_receipt" not in refused.cookies
    assert "Kept for later" in client.get("/enquiries/1/check/").content.decode()
    assert send(Client(), words="A person").status_code == 303
    urgent = press_send(client, fill(Client(), age="15"), website="x")
    assert urgent.status_code in (303, 200, 404)
    person = Client()
    page = press_send(person, fill(person, age="15"), website="x")
    assert press_send(person, page, website="x").status_code == 303, "never one that cannot wait"


def test_a_flood_from_one_address_keeps_nobody_out_and_mails_moderators_once() -> None:
    for number in range(12):
        robot = Client(REMOTE_ADDR="192.0.2.7")
        press_send(robot, fill(robot, sender_email=f"{uuid.uuid4().hex}@spam.example"), website=f"x{number}")
    for number in range(3):
        person = Client(REMOTE_ADDR="192.0.2.7")
        assert send(person, words=f"A person, number {number}").status_code == 303
    assert Enquiry.objects.exclude(quarantined_at=None).count() == 12
    assert Enquiry.objects.filter(quarantined_at=None).count() == 3
    assert OutboxMessage.objects.filter(kind="notice").count() == 4
