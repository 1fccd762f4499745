"""Mails are sent by a worker, at least once, and carry the reference only."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.utils import timezone

from directory.enquiries.key_store.keys import erase_keys
from directory.enquiries.mail import delivery
from directory.enquiries.mail.delivery import drain_outbox, retry_delay
from directory.enquiries.models import Enquiry, OutboxMessage
from tests.factories.enquiries import make_enquiry, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def notified(settings) -> None:
    settings.ENQUIRY_NOTIFY = ["moderators@hub.example"]
    settings.DEFAULT_FROM_EMAIL = "Hub <hub@hub.example>"


def test_the_request_sends_nothing(client: Client) -> None:
    assert send(client).status_code == 303
    assert mail.outbox == []
    assert OutboxMessage.objects.owed().count() == 2


def test_mails_carry_the_reference_and_nothing_else() -> None:
    enquiry = make_enquiry(words="A quiet word", name="Quentin")
    report = drain_outbox()
    assert (report.sent, report.failed) == (2, 0)
    by_recipient = {message.to[0]: message for message in mail.outbox}
    assert set(by_recipient) == {"a.example@council.example", "moderators@hub.example"}
    for message in mail.outbox:
        text = message.message().as_string()
        assert enquiry.reference in text
        for secret in ("quiet", "Quentin", "0141", "G31", "community", "housing", str(enquiry.pk)):
            assert secret not in text
    assert drain_outbox().sent == 0


def test_the_message_id_is_the_same_at_every_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    make_enquiry(email_reference=False)
    stored = OutboxMessage.objects.get().message_id
    assert stored.endswith("@hub.example>")
    with monkeypatch.context() as patch:
        # The worker dies after the server took the mail and before it could be noted down.
        patch.setattr(delivery.OutboxMessage.objects, "filter", _die)
        with pytest.raises(KeyboardInterrupt):
            drain_outbox()
    OutboxMessage.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    drain_outbox()
    assert {message.extra_headers["Message-ID"] for message in mail.outbox} == {stored}


def _die(*args: object, **kwargs: object) -> None:
    raise KeyboardInterrupt


def test_a_leased_message_is_left_to_its_worker_until_the_lease_ends() -> None:
    make_enquiry(email_reference=False)
    OutboxMessage.objects.update(leased_until=timezone.now() + timedelta(minutes=1))
    assert drain_outbox().sent == 0
    OutboxMessage.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert drain_outbox().sent == 1


@pytest.mark.django_db(transaction=True)
def test_one_message_is_leased_once(monkeypatch: pytest.MonkeyPatch) -> None:
    make_enquiry(email_reference=False)
    nested = []

    def drain_meanwhile(*args: object, **kwargs: object) -> None:
        nested.append(drain_outbox().sent)
        connections.close_all()

    monkeypatch.setattr("django.core.mail.EmailMessage.send", drain_meanwhile)
    assert drain_outbox().sent == 1
    assert nested == [0]


def test_a_slow_mail_server_gets_several_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(8):
        make_enquiry(email_reference=False)
    together = threading.Barrier(8, timeout=20)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda mail: together.wait())
    # One after the other, the first would wait for the second until the barrier breaks.
    assert drain_outbox().sent == 8


def test_told_to_stop_it_finishes_what_it_began_and_begins_nothing_more() -> None:
    for _ in range(3):
        make_enquiry(email_reference=False)
    assert drain_outbox(is_stopping=lambda: True).sent == 1
    assert OutboxMessage.objects.due(timezone.now()).count() == 2


def test_a_failing_server_is_tried_again_later_and_quotes_no_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    make_enquiry()

    def refuse(message: mail.EmailMessage, *args: object, **kwargs: object) -> None:
        raise OSError(f"550 no such user {message.to}")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", refuse)
        assert drain_outbox().failed == 2
        assert drain_outbox().failed == 0, "not before its time"
    assert set(OutboxMessage.objects.values_list("last_error", "attempts")) == {("OSError", 1)}
    assert "council.example" not in caplog.text
    OutboxMessage.objects.update(next_attempt_at=timezone.now())
    assert drain_outbox().sent == 2


def test_one_bad_message_does_not_hold_up_the_others() -> None:
    broken = make_enquiry()
    erase_keys([broken.key_id])
    make_enquiry()
    report = drain_outbox()
    assert (report.sent, report.failed) == (3, 1)


def test_waits_grow_and_end() -> None:
    delays = [retry_delay(attempt) for attempt in range(1, 100)]
    assert delays[0] == timedelta(seconds=30)
    assert delays == sorted(delays)
    assert delays[-1] == timedelta(hours=1)


def test_notices_wait_until_an_address_is_set(settings) -> None:
    settings.ENQUIRY_NOTIFY = []
    make_enquiry(email_reference=False)
    errors = StringIO()
    call_command("drain_outbox", stdout=StringIO(), stderr=errors)
    assert "1 notices wait for an address" in errors.getvalue()
    assert OutboxMessage.objects.get().attempts == 0
    settings.ENQUIRY_NOTIFY = ["moderators@hub.example"]
    assert drain_outbox().sent == 1


@pytest.mark.django_db(transaction=True)
def test_an_enquiry_survives_a_crash_after_commit_and_is_notified(tmp_path, settings) -> None:
    """A process that dies between the commit and the response leaves an enquiry, its log line and its mails."""
    _run_and_expect_kill(
        "import os, signal\n"
        "from tests.factories.enquiries import make_enquiry\n"
        "make_enquiry()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert Enquiry.objects.count() == 1
    assert Enquiry.objects.get().events.count() == 1
    assert drain_outbox().sent == 2


@pytest.mark.django_db(transaction=True)
def test_a_crash_before_commit_leaves_nothing() -> None:
    _run_and_expect_kill(
        "import os, signal\n"
        "from directory.enquiries.actions import receiving\n"
        "from tests.factories.enquiries import make_enquiry\n"
        "receiving.record_event = lambda **kwargs: os.kill(os.getpid(), signal.SIGKILL)\n"
        "make_enquiry()\n"
    )
    assert Enquiry.objects.count() == 0
    assert OutboxMessage.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_watching_sends_and_stops_when_told() -> None:
    make_enquiry(email_reference=False)
    worker = _start(["-m", "django", "drain_outbox", "--watch"], {"ENQUIRY_TEST_NOTIFY": "1"})
    try:
        for _ in range(150):
            if not OutboxMessage.objects.owed().exists():
                break
            time.sleep(0.1)
        assert not OutboxMessage.objects.owed().exists()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=10) == 0
    finally:
        worker.kill()


def _run_and_expect_kill(code: str) -> None:
    process = _start(["-c", f"import django\ndjango.setup()\n{code}"], {})
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors


def _start(arguments: list[str], extra: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, *arguments],
        cwd=django_settings.BASE_DIR,
        env={
            **os.environ,
            **extra,
            "DJANGO_SETTINGS_MODULE": "tests.directory.enquiries.settings_same_database",
            "ENQUIRY_TEST_DATABASE": str(django_settings.DATABASES["default"]["NAME"]),
            "ENQUIRY_KEYS_TEST_DATABASE": str(django_settings.DATABASES["enquiry_keys"]["NAME"]),
            "PYTHONPATH": str(django_settings.BASE_DIR),
        },
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
