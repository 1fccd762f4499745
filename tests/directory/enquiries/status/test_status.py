"""Where an enquiry has got to: what is said and when, what is never said, and who can look."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.actions import (
    claim_enquiry,
    close_enquiry,
    merge_enquiries,
    open_enquiry,
    record_answer,
)
from directory.enquiries.content.references import code_of, new_reference, new_secret
from directory.enquiries.models import Enquiry, WrongCode
from directory.enquiries.robots.slowing import MOST_FROM_AN_ADDRESS
from directory.enquiries.status.progress import duration_words
from directory.enquiries.storage.access_log import find_problems
from hub.models import User
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


def test_guesses_from_one_address_are_answered_alike_and_noted_up_to_a_bound(enquiry: Enquiry) -> None:
    client, answers = Client(), set()
    references = [enquiry.reference if number % 4 == 0 else new_reference() for number in range(120)]
    for reference in references:
        response = client.post(FIND, {"reference": reference, "code": new_secret()})
        answers.add((response.status_code, len(response.content)))
    assert len(answers) == 1
    assert enquiry.events.count() == 1
    noted = Counter(WrongCode.objects.values_list("about", flat=True))
    # The address, and of 30 guesses the reference that exists. Of the others each was guessed once.
    assert sorted(noted.values()) == [1] * 90 + [MOST_FROM_AN_ADDRESS] * 2


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


def test_the_page_asks_the_database_no_more_than_this(sender: Client) -> None:
    sender.get(STATUS)
    with CaptureQueriesContext(connection) as asked:
        sender.get(STATUS)
    assert len(asked) <= 4, [query["sql"] for query in asked]


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


def test_one_that_was_merged_goes_on_as_the_other_does(sender: Client, enquiry: Enquiry, moderator: User) -> None:
    older = make_enquiry()
    Enquiry.objects.filter(pk=older.pk).update(received_at=enquiry.received_at - timedelta(days=1))
    older.refresh_from_db()
    open_enquiry(enquiry=enquiry, by=moderator)
    merge_enquiries(older=older, newer=enquiry, by=moderator)
    page = page_of(sender)
    assert heading(page) in ("Received", "Read by a person")
    assert older.reference not in page
    record_answer(enquiry=older, by=moderator, text="Called", done_by="Sam")
    assert "Answered" in page_of(sender)
    close_enquiry(enquiry=claim_enquiry(enquiry=older, by=moderator), by=moderator, reason="planned")
    assert heading(page_of(sender)) == "Yes: they have a place"


def test_one_that_was_merged_twice_goes_on_as_the_last_does(sender: Client, enquiry: Enquiry, moderator: User) -> None:
    between, last = make_enquiry(), make_enquiry()
    merge_enquiries(older=between, newer=enquiry, by=moderator)
    merge_enquiries(older=last, newer=between, by=moderator)
    record_answer(enquiry=last, by=moderator, text="Called", done_by="Sam")
    page = page_of(sender)
    assert "Answered" in page
    assert between.reference not in page
    assert last.reference not in page
