"""Mail to staff: no request opens a mail server, nothing about anybody is readable in the tables, nothing is lost."""

import json
import smtplib
import socket
import time
from datetime import timedelta
from unittest import mock

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from hub.mail.encryption import MailHasAttachment, decrypt_mail, encrypt_mail
from hub.models import QueuedMail, User

pytestmark = pytest.mark.django_db
RESET = "/admin/password_reset/"
ADDRESS = "canary.address@staff.test"


@pytest.fixture(autouse=True)
def queued(settings) -> None:
    """As in production: requests queue, workers send."""
    settings.EMAIL_BACKEND = "hub.mail.backend.QueueingBackend"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.WAGTAILADMIN_BASE_URL = "https://hub.test"


@pytest.fixture
def user() -> User:
    return User.objects.create_user(ADDRESS, "a long enough pass")


def work() -> None:
    """What `db_worker` does, without closing the connection of the test's transaction."""
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="test",
    )
    while (task := DBTaskResult.objects.ready().get_locked()) is not None:
        task.claim(worker.worker_id)
        worker.run_task(task)


def ask(address: str) -> Client:
    client = Client()
    response = client.post(RESET, {"email": address})
    assert response.status_code == 302
    return client


def everything_stored() -> str:
    tasks = list(DBTaskResult.objects.values("args_kwargs", "traceback", "return_value", "exception_class_path"))
    mails = [bytes(sealed).decode() for sealed in QueuedMail.objects.values_list("sealed", flat=True)]
    return json.dumps(tasks) + "".join(mails)


def test_a_reset_opens_no_connection_and_the_worker_sends_the_link(user: User) -> None:
    with mock.patch("socket.create_connection", side_effect=AssertionError), mock.patch("smtplib.SMTP") as server:
        ask(ADDRESS)
    assert not server.called
    assert mail.outbox == []
    work()
    assert len(mail.outbox) == 1
    sent = mail.outbox[0]
    assert sent.to == [ADDRESS]
    link = next(line for line in sent.body.splitlines() if line.startswith("https://hub.test/admin/password_reset/"))
    client = Client()
    page = client.get(link.removeprefix("https://hub.test"), follow=True)
    assert page.status_code == 200
    assert "new_password1" in page.content.decode()
    assert not QueuedMail.objects.exists()
    token = link.rstrip("/").rsplit("/", 1)[1]
    assert token not in everything_stored()
    assert ADDRESS not in everything_stored()


def test_the_mail_is_ciphertext_while_it_waits(user: User) -> None:
    ask(ADDRESS)
    with mock.patch("hub.mail.delivery.get_connection", side_effect=OSError("canary")):
        work()
    assert QueuedMail.objects.get().last_error == "OSError"
    for canary in (ADDRESS, "password_reset", "canary"):
        assert canary not in everything_stored()


def test_nobody_learns_whether_an_address_has_an_account(user: User) -> None:
    counted = []
    for address in (ADDRESS, "nobody@staff.test"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            ask(address)
        counted.append([query["sql"].split()[0] for query in queries])
    assert counted[0] == counted[1]
    assert DBTaskResult.objects.count() == 2
    work()
    assert [sent.to for sent in mail.outbox] == [[ADDRESS]]


def test_an_account_that_was_switched_off_gets_nothing(user: User) -> None:
    ask(ADDRESS)
    User.objects.update(is_active=False)
    work()
    assert mail.outbox == []


def test_a_mail_server_that_fails_is_tried_again_and_not_quoted(user: User, caplog: pytest.LogCaptureFixture) -> None:
    ask(ADDRESS)
    refused = smtplib.SMTPRecipientsRefused({ADDRESS: (550, ADDRESS.encode())})
    with mock.patch("django.core.mail.backends.locmem.EmailBackend.send_messages", side_effect=refused):
        work()
    assert ADDRESS not in caplog.text + everything_stored()
    call_command("send_queued_mail", verbosity=0)
    assert mail.outbox == []  # It rests for a minute.
    QueuedMail.objects.update(next_attempt_at=timezone.now())
    call_command("send_queued_mail", verbosity=0)
    assert len(mail.outbox) == 1
    assert not QueuedMail.objects.exists()


def test_a_mail_server_that_hangs_delays_no_request(user: User, settings) -> None:
    settings.EMAIL_DELIVERY_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_TIMEOUT = 1
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.EMAIL_HOST, settings.EMAIL_PORT = silent.getsockname()
        silent.settimeout(0)
        ask(ADDRESS)
        with pytest.raises(BlockingIOError):
            silent.accept()
        begun = time.monotonic()
        work()
        assert time.monotonic() - begun < 10
        silent.accept()
    assert QueuedMail.objects.get().attempts == 1


def test_what_cannot_be_sent_for_a_day_is_given_up(user: User) -> None:
    ask(ADDRESS)
    with mock.patch("hub.mail.delivery.get_connection", side_effect=OSError):
        work()
    QueuedMail.objects.update(created_at=timezone.now() - timedelta(hours=25))
    call_command("send_queued_mail", verbosity=0)
    assert not QueuedMail.objects.exists()
    assert mail.outbox == []


def test_a_server_that_fails_is_not_asked_for_every_mail(user: User) -> None:
    for _ in range(10):
        QueuedMail.objects.create(sealed=encrypt_mail(EmailMessage("Subject", "Body", to=[ADDRESS])))
    with mock.patch("hub.mail.delivery.get_connection", side_effect=OSError) as opened:
        call_command("send_queued_mail", verbosity=0)
    assert opened.call_count == 3
    call_command("send_queued_mail", verbosity=0)
    assert len(mail.outbox) == 7


def test_wagtails_notices_are_queued_as_well(client: Client, user: User) -> None:
    approver = User.objects.create_user("approver@staff.test", "pass")
    approver.groups.add(approver.groups.model.objects.get(name="Editors"))
    page = Page.objects.filter(depth=2).first().specific
    page.save_revision()
    with mock.patch("smtplib.SMTP") as server:
        page.get_workflow().start(page, user)
    assert not server.called
    assert mail.outbox == []
    work()
    assert "approver@staff.test" in [sent.to[0] for sent in mail.outbox]


def test_a_mail_comes_out_as_it_went_in(settings) -> None:
    message = EmailMultiAlternatives(
        "Sübject", "Body", "from@hub.test", ["to@hub.test"], cc=["cc@hub.test"], headers={"Auto-Submitted": "yes"}
    )
    message.attach_alternative("<p>Body</p>", "text/html")
    opened = decrypt_mail(encrypt_mail(message))
    assert (opened.subject, opened.body, opened.recipients()) == (message.subject, message.body, message.recipients())
    assert opened.message().get_payload()[1].get_payload() == "<p>Body</p>"
    assert opened.extra_headers["Auto-Submitted"] == "yes"
    assert opened.extra_headers["Message-ID"].endswith("@hub.example>")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    sealed = encrypt_mail(message)
    settings.SECRET_KEY = "another" * 10
    assert decrypt_mail(sealed).subject == "Sübject"


def test_an_attachment_is_refused_rather_than_lost() -> None:
    message = EmailMessage("Subject", "Body", to=["to@hub.test"])
    message.attach("a.txt", "text")
    with pytest.raises(MailHasAttachment):
        get_connection().send_messages([message])
