"""Form, receipt and what happens between them."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from directory.enquiries.content.references import ALPHABET, code_fits, code_of, new_reference, tidy_reference
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from directory.enquiries.reply_times.working_days import reply_due, working_day_after
from tests.factories.enquiries import SEND, answer, fill, posted, press_send, start, state_of
from tests.factories.enquiries import send as send_all

pytestmark = pytest.mark.django_db
NEW, RECEIPT = "/enquiries/new/", "/enquiries/receipt/"


def send(client: Client, **changes: object) -> Enquiry:
    response = send_all(client, **changes)
    assert response.status_code == 303, response.content.decode()
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


def test_the_receipt_shows_the_code_that_looks_it_up(client: Client) -> None:
    enquiry = send(client)
    page = client.get(RECEIPT).content.decode()
    assert code_of(enquiry.token) in page
    assert code_fits(enquiry.reference, code_of(enquiry.token), enquiry.code_digest)


def test_over_https_cookies_are_for_https_only(client: Client) -> None:
    begun = client.post("/enquiries/answer/", {"state": state_of(start(client)), "sender_kind": "person"}, secure=True)
    assert begun.cookies["__Secure-enquiry_drafts"]["secure"]
    assert begun.cookies["__Secure-enquiry_drafts"]["httponly"]


def test_the_receipt_cookie_is_kept_to_the_receipt(client: Client) -> None:
    response = send_all(client)
    cookie = response.cookies["enquiry_receipt"]
    assert cookie["path"] == RECEIPT
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 3600
    assert not cookie["secure"]


@pytest.mark.parametrize("address", [NEW, RECEIPT])
def test_no_response_is_stored_or_indexed(client: Client, address: str) -> None:
    for response in (client.get(address), client.post(address, {}), client.put(address), client.post(SEND, {})):
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert response.headers["Referrer-Policy"] == "same-origin"
    for page in (start(client), fill(client)):
        assert page.headers["Cache-Control"] == "no-store"
    sent = send_all(client)
    assert sent.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("address", [NEW, RECEIPT])
def test_public_pages_have_no_inline_code_and_ask_nobody_else(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "style=" not in page
    assert "<style" not in page
    assert "onclick" not in page
    assert 'src="http' not in page


def test_the_same_form_sent_twice_is_one_enquiry(client: Client) -> None:
    page = fill(client)
    first, second = press_send(client, page), press_send(client, page)
    assert (first.status_code, second.status_code) == (303, 303)
    assert Enquiry.objects.count() == 1
    assert OutboxMessage.objects.count() == 2
    assert AuditEvent.objects.count() == 1


def test_answers_changed_after_sending_are_neither_dropped_nor_doubled(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the process died between saving the enquiry and deleting its draft."""
    page = fill(client)
    with monkeypatch.context() as patch:
        patch.setattr("directory.enquiries.steps.sending.end_drafts", lambda **options: 0)
        kept = client.cookies["enquiry_drafts"].value
        press_send(client, page)
    client.cookies["enquiry_drafts"] = kept
    reference = Enquiry.objects.get().reference
    changed = answer(client, client.get("/enquiries/1/q5/"), posted(words="And now this."))
    assert "Check your answers" in changed.content.decode()
    again = press_send(client, changed)
    shown = again.content.decode()
    assert again.status_code == 409
    assert reference in shown
    assert "And now this." in shown
    assert Enquiry.objects.count() == 1
    assert press_send(client, again).status_code == 303
    assert Enquiry.objects.count() == 2


def test_a_page_of_older_answers_sends_nothing_after_the_draft_was_sent(client: Client) -> None:
    old = fill(client)
    newer = answer(client, client.get("/enquiries/1/q5/"), posted(words="And now this."))
    assert press_send(client, newer).status_code == 303
    refused = press_send(client, old)
    assert refused.status_code == 409
    assert Enquiry.objects.get().reference in refused.content.decode()
    assert Enquiry.objects.count() == 1


def test_answers_changed_in_another_tab_are_shown_before_they_are_sent(client: Client) -> None:
    old = fill(client)
    answer(client, client.get("/enquiries/1/q5/"), posted(words="And now this."))
    asked = press_send(client, old)
    assert asked.status_code == 409
    assert "And now this." in asked.content.decode()
    assert not Enquiry.objects.exists()
    assert press_send(client, asked).status_code == 303


def test_a_post_without_a_csrf_token_is_refused(client: Client) -> None:
    page = fill(client)
    guarded = Client(enforce_csrf_checks=True)
    guarded.cookies = client.cookies
    assert guarded.post(SEND, {"state": state_of(page)}).status_code == 403
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
