"""A canary in every field: after a whole life of an enquiry it is found nowhere but in the page that may show it."""

import base64
import logging
import logging.config
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter, get_exception_reporter_filter

from directory.enquiries.content.references import code_of
from directory.enquiries.mail.delivery import drain_outbox
from directory.enquiries.models import AuditEvent, Draft, Enquiry, Note, OutboxMessage, SenderMessage
from directory.enquiries.steps.sending import send as send_view
from hub.models import User
from tests.factories.enquiries import SEND, fill, press_send, send, state_of

CANARY = "Kanarienvogel"
FREE_TEXT = {
    "name": f"{CANARY}-name",
    "words": f"{CANARY}-words",
    "email": f"{CANARY}-email@council.example",
    "address": f"{CANARY}-address",
    "phone": f"0141 496 0100 {CANARY}-phone",
    "times": f"{CANARY}-times",
    "introduction": f"{CANARY}-introduction",
    "who_may_answer": f"{CANARY}-may-answer",
    "what_would_help": f"{CANARY}-would-help",
    "language": f"{CANARY}-language",
    "access_needs": f"{CANARY}-access",
    "safety_note": f"{CANARY}-safety",
    "sender_name": f"{CANARY}-sender-name",
    "sender_organisation": f"{CANARY}-organisation",
    "sender_role": f"{CANARY}-role",
    "sender_email": f"{CANARY}-sender@council.example",
    "sender_phone": f"0141 496 0101 {CANARY}-sender-phone",
}
EVERY_WAY = {"channels": ["phone", "email", "letter", "sender"]}

CONTACT = ("email", "address", "phone", "sender_email", "sender_phone")
SEALED_APART = (*CONTACT, "safety_note")


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything any logger of the process would say, also those that do not hand on to the root."""
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in list(logging.root.manager.loggerDict))]
    levels = [(logger, logger.level) for logger in loggers]
    silent = [logger for logger in loggers[1:] if not logger.propagate]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    for logger in silent:
        logger.addHandler(caplog.handler)
    caplog.set_level(logging.DEBUG)
    connection.force_debug_cursor = True
    yield caplog
    connection.force_debug_cursor = False
    for logger in silent:
        logger.removeHandler(caplog.handler)
    for logger, level in levels:
        logger.setLevel(level)


def has_canary(*things: Any) -> bool:
    return any(CANARY.lower() in str(thing).lower() for thing in things)


def send_with_canaries(client: Client) -> Any:
    return send(client, **EVERY_WAY, **FREE_TEXT)


@pytest.mark.django_db(transaction=True)
def test_a_whole_life_leaves_no_canary(
    client: Client, moderator: User, logged: pytest.LogCaptureFixture, settings
) -> None:
    settings.ENQUIRY_NOTIFY = ["moderators@hub.example"]
    wrong = fill(client, **EVERY_WAY, **FREE_TEXT, age="no")
    assert wrong.status_code == 200
    assert has_canary(wrong.content.decode()), "the canary sings"
    sent = send_with_canaries(client)
    assert sent.status_code == 303
    receipt = client.get("/enquiries/receipt/")
    enquiry = Enquiry.objects.get()
    inbox = Client()
    inbox.force_login(moderator)
    base = f"/admin/enquiries/{enquiry.pk}/"
    responses = [wrong, sent, receipt, inbox.get("/admin/enquiries/"), inbox.post(f"{base}claim/")]
    opened = inbox.get(base)
    shown = opened.content.decode()
    assert all(text in shown for name, text in FREE_TEXT.items() if name not in SEALED_APART)
    assert not any(FREE_TEXT[name] in shown for name in CONTACT), "covered until somebody asks for one"
    for name in CONTACT:
        assert FREE_TEXT[name] in inbox.post(f"{base}contact/", {"detail": name}).content.decode()
    sender = Client()
    found = {"reference": enquiry.reference, "code": code_of(enquiry.token)}
    looked_up = sender.post("/enquiries/find/", found)
    status = sender.get("/enquiries/status/")
    message = {"state": state_of(sender.get("/enquiries/status/complaint/")), "text": f"{CANARY}-complaint"}
    complained = sender.post("/enquiries/status/send/", message)
    assert complained.status_code == 303
    assert not has_canary(status.content.decode(), sender.get("/enquiries/status/").content.decode())
    responses += [looked_up, status, complained]
    responses += [
        inbox.post(f"{base}note/", {"text": f"{CANARY}-note"}),
        inbox.post(f"{base}close/", {"reason": "planned", "note": f"{CANARY}-closing"}),
        inbox.post(f"{base}note/", {"text": f"{CANARY}-late"}),
    ]
    drain_outbox()

    assert not has_canary(receipt.content.decode(), responses[3].content.decode())
    for response in responses:
        assert not has_canary(response.headers, response.cookies.output())
        assert not has_canary(*get_messages(response.wsgi_request))
    assert not has_canary(client.cookies.output(), inbox.cookies.output())
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        assert not has_canary(message.body, message.subject, message.from_email)
    rows = [
        row
        for model in (Enquiry, AuditEvent, Draft, Note, OutboxMessage, SenderMessage)
        for row in model.objects.all()
    ]
    assert len(rows) > 5
    assert not has_canary(*rows, *(repr(row) for row in rows), *(vars(row) for row in rows))
    assert not has_canary(*(session.get_decoded() for session in Session.objects.all()))
    assert not has_canary(getattr(cache, "_cache", {}))
    assert len(logged.records) > 100, "the loggers were listening"
    assert [record.getMessage() for record in logged.records if has_canary(record.getMessage(), record.exc_info)] == []
    assert not has_canary(logged.text)


@pytest.mark.django_db(transaction=True)
def test_an_interrupted_enquiry_leaves_no_canary(
    client: Client, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> None:
        raise ValueError(text)

    monkeypatch.setattr("directory.enquiries.urgent_help.reasons.kinds_in", fail)
    checked = fill(client, **EVERY_WAY, **FREE_TEXT, age="15")
    assert all(text in checked.content.decode() for text in FREE_TEXT.values()), "every answer is kept"
    page = press_send(client, checked)
    assert not has_canary(page.content.decode())
    changed = client.get("/enquiries/1/check/")
    saved = client.post("/enquiries/save/", {"state": state_of(page)})
    sent = press_send(client, page)
    receipt = client.get(sent.headers["Location"])
    assert receipt.status_code == 200
    assert not has_canary(receipt.content.decode(), client.cookies.output())
    for response in (
        checked,
        page,
        changed,
        saved,
        sent,
        receipt,
        client.get("/enquiries/stop/"),
        client.get("/leave/"),
    ):
        assert not has_canary(response.headers, response.cookies.output())
    kept = [base64.urlsafe_b64decode(morsel.value + "==") for morsel in client.cookies.values() if morsel.value]
    assert not has_canary(*kept)
    assert not has_canary(*(session.get_decoded() for session in Session.objects.all()))
    assert len(logged.records) > 20, "the loggers were listening"
    assert not has_canary(logged.text)


@pytest.mark.django_db(transaction=True)
@pytest.mark.only_on("sqlite")
def test_the_files_of_the_database_hold_no_canary(client: Client) -> None:
    assert send_with_canaries(client).status_code == 303
    name = Path(str(connection.settings_dict["NAME"]))
    reference = Enquiry.objects.get().reference.encode()
    files = [path.read_bytes() for path in name.parent.glob(f"{name.name}*")]
    assert any(reference in content for content in files), "what was just written is in these files"
    for content in files:
        assert CANARY.encode() not in content
        assert CANARY.lower().encode() not in content.lower()
    connection.close()
    with sqlite3.connect(name) as other:
        assert CANARY not in "".join(other.iterdump())
    other.close()


CRASHES = ["directory.enquiries.key_store.keys.DataKey.wrap", "directory.enquiries.form.forms.find_gaps", "json.dumps"]


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("place", CRASHES)
def test_a_crash_report_holds_no_canary(
    place: str, debug: bool, monkeypatch: pytest.MonkeyPatch, logged: pytest.LogCaptureFixture, settings
) -> None:
    settings.DEBUG = debug
    client = Client()
    data = {"state": state_of(fill(client, **EVERY_WAY, **FREE_TEXT)), "words": CANARY}

    def crash(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("a bug")

    request = RequestFactory().post(SEND, data)
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    with monkeypatch.context() as patch:
        patch.setattr(place, crash)
        try:
            send_view(request)
        except RuntimeError:
            reporter = ExceptionReporter(request, *sys.exc_info())
        else:
            pytest.fail("It did not crash.")
    assert type(get_exception_reporter_filter(request)).__name__ == "NothingTypedFilter"
    assert not has_canary(reporter.get_traceback_html(), reporter.get_traceback_text())


@pytest.mark.django_db
@pytest.mark.parametrize("place", CRASHES[:2])
def test_a_crash_shows_and_logs_no_canary(
    client: Client, place: str, monkeypatch: pytest.MonkeyPatch, logged: pytest.LogCaptureFixture
) -> None:
    page = fill(client, **EVERY_WAY, **FREE_TEXT)

    def crash(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("a bug")

    client.raise_request_exception = False
    monkeypatch.setattr(place, crash)
    response = press_send(client, page)
    assert response.status_code == 500
    assert not has_canary(response.content.decode(), logged.text)
    assert Enquiry.objects.count() == 0


@pytest.mark.django_db
def test_an_error_that_quotes_what_was_typed_is_logged_without_it(
    client: Client, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def crash(*args: Any, **kwargs: Any) -> None:
        try:
            raise KeyError(f"{CANARY} inside")
        except KeyError as error:
            raise ValueError(f"near {CANARY}") from error

    logging.config.dictConfig(settings.LOGGING)
    client.raise_request_exception = False
    page = fill(client, **EVERY_WAY, **FREE_TEXT)
    monkeypatch.setattr("directory.enquiries.steps.sending.judge", crash)
    assert press_send(client, page).status_code == 500
    logged = capfd.readouterr().err
    assert not has_canary(logged)
    assert all(told in logged for told in ("KeyError", "ValueError", "steps/sending.py"))


@pytest.mark.django_db
def test_elsewhere_the_log_says_what_an_error_says(
    client: Client, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.config.dictConfig(settings.LOGGING)
    client.raise_request_exception = False
    monkeypatch.setattr("directory.finder.views.clean_query", lambda *args: int("a number"))
    assert client.get("/find/?q=a").status_code == 500
    assert "invalid literal for int() with base 10: 'a number'" in capfd.readouterr().err


@pytest.mark.django_db
def test_a_crash_of_the_inbox_shows_no_canary(inbox: Client, monkeypatch: pytest.MonkeyPatch, settings) -> None:
    send_with_canaries(Client())
    settings.DEBUG = True
    inbox.raise_request_exception = False

    def crash(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("directory.enquiries.inbox.views.consent_of", crash)
    response = inbox.get(f"/admin/enquiries/{Enquiry.objects.get().pk}/")
    assert response.status_code == 500
    assert "a bug" in response.content.decode()
    assert not has_canary(response.content.decode())


@pytest.mark.django_db
def test_a_file_in_the_post_is_not_kept(client: Client, settings, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1
    upload = SimpleUploadedFile("plan.txt", CANARY.encode() * 100)
    response = client.post(SEND, {"state": state_of(fill(client)), "attachment": upload})
    response.close()
    assert response.status_code == 303
    assert list(tmp_path.iterdir()) == []
