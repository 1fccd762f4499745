"""Where an enquiry has got to: what is said and when, what is never said, and who can look."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.actions import claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.content.references import code_of, new_reference, new_secret
from directory.enquiries.mail.delivery import drain_outbox
from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage, SenderMessage, WrongCode
from directory.enquiries.retention.anonymisation import anonymise_enquiry
from directory.enquiries.status.actions import MOST_UNHANDLED, leave_message, withdraw_enquiry
from directory.enquiries.status.progress import duration_words
from directory.enquiries.storage.access_log import find_problems
from hub.models import User
from tests.directory.enquiries.privacy.test_faults import refuse_queries
from tests.factories.enquiries import make_enquiry, state_of

pytestmark = pytest.mark.django_db
FIND, STATUS, SEND = "/enquiries/find/", "/enquiries/status/", "/enquiries/status/send/"
WRITTEN = "Kanarienvogel wrote this"


@pytest.fixture
def enquiry() -> Enquiry:
    return make_enquiry(words=WRITTEN)


@pytest.fixture
def sender(client: Client, enquiry: Enquiry) -> Client:
    """A browser that has the page open."""
    assert look_up(client, enquiry).status_code == 303
    return client


def look_up(client: Client, enquiry: Enquiry, **changes: str) -> Any:
    return client.post(FIND, {"reference": enquiry.reference, "code": code_of(enquiry.token), **changes})


def page_of(client: Client) -> str:
    page = client.get(STATUS)
    assert page.status_code == 200
    return page.content.decode()


def write(client: Client, kind: str, text: str = "Something new", **more: str) -> Any:
    page = client.get(f"{STATUS}{kind}/")
    return client.post(SEND, {"state": state_of(page), "text": text, **more})


def heading(page: str) -> str:
    found = re.search(r"<h1[^>]*>([^<]*)", page)
    return found[1] if found else ""


def test_it_says_what_was_done_and_what_comes_next(sender: Client, enquiry: Enquiry, moderator: User) -> None:
    page = page_of(sender)
    assert enquiry.reference in page
    assert heading(page) == "Received"
    assert "Somebody reads it by" in page
    open_enquiry(enquiry=enquiry, by=moderator)
    page = page_of(sender)
    assert heading(page) == "Read by a person"
    assert "That took 1 minute" in page
    assert "1 person has opened it" in page
    claim_enquiry(enquiry=enquiry, by=moderator)
    Enquiry.objects.update(waiting_for="service", waiting_until=datetime(2030, 11, 29, tzinfo=UTC).date())
    page = page_of(sender)
    assert heading(page) == "With the service"
    assert "by Friday 29 November" in page
    Enquiry.objects.update(waiting_for="sender")
    assert heading(page_of(sender)) == "We have a question for you"
    close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
    page = page_of(sender)
    assert heading(page) == "Yes: they have a place"
    assert "Withdraw this enquiry" not in page


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("planned", "Yes: they have a place"),
        ("declined", "Not this time"),
        ("no_service", "Not this time"),
        ("withdrawn", "Withdrawn"),
        ("died", "Ended"),
        ("unwell", "Ended"),
        ("taken_into_custody", "Ended"),
        ("no_contact", "Ended"),
        ("not_an_enquiry", "Ended"),
    ],
)
def test_of_the_end_no_more_is_said_than_whether_it_led_to_a_place(
    sender: Client, enquiry: Enquiry, moderator: User, reason: str, told: str
) -> None:
    claim_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason=reason)
    page = page_of(sender)
    assert heading(page) == told
    main = page[page.index("<main") : page.index("</main>")]
    for said in ("died", "custody", "unwell", "not well", "moved"):
        assert said not in main


def test_it_never_shows_a_name_or_what_was_written(sender: Client, enquiry: Enquiry) -> None:
    write(sender, "addition", f"{WRITTEN} later")
    page = page_of(sender)
    assert "You added something" in page
    for written in (WRITTEN, "R.M.", "G31", "0141 496 0100", "council.example", "housing"):
        assert written not in page


def test_looking_is_logged_and_counts_as_being_told(sender: Client, enquiry: Enquiry) -> None:
    assert [event.action for event in enquiry.events.all()] == ["received", "looked_up"]
    enquiry.refresh_from_db()
    assert enquiry.sender_told_at is not None
    assert list(find_problems()) == []


def test_what_cannot_be_logged_is_not_shown(client: Client, enquiry: Enquiry) -> None:
    def refuse_log(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT") and "auditevent" in sql:
            raise OperationalError
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse_log):
        assert look_up(client, enquiry).status_code == 503
    assert client.get(STATUS).status_code == 303


def test_it_locks_after_half_an_hour_on_demand_and_on_leaving(client: Client, enquiry: Enquiry) -> None:
    cookie = look_up(client, enquiry).cookies["enquiry_status"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (
        "/enquiries/",
        True,
        "Lax",
        1800,
    )
    assert str(enquiry.pk) not in cookie.value
    now = timezone.now().timestamp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cryptography.fernet.time.time", lambda: now + 1805)
        assert client.get(STATUS).headers["Location"] == FIND
    assert client.get(STATUS).status_code == 200
    locked = client.get("/enquiries/status/lock/")
    assert locked.cookies["enquiry_status"]["max-age"] == 0
    assert locked.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/leave/").cookies["enquiry_status"]["max-age"] == 0


WRONG: list[dict[str, str]] = [
    {"code": "4K7M2-XQD9W-7RAC"},
    {"code": ""},
    {"code": "\x00😀"},
    {"reference": "PSH-2222-2222"},
    {"reference": ""},
    {"reference": "x" * 5000, "code": "y" * 5000},
    {"reference": "", "code": ""},
]


def test_whatever_does_not_fit_gets_one_page_of_one_length(enquiry: Enquiry) -> None:
    responses = [look_up(Client(), enquiry, **wrong) for wrong in WRONG]
    assert {response.status_code for response in responses} == {200}
    pages = {response.content.decode() for response in responses}
    bare = {re.sub(r'(name="(?:csrfmiddlewaretoken|opened)" value=")[^"]*', r"\1", page) for page in pages}
    assert len(bare) == 1
    assert len({len(page) for page in pages}) == 1


def test_a_thousand_guesses_open_nothing(enquiry: Enquiry) -> None:
    client = Client()
    lengths = set()
    for number in range(1000):
        reference = enquiry.reference if number % 10 == 0 else new_reference()
        response = client.post(FIND, {"reference": reference, "code": new_secret()})
        lengths.add((response.status_code, len(response.content)))
    assert len(lengths) == 1
    assert WrongCode.objects.count() <= 1100
    assert enquiry.events.count() == 1


def test_the_control_the_right_code_does_open_it(client: Client, enquiry: Enquiry) -> None:
    typed = {"reference": enquiry.reference.lower().replace("-", " "), "code": f" {code_of(enquiry.token).lower()} "}
    assert client.post(FIND, typed).status_code == 303


def test_a_reference_rests_after_wrong_codes_and_others_do_not(client: Client, enquiry: Enquiry) -> None:
    other = make_enquiry()
    for _ in range(5):
        look_up(client, enquiry, code="4K7M2-XQD9W-7RAC")
    assert look_up(client, enquiry).status_code == 200
    assert look_up(client, other).status_code == 303, "from the same address"
    WrongCode.objects.update(at=timezone.now() - timedelta(minutes=11))
    assert look_up(client, enquiry).status_code == 303


def test_nothing_of_an_address_or_a_reference_is_kept_in_the_clear(client: Client, enquiry: Enquiry) -> None:
    look_up(client, enquiry, code="4K7M2-XQD9W-7RAC")
    kept = " ".join(str(value) for row in WrongCode.objects.values() for value in row.values())
    assert WrongCode.objects.count() == 2
    assert enquiry.reference not in kept
    assert "127.0.0.1" not in kept
    WrongCode.objects.update(at=timezone.now() - timedelta(days=1))
    call_command("sweep_drafts", verbosity=0)
    assert not WrongCode.objects.exists()


def test_it_can_be_looked_up_until_ninety_days_after_the_end(
    client: Client, enquiry: Enquiry, moderator: User
) -> None:
    claim_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason="moved")
    Enquiry.objects.update(closed_at=timezone.now() - timedelta(days=89))
    assert look_up(client, enquiry).status_code == 303
    Enquiry.objects.update(closed_at=timezone.now() - timedelta(days=91))
    assert look_up(Client(), enquiry).status_code == 200
    assert client.get(STATUS).status_code == 303, "nor by a page that is open"


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


def test_the_page_asks_the_database_no_more_than_this(sender: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        sender.get(STATUS)
    assert len(asked) <= 4, [query["sql"] for query in asked]


# Day thirty


def age(enquiry: Enquiry, days: int) -> None:
    Enquiry.objects.filter(pk=enquiry.pk).update(received_at=timezone.now() - timedelta(days=days))


def tell() -> tuple[int, int]:
    call_command("tell_senders", verbosity=0)
    return OutboxMessage.objects.filter(kind="update").count(), Enquiry.objects.sender_to_be_told(
        timezone.now()
    ).count()


def test_by_day_thirty_a_sender_is_mailed_where_that_is_safe_with_the_reference_alone(enquiry: Enquiry) -> None:
    age(enquiry, 29)
    assert tell() == (0, 0)
    age(enquiry, 30)
    assert tell() == (1, 0)
    assert tell() == (1, 0), "once"
    enquiry.refresh_from_db()
    assert enquiry.sender_told_at
    drain_outbox()
    told = mail.outbox[-1]
    assert told.to == ["a.example@council.example"]
    assert enquiry.reference in told.body
    assert code_of(enquiry.token) not in told.body
    assert "R.M." not in told.body
    assert "://" not in told.body
    Enquiry.objects.update(sender_told_at=timezone.now() - timedelta(days=31))
    OutboxMessage.objects.filter(kind="update").update(occasion="2026-01-01")
    assert tell() == (2, 0), "and again thirty days later"


def test_where_mail_is_not_safe_it_is_left_to_people() -> None:
    enquiry = make_enquiry(email_reference=False)
    age(enquiry, 31)
    assert tell() == (0, 1)


def test_whoever_looked_or_has_withdrawn_or_is_set_aside_is_not_told(client: Client) -> None:
    looked, withdrawn, aside, practice = (make_enquiry() for _ in range(4))
    for enquiry in (looked, withdrawn, aside, practice):
        age(enquiry, 40)
    look_up(client, looked)
    withdraw_enquiry(enquiry=withdrawn, text="", token=uuid.uuid4())
    Enquiry.objects.filter(pk=aside.pk).update(quarantined_at=timezone.now())
    Enquiry.objects.filter(pk=practice.pk).update(is_practice=True)
    assert tell() == (0, 0)


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=5), "1 minute"),
        (timedelta(minutes=71), "1 hour"),
        (timedelta(hours=30), "1 day"),
        (timedelta(days=3), "3 days"),
        (timedelta(seconds=-5), "1 minute"),
    ],
)
def test_how_long_it_took_is_said_as_people_say_it(length: timedelta, words: str) -> None:
    assert duration_words(length) == words
