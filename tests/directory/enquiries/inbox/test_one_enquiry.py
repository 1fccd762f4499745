"""One enquiry on one screen: covered contact details, forms that lose nothing, and words for what happened."""

import re
from html import escape

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.actions import (
    add_note,
    ask_for_safety_note,
    claim_enquiry,
    close_enquiry,
    raise_flag,
)
from directory.enquiries.inbox.contact_details import covered
from directory.enquiries.inbox.questions import QUESTIONS
from directory.enquiries.models import ContactAttempt, Enquiry, Note, SafetyNoteRequest
from hub.accounts import roles
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate().isoformat()
# A well-filled form of each question.
FILLED = {
    "note": {"text": "Rang once"},
    "late-note": {"text": "Rang once"},
    "attempt": {"direction": "out", "contacted": "sender", "means": "phone", "result": "reached", "said": "Rang once"},
    "ask": {"text": "Rang once?", "until": TODAY},
    "done": {"text": "Rang once", "done_by": "Sam"},
    "waiting": {"whom": "service", "until": TODAY},
    "assign": {},
    "flag": {"kind": "self", "reason": "Rang once"},
    "close": {"reason": "planned", "note": "Rang once"},
    "reopen": {"note": "Rang once"},
    "quarantine": {"note": "Rang once"},
}
OF_CLOSED = ("late-note", "reopen")


def address(enquiry: Enquiry, action: str = "") -> str:
    return f"{reverse('enquiries_inbox:enquiry', args=[enquiry.pk])}{action}"


def lead_browser() -> Client:
    browser = Client()
    browser.force_login(make_user(roles.LEADS))
    return browser


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("phone", "0141 496 0177", "0141 ••• ••77"),
        ("phone", "+44 (0)141 496 0177 ask for Jo", "+44 (0)1•• ••• ••77 ••• ••• ••"),
        ("phone", "999111", "••••••"),
        ("email", "jo.smith@example.com", "•••••@example.com"),
        ("email", "no address", "•••••"),
        ("address", "1 High Street", "•••••"),
    ],
)
def test_a_covered_detail_can_be_recognised_and_not_used(name: str, value: str, shown: str) -> None:
    assert covered(name, value) == shown


def test_a_contact_detail_is_shown_by_a_post_that_is_an_event_of_its_own(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry(phone="0141 496 0177", email="jo@example.com", channels=("phone", "email"))
    page = inbox.get(address(enquiry)).content.decode()
    assert "0141 ••• ••77" in page
    assert "496 0177" not in page
    shown = inbox.post(address(enquiry, "contact/"), {"detail": "phone"})
    assert "0141 496 0177" in shown.content.decode()
    assert "jo@example.com" not in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    event = enquiry.events.get(action="contact_shown")
    assert (event.actor_id, event.detail) == (moderator.pk, "phone")
    inbox.post(address(enquiry, "contact/"), {"detail": "sealed_answers"})
    assert enquiry.events.filter(action="contact_shown").count() == 1


def test_nothing_is_shown_when_it_cannot_be_put_on_the_record(inbox: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    enquiry = make_enquiry(phone="0141 496 0177")

    def fail(**kwargs: object) -> None:
        raise RuntimeError("log is full")

    monkeypatch.setattr("directory.enquiries.actions.safety.record_event", fail)
    inbox.raise_request_exception = False
    response = inbox.post(address(enquiry, "contact/"), {"detail": "phone"})
    assert response.status_code == 500
    assert "0177" not in response.content.decode()


def test_the_safety_note_is_for_leads_and_whom_one_allowed_it(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(sealed_safety_note=enquiry.data_key.seal("Two go together"))
    page = inbox.get(address(enquiry)).content.decode()
    assert "Ask a lead to open it" in page
    assert "Two go together" not in page
    assert inbox.post(address(enquiry, "safety/")).headers["Location"] == "/admin/"
    inbox.post(address(enquiry, "safety/ask/"))
    lead = lead_browser()
    assert enquiry.reference in lead.get("/admin/enquiries/").content.decode()
    request = SafetyNoteRequest.objects.get()
    assert "Allow for a day" in lead.get(address(enquiry)).content.decode()
    assert inbox.post(address(enquiry, "safety/answer/"), {"request": request.pk, "allow": "1"}).status_code == 302
    request.refresh_from_db()
    assert request.answered_at is None, "nobody allows it to themselves"
    lead.post(address(enquiry, "safety/answer/"), {"request": request.pk, "allow": "1"})
    assert "Two go together" in inbox.post(address(enquiry, "safety/")).content.decode()
    assert "Two go together" not in inbox.get(address(enquiry)).content.decode()


def test_a_refused_request_opens_nothing(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    request = ask_for_safety_note(enquiry=enquiry, by=moderator)
    lead = lead_browser()
    for odd in ("x", "", "99999999999999999999", str(request.pk + 1)):
        assert lead.post(address(enquiry, "safety/answer/"), {"request": odd, "allow": "1"}).status_code == 404
    lead.post(address(enquiry, "safety/answer/"), {"request": request.pk, "refuse": "1"})
    assert inbox.post(address(enquiry, "safety/")).headers["Location"] == "/admin/"


@pytest.mark.parametrize("name", FILLED)
def test_a_stale_form_gets_409_with_both_texts_and_can_be_sent_again(
    inbox: Client, moderator: User, colleague: User, name: str
) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=moderator)
    if name in OF_CLOSED:
        close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
    data = {**FILLED[name], "to": str(colleague.pk)}
    page = inbox.get(address(enquiry, f"{name}/")).content.decode()
    data["version"] = re.search(r'name="version" value="(\d+)"', page).group(1)
    if name in OF_CLOSED:
        Enquiry.objects.filter(pk=enquiry.pk).update(version=99)
    else:
        add_note(enquiry=enquiry, by=colleague, text="Theirs <b>first</b>")
    response = inbox.post(address(enquiry, f"{name}/"), data)
    html = response.content.decode()
    assert response.status_code == 409
    if name not in OF_CLOSED:
        assert escape("Theirs <b>first</b>") in html
        assert "Ola Reid wrote a note" in html
    if any("Rang once" in value for value in FILLED[name].values()):
        assert "Rang once" in html
    data["version"] = re.search(r'name="version" value="(\d+)"', html).group(1)
    where = re.search(rf'action="([^"]*/{name}/)"', html)
    if where:
        assert inbox.post(where.group(1), data).status_code == 302


def test_every_question_is_tried() -> None:
    assert set(FILLED) == set(QUESTIONS)


@pytest.mark.parametrize("version", ["x", "-1", "9" * 40, "1.5", "\x00"])
def test_a_version_that_is_none_is_stale(inbox: Client, version: str) -> None:
    enquiry = make_enquiry()
    response = inbox.post(address(enquiry, "note/"), {"text": "Rang once", "version": version})
    assert response.status_code == 409
    assert "Rang once" in response.content.decode()
    assert not Note.objects.exists()


def test_a_double_click_is_one_note(inbox: Client) -> None:
    enquiry = make_enquiry()
    data = {"text": "Rang once", "version": "1"}
    assert [inbox.post(address(enquiry, "note/"), data).status_code for _ in range(2)] == [302, 302]
    assert Note.objects.count() == 1


def test_what_came_too_late_can_be_kept_as_a_late_note(inbox: Client, colleague: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=colleague)
    close_enquiry(enquiry=enquiry, by=colleague, reason="planned")
    html = inbox.post(address(enquiry, "note/"), {"text": "Rang twice", "version": "1"}).content.decode()
    assert "closed by Ola Reid" in html
    version = re.search(r'name="version" value="(\d+)"', html).group(1)
    inbox.post(address(enquiry, "late-note/"), {"text": "Rang twice", "version": version})
    assert "Late note" in inbox.get(address(enquiry)).content.decode()
    assert Note.objects.get().kind == "late"


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("attempt", {}, "Choose with whom"),
        ("ask", {"until": TODAY}, "Write what you want to know"),
        ("ask", {"text": "Which?", "until": "2001-01-01"}, "Choose a day from today on"),
        ("ask", {"text": "Which?", "until": "9999-12-31"}, "Choose a day from today on"),
        ("ask", {"text": "Which?", "until": "no day"}, "Choose a day from today on"),
        ("waiting", {"whom": "sender"}, "Choose a day from today on"),
        ("waiting", {"whom": "everybody", "until": TODAY}, "Choose for whom you wait"),
        ("assign", {"to": "x"}, "Choose a colleague from the list"),
        ("flag", {"reason": "Said so"}, "Choose which risk"),
        ("done", {"done_by": "Sam"}, "Write what was done"),
        ("close", {"reason": "bored"}, "Choose why it is closed"),
        ("note", {"text": "x" * 4001}, "Shorten this to 4,000 characters"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    inbox: Client, name: str, data: dict[str, str], problem: str
) -> None:
    enquiry = make_enquiry()
    response = inbox.post(address(enquiry, f"{name}/"), data)
    html = response.content.decode()
    assert response.status_code == 200
    assert problem in html
    for value in (data.get("text"), data.get("reason") if name == "flag" else None, data.get("done_by")):
        assert value is None or value in html
    assert Enquiry.objects.get().version == 1


def test_messages_titles_and_addresses_name_nobody(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry(name="Quentin", words="Quentin said so")
    claim_enquiry(enquiry=enquiry, by=moderator)
    for name, data in FILLED.items():
        response = inbox.post(address(enquiry, f"{name}/"), {**data, "text": "Quentin", "said": "Quentin"})
        said = [str(message) for message in get_messages(response.wsgi_request)]
        assert "Quentin" not in response.headers.get("Location", "") + "".join(said)
    title = re.search(r"<title>(.*?)</title>", inbox.get(address(enquiry)).content.decode(), re.DOTALL).group(1)
    assert "Quentin" not in title


def test_risks_stand_at_the_top_and_attempts_in_what_has_happened(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    flag = raise_flag(enquiry=enquiry, by=moderator, kind="contact", reason="His brother reads the phone")
    inbox.post(address(enquiry, "attempt/"), FILLED["attempt"])
    html = inbox.get(address(enquiry)).content.decode()
    assert html.index("His brother reads the phone") < html.index("Contact safely")
    assert "Sam Okafor to the sender. Phone call: reached them" in html
    inbox.post(address(enquiry, "lift-flag/"), {"flag": flag.pk})
    html = inbox.get(address(enquiry)).content.decode()
    assert html.index("His brother reads the phone") > html.index("Contact safely")
    for odd in ("x", "", str(flag.pk + 5)):
        assert inbox.post(address(enquiry, "lift-flag/"), {"flag": odd}).status_code == 302
    assert ContactAttempt.objects.count() == 1


def test_the_service_asked_for_answers_with_its_first_reason(inbox: Client) -> None:
    service = ServiceFactory(name="Lived Experience Peers", minimum_age=40)
    html = inbox.get(address(make_enquiry(service=service, age=34))).content.decode()
    part = html[html.index("Services and this person") :]
    assert "Lived Experience Peers" in part
    assert "Asked for" in part


def test_a_search_that_fails_keeps_nobody_from_reading(inbox: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no index")

    monkeypatch.setattr("directory.enquiries.inbox.matching_services.find", fail)
    response = inbox.get(address(make_enquiry(words="A quiet word")))
    assert response.status_code == 200
    assert "A quiet word" in response.content.decode()
    assert "The search does not answer now" in response.content.decode()
