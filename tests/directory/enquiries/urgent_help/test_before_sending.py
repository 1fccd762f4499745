"""What cannot wait is said once before sending, blocks nothing and loses nothing."""

import base64
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from directory.enquiries.models import Draft, Enquiry
from directory.enquiries.reply_times.wording import moment_words
from tests.directory.enquiries.privacy.test_faults import refuse_queries
from tests.factories.enquiries import answer, fill, posted, press_send, send, start, state_of

pytestmark = pytest.mark.django_db
NEW, RECEIPT = "/enquiries/new/", "/enquiries/receipt/"
HEADING = "Some of this cannot wait for an enquiry"
TRIGGERS: list[tuple[dict[str, Any], str, str]] = [
    ({"consent_basis": "serious_harm"}, "someone could be seriously harmed", "Find the council"),
    ({"age": "15"}, "they are 15", "0808 800 5000"),
    ({"setting": "police-custody"}, "they are in police custody now", "custody sergeant or the custody nurse"),
]
DISTRESS = {
    "suicide": "116 123",
    "self-harm": "116 123",
    "overdose": "naloxone",
    "domestic-abuse": "0800 027 1234",
    "child-at-risk": "0808 800 5000",
    "threat": "101",
}


@pytest.fixture
def hears(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the recogniser hear these kinds in any text."""

    def let(*kinds: str) -> None:
        monkeypatch.setattr("directory.enquiries.urgent_help.reasons.kinds_in", lambda text: kinds)

    let()
    return let


def text_of(response: Any) -> str:
    return response.content.decode()


def go_on(client: Client, page: Any, **more: Any) -> Any:
    """Press "Continue the enquiry"."""
    return press_send(client, page, **more)


@pytest.mark.parametrize(("changes", "told", "help_text"), TRIGGERS)
def test_each_choice_that_cannot_wait_interrupts_once(
    client: Client, hears: Any, changes: dict[str, Any], told: str, help_text: str
) -> None:
    page = send(client, **changes)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    for said in (HEADING, "<title>Before you go on", f"You told us: {told}.", help_text, 'href="tel:999"', "press 55"):
        assert said in text_of(page)
    assert Enquiry.objects.count() == 0
    assert go_on(client, page).headers["Location"] == RECEIPT
    assert Enquiry.objects.count() == 1
    assert help_text in text_of(client.get(RECEIPT))


@pytest.mark.parametrize(("kind", "help_text"), DISTRESS.items())
def test_each_kind_of_distress_in_the_words_interrupts(client: Client, hears: Any, kind: str, help_text: str) -> None:
    hears(kind)
    page = send(client)
    assert help_text in text_of(page)
    assert "We may be wrong" in text_of(page)
    assert go_on(client, page).status_code == 303
    assert help_text in text_of(client.get(RECEIPT))


def test_an_enquiry_that_can_wait_is_not_interrupted(client: Client, hears: Any) -> None:
    assert send(client, age="16").status_code == 303
    assert "Some of this cannot wait" not in text_of(client.get(RECEIPT))


def test_everything_that_cannot_wait_is_on_one_page_the_worst_first(client: Client, hears: Any) -> None:
    hears("self-harm", "suicide", "domestic-abuse")
    page = text_of(send(client, age="15", setting="police-custody", consent_basis="serious_harm"))
    numbers = re.findall(r'href="tel:(\d+)"', page[page.index("<h1") :])
    assert numbers == ["999", "116123", "08000271234", "101", "08088005000"]
    assert "they are 15, they are in police custody now and someone could be seriously harmed." in page
    assert page.count("<h1") == 1


def test_the_person_is_spoken_to_as_such(client: Client, hears: Any) -> None:
    own = {"sender_kind": "person", "consent_basis": "own", "channels": ["text"], "email_reference": None}
    page = text_of(send(client, **own, age="15", setting="police-custody"))
    assert "you are 15 and you are in police custody now" in page
    assert 'href="tel:08001111"' in page
    assert "They are" not in page


@pytest.mark.parametrize(
    ("district", "abuse", "social_work"),
    [
        ("", "08000271234", "find-local-council"),
        ("G31", "08000271234", "find-local-council"),
        ("M1", "08082000247", "find-local-council"),
        ("CF10", "08088010800", "find-local-council"),
        ("BT1", "08088021414", "tel:02895049999"),
    ],
)
def test_numbers_are_those_of_the_nation(
    client: Client, hears: Any, district: str, abuse: str, social_work: str
) -> None:
    hears("domestic-abuse")
    page = send(client, postcode_district=district, age="12")
    assert f'href="tel:{abuse}"' in text_of(page)
    assert social_work in text_of(page)
    go_on(client, page)
    assert f'href="tel:{abuse}"' in text_of(client.get(RECEIPT))


def test_changing_an_answer_keeps_all_as_typed_and_interrupts_no_more(client: Client, hears: Any) -> None:
    page = send(client, age="15", words='Quotes " & <b>\nand a line.')
    assert 'href="/enquiries/1/check/">Change an answer' in text_of(page)
    form = client.get("/enquiries/1/q5/")
    assert form.context["form"]["words"].value() == 'Quotes " & <b>\nand a line.'
    assert 'value="housing" checked' in text_of(form)
    assert Enquiry.objects.count() == 0
    checked = answer(client, client.get("/enquiries/1/q6/"), posted(age="14"))
    assert press_send(client, checked).status_code == 303


def test_an_answer_that_takes_the_reason_away_leads_back_to_the_answers(client: Client, hears: Any) -> None:
    send(client, age="15")
    answer(client, client.get("/enquiries/1/q6/"), posted(age="16"))
    assert client.get("/enquiries/1/before-sending/").headers["Location"] == "/enquiries/1/check/"


def test_sending_twice_gives_one_enquiry(client: Client, hears: Any) -> None:
    page = send(client, age="15")
    assert {go_on(client, page).status_code for _ in range(3)} == {303}
    assert Enquiry.objects.count() == 1


def test_two_tabs_are_two_enquiries(client: Client, hears: Any) -> None:
    one, other = send(client, age="15"), send(client, age="14")
    assert {go_on(client, page).status_code for page in (one, other)} == {303}
    assert Enquiry.objects.count() == 2


def test_a_recogniser_that_fails_loses_nothing_and_logs_no_word(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(text: str) -> None:
        raise RuntimeError(f"cannot read {text}")

    monkeypatch.setattr("directory.enquiries.urgent_help.reasons.kinds_in", fail)
    assert send(client).status_code == 303
    assert "RuntimeError in" in caplog.text
    assert "five times" not in caplog.text
    assert HEADING in text_of(send(client, age="15")), "what needs no recogniser is still said"


def test_a_kind_that_is_new_interrupts_too(client: Client, hears: Any) -> None:
    hears("trafficking")
    assert "Find the council" in text_of(send(client))


def test_it_is_said_while_the_database_is_down_and_nothing_is_lost(client: Client, hears: Any) -> None:
    page = fill(client, age="15")
    with connection.execute_wrapper(refuse_queries):
        failed = press_send(client, page)
    assert failed.status_code == 503
    assert HEADING in text_of(failed)
    assert 'href="tel:08088005000"' in text_of(failed)
    assert "Has moved five times this year." in text_of(client.get("/enquiries/1/check/"))
    assert go_on(client, press_send(client, failed)).status_code == 303
    assert Enquiry.objects.count() == 1


def test_the_receipt_says_it_while_the_database_is_down(client: Client, hears: Any) -> None:
    go_on(client, send(client, age="15"))
    with connection.execute_wrapper(refuse_queries):
        page = client.get(RECEIPT)
    assert page.status_code == 503
    assert 'href="tel:08088005000"' in text_of(page)


def test_each_free_text_is_listened_to(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "directory.enquiries.urgent_help.reasons.kinds_in", lambda text: ("suicide",) if "ALARM" in text else ()
    )
    for field in (
        "what_would_help",
        "words",
        "access_needs",
        "times",
        "introduction",
        "who_may_answer",
        "safety_note",
    ):
        assert HEADING in text_of(send(Client(), **{field: "ALARM"})), field


def test_the_cookie_says_nothing_in_the_clear_and_not_by_its_length(client: Client, hears: Any) -> None:
    def cookie(**changes: Any) -> str:
        page = send(client, **changes)
        sent = page if page.status_code == 303 else go_on(client, page)
        return sent.cookies["enquiry_receipt"].value

    quiet, urgent = cookie(), cookie(age="15", setting="police-custody", consent_basis="serious_harm")
    assert len(quiet) == len(urgent)
    decoded = base64.urlsafe_b64decode(urgent)
    for secret in ("police-custody", "under-16", "serious", str(Enquiry.objects.latest("received_at").pk)):
        assert secret.encode() not in decoded
        assert secret not in urgent


def test_no_page_posts_to_its_own_address(client: Client, hears: Any) -> None:
    """A page that leads to its own address is not kept for Back, and what was typed would be lost."""
    fill(client, age="15")
    for path in (
        NEW,
        "/enquiries/1/q5/",
        "/enquiries/1/before/",
        "/enquiries/1/check/",
        "/enquiries/1/before-sending/",
    ):
        assert f'action="{path}"' not in text_of(client.get(path))


def test_cookies_are_not_set_again_while_somebody_types(client: Client, hears: Any) -> None:
    """A cookie that changes makes Chromium drop the pages it keeps for Back."""
    assert "csrftoken" in client.get(NEW).cookies
    assert "csrftoken" not in client.get(NEW).cookies
    fill(client)
    page = client.get("/enquiries/1/q5/")
    again = client.post("/enquiries/answer/", {"state": state_of(page), **posted()})
    assert not page.cookies
    assert not again.cookies
    assert not client.post("/enquiries/answer/", {"state": state_of(start(client)), **posted()}).cookies


def test_stopping_deletes_and_has_the_browser_drop_its_pages(client: Client) -> None:
    send(client)
    client.cookies["facts"] = "sealed"
    fill(client)
    page = client.get("/enquiries/1/stop/")
    assert page.cookies["facts"]["max-age"] == 0
    assert page.cookies["enquiry_drafts"]["max-age"] == 0
    assert page.headers["Clear-Site-Data"] == '"cache"'
    assert "csrftoken" in page.cookies
    assert not Draft.objects.exists()
    assert client.get(RECEIPT).status_code == 200, "an enquiry that was sent before keeps its receipt"
    with connection.execute_wrapper(refuse_queries):
        assert client.get("/enquiries/stop/").status_code == 200


def test_sending_deletes_the_facts_and_without_script_has_pages_dropped(client: Client) -> None:
    client.cookies["facts"] = "sealed"
    scripted = send(client)
    assert scripted.cookies["facts"]["max-age"] == 0
    assert "Clear-Site-Data" not in scripted.headers
    assert press_send(client, fill(client), unscripted="yes").headers["Clear-Site-Data"] == '"cache"'


@pytest.mark.parametrize(
    ("now", "read_by", "reads_from"),
    [
        (datetime(2026, 11, 26, 13, 40, tzinfo=UTC), "3:40pm today", ""),
        (datetime(2026, 11, 26, 16, 30, tzinfo=UTC), "10:30am tomorrow", ""),
        (datetime(2026, 11, 26, 20, 0, tzinfo=UTC), "11am tomorrow", "9am tomorrow"),
        (datetime(2026, 11, 28, 12, 0, tzinfo=UTC), "11am on Tuesday 1 December", "9am on Tuesday 1 December"),
    ],
)
def test_the_page_says_by_which_hour_somebody_reads(
    client: Client, hears: Any, monkeypatch: pytest.MonkeyPatch, now: datetime, read_by: str, reads_from: str
) -> None:
    page = fill(client, age="15")
    monkeypatch.setattr("directory.enquiries.steps.urgent.timezone.now", lambda: now)
    Draft.objects.update(held_until=now + timedelta(hours=1), expires_at=now + timedelta(hours=1))
    shown = text_of(press_send(client, page))
    assert f"reads it by <strong>{read_by}</strong>" in shown
    assert (f"Somebody reads from {reads_from}" in shown) == bool(reads_from)
    assert "working day" not in shown


def test_the_receipt_of_an_urgent_one_says_the_hour(client: Client, hears: Any) -> None:
    go_on(client, send(client, age="15"))
    enquiry = Enquiry.objects.get()
    assert enquiry.is_urgent
    assert f"By {moment_words(enquiry.answer_due_at, timezone.now())}" in text_of(client.get(RECEIPT))
