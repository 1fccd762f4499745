"""Form, receipt and what happens between them."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from directory.enquiries.content.references import ALPHABET, new_reference, tidy_reference
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from directory.enquiries.reply_times.working_days import reply_due, working_day_after
from tests.factories.enquiries import posted

pytestmark = pytest.mark.django_db
NEW, RECEIPT = "/enquiries/new/", "/enquiries/receipt/"


def send(client: Client, **changes: object) -> Enquiry:
    response = client.post(NEW, posted(**changes))
    assert response.status_code == 303, response.context["form"].errors
    assert response.headers["Location"] == RECEIPT
    return Enquiry.objects.latest("received_at")


def test_sending_saves_everything_at_once_and_shows_the_reference(client: Client) -> None:
    enquiry = send(client)
    page = client.get(RECEIPT)
    assert page.status_code == 200
    assert enquiry.reference in page.content.decode()
    assert [event.action for event in AuditEvent.objects.all()] == ["received"]
    assert set(OutboxMessage.objects.values_list("kind", flat=True)) == {"notice", "receipt"}


def test_the_receipt_survives_a_reload_and_shows_nothing_of_the_person(client: Client) -> None:
    send(client)
    client.get(RECEIPT)
    page = client.get(RECEIPT).content.decode()
    assert "We have your enquiry" in page
    for typed in ("R.M.", "council.example", "0141 496 0100 ", "five times"):
        assert typed not in page


def test_another_browser_sees_no_receipt(client: Client) -> None:
    enquiry = send(client)
    other = Client().get(RECEIPT)
    assert other.status_code == 404
    assert enquiry.reference not in other.content.decode()


def test_a_forged_or_old_receipt_cookie_shows_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = send(client)
    forged = Client()
    forged.cookies["enquiry_receipt"] = str(enquiry.pk)
    assert forged.get(RECEIPT).status_code == 404
    later = timezone.now().timestamp() + timedelta(hours=1, seconds=5).total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert client.get(RECEIPT).status_code == 404


def test_the_receipt_cookie_is_kept_to_the_receipt(client: Client) -> None:
    response = client.post(NEW, posted())
    cookie = response.cookies["enquiry_receipt"]
    assert cookie["path"] == RECEIPT
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 3600
    assert not cookie["secure"]
    assert client.post(NEW, posted(), secure=True).cookies["enquiry_receipt"]["secure"]


@pytest.mark.parametrize("address", [NEW, RECEIPT])
def test_no_response_is_stored_or_indexed(client: Client, address: str) -> None:
    for response in (client.get(address), client.post(address, {}), client.put(address)):
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "same-origin"
    sent = client.post(NEW, posted())
    assert sent.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", [NEW, RECEIPT])
def test_public_pages_have_no_inline_code_and_ask_nobody_else(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "style=" not in page
    assert "<style" not in page
    assert "onclick" not in page
    assert 'src="http' not in page


def test_the_same_form_sent_twice_is_one_enquiry(client: Client) -> None:
    data = posted()
    first, second = client.post(NEW, data), client.post(NEW, data)
    assert (first.status_code, second.status_code) == (303, 303)
    assert Enquiry.objects.count() == 1
    assert OutboxMessage.objects.count() == 2
    assert AuditEvent.objects.count() == 1


def test_a_form_changed_after_sending_is_neither_dropped_nor_doubled(client: Client) -> None:
    data = posted()
    client.post(NEW, data)
    reference = Enquiry.objects.get().reference
    changed = client.post(NEW, {**data, "words": "And now this."})
    page = changed.content.decode()
    assert changed.status_code == 409
    assert reference in page
    assert "And now this." in page
    assert Enquiry.objects.count() == 1
    assert client.post(NEW, posted(changed.context["state"], words="And now this.")).status_code == 303
    assert Enquiry.objects.count() == 2


def test_a_post_without_a_csrf_token_is_refused(client: Client) -> None:
    assert Client(enforce_csrf_checks=True).post(NEW, posted()).status_code == 403
    assert Enquiry.objects.count() == 0


def test_no_mail_to_the_sender_unless_asked_for(client: Client) -> None:
    send(client, email_reference=None)
    assert OutboxMessage.objects.get().kind == "notice"
    assert "We email the reference" not in client.get(RECEIPT).content.decode()


def test_working_days_skip_the_weekend() -> None:
    friday = date(2026, 11, 20)
    assert working_day_after(friday, 1) == date(2026, 11, 23)
    assert working_day_after(date(2026, 11, 21), 1) == date(2026, 11, 23)
    assert working_day_after(friday, 4) == date(2026, 11, 26)
    received = timezone.make_aware(datetime(2026, 11, 20, 23, 59))
    assert timezone.localtime(reply_due(received)).isoformat() == "2026-11-23T17:00:00+00:00"
    summer = timezone.make_aware(datetime(2026, 7, 1, 9, 0))
    assert timezone.localtime(reply_due(summer)).hour == 17


def test_references_are_readable_and_forgiving() -> None:
    references = {new_reference() for _ in range(500)}
    assert len(references) == 500
    assert all(set(reference.replace("PSH-", "").replace("-", "")) <= set(ALPHABET) for reference in references)
    assert tidy_reference(" psh 4k7m2xqd ") == "PSH-4K7M-2XQD"
    assert tidy_reference("4k7m-2xqd") == "PSH-4K7M-2XQD"
    assert tidy_reference("PSH-4K7M") == tidy_reference("x" * 9999) == tidy_reference("\x00") == ""
