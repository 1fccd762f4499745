"""A word in every field of many enquiries, while everything fails now and then, is afterwards nowhere to be read."""

import secrets
import smtplib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from django.core import signing

from tests.faults.enquirer import CODE
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.counting import owed_by, stored_in
from tests.faults.enquiries.hiding_places import HidingPlaces, Listening
from tests.faults.failing_writes import failing_writes
from tests.faults.forced_errors import ERRORS, force_errors, stop_errors
from tests.faults.hub_databases import KEYS, MAIN, connected, is_sqlite
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

ENQUIRIES = size(4, 500)
TOGETHER = 4
TEXTS = (
    *("words", "address", "times", "introduction", "who_may_answer", "what_would_help", "language", "access_needs"),
    *("safety_note", "sender_name", "sender_organisation", "sender_role"),
)
KINDS = (
    {"sender_kind": "professional"},
    {"sender_kind": "relative", "age": "15"},
    {"sender_kind": "person", "consent_basis": "own", "channels": ["phone", "text", "email", "letter"]},
)
NOTES = """
from directory.enquiries.actions import add_note, claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from tests.factories.hub import make_user
worker = make_user(roles.MODERATORS, "takes-notes@staff.example")
for enquiry in Enquiry.objects.filter(claimed_at=None, closed_at=None)[:20]:
    claim_enquiry(enquiry=enquiry, by=worker)
    open_enquiry(enquiry=enquiry, by=worker)
    add_note(enquiry=enquiry, by=worker, text="CANARY note")
    close_enquiry(enquiry=enquiry, by=worker, reason="planned", note="CANARY closing")
"""
INDEXED = """
from tests.factories.directory import ServiceFactory
ServiceFactory(name="CANARY of a service", slug="planted")
"""
# Nobody waits an hour in a test for the next attempt.
DUE_NOW = """
from django.utils import timezone
from directory.enquiries.models import OutboxMessage
OutboxMessage.objects.owed().update(next_attempt_at=timezone.now(), leased_until=None)
"""


def with_canaries(word: str, number: int) -> dict[str, Any]:
    # Every tenth says what others said, and is set aside. If all did, they would fill the room for such ones.
    own = number if number % 10 else "again"
    fields = {name: f"{word} {name} {own}" for name in TEXTS}
    mails = {name: f"{word}.{number}.{name}@council.example" for name in ("email", "sender_email")}
    phones = {"phone": f"0141 496 0100 {word}", "sender_phone": f"0141 496 0101 {word}"}
    every = {"channels": ["phone", "text", "email", "letter", "sender"], "email_reference": "on"}
    return {**answers(f"{word} {number}"), **fields, **mails, **phones, **every, **KINDS[number % len(KINDS)]}


def send_and_complain(hub: RunningHub, word: str, number: int) -> Listening:
    """Every fourth leaves in the middle, and the others come back with their code."""
    person = Listening(f"http://127.0.0.1:{hub.port}", with_canaries(word, number))
    if number % 4 == 3:
        person.walk(lambda page: page.url.endswith("/check/"))
        return person
    receipt = person.walk(person.acknowledged)
    person.answers |= {
        "reference": person.acknowledged(receipt),
        "code": code_on(receipt),
        "text": f"{word} complaint",
    }
    person.walk(lambda page: page.url.endswith("/status/"), person.ask("GET", "/enquiries/find/"))
    person.walk(lambda page: page.url.endswith("/status/"), person.ask("GET", "/enquiries/status/complaint/"))
    return person


def code_on(receipt: requests.Response) -> str:
    found = CODE.search(receipt.text)
    assert found
    return found[0]


def test_it_is_nowhere_to_be_read(mailing_hub: RunningHub, mail_server: MailServer) -> None:
    word = f"Zaunkoenig{secrets.token_hex(4)}"
    force_errors(mailing_hub.folder, word)
    try:
        with failing_writes(mailing_hub), ThreadPoolExecutor(TOGETHER) as pool:
            people = list(pool.map(lambda number: send_and_complain(mailing_hub, word, number), range(ENQUIRIES)))
    finally:
        stop_errors(mailing_hub.folder)
    mailing_hub.run(NOTES.replace("CANARY", word))
    mailing_hub.run(DUE_NOW)
    mailing_hub.wait_for(lambda: owed_by(mailing_hub) == 0, "the outbox to be empty", seconds=600)
    assert len(stored_in(mailing_hub, word)) == ENQUIRIES - ENQUIRIES // 4, "who reads them finds every word"
    log = (mailing_hub.folder / "log").read_text()
    assert any(error.__name__ in log for error in ERRORS), "nothing failed"
    assert HidingPlaces(mailing_hub, mail_server, people).holding(word) == set()


def test_a_control_what_lies_there_is_found(mailing_hub: RunningHub, mail_server: MailServer) -> None:
    person = Listening(f"http://127.0.0.1:{mailing_hub.port}", {})
    person.ask("GET", "/enquiries/new/")
    places = HidingPlaces(mailing_hub, mail_server, [person])
    missed = []
    for place, leak in leaks(places).items():
        word = f"Leck{secrets.token_hex(6)}"
        leak(word)
        # At once: a busy server throws its log of writes away within seconds.
        if place not in places.holding(word):
            missed.append(place)
    assert missed == []
    mailing_hub.run("from directory.models import Service\nService.objects.all().delete()\n")
    assert places.holding(f"Leck{secrets.token_hex(6)}") == set(), "and nothing else is"


def leaks(places: HidingPlaces) -> dict[str, Callable[[str], object]]:
    """For each place, how to put a word there."""
    kept, hub = places.people[0].kept, places.hub
    anywhere: dict[str, Callable[[str], object]] = {
        "log": lambda word: append(hub.folder / "log", f"ValueError: near {word}\n"),
        "mails": lambda word: mail(places.mail_server.port, word),
        "titles": lambda word: kept["titles"].append(f"Enquiry of {word}"),
        "headers": lambda word: kept["headers"].append(f"Location: /enquiries/%20{word}/"),
        "cookies": lambda word: kept["cookies"].append(f"messages={signing.dumps(word * 9, compress=True)}"),
        "rows": lambda word: store(hub, MAIN, signing.dumps({"text": word * 9}, compress=True)),
        "index": lambda word: hub.run(INDEXED.replace("CANARY", word)),
        "file search": lambda word: append(hub.folder / "search" / "left", word),
    }
    if is_sqlite(hub):
        return anywhere | {
            "file hub.sqlite3-wal": lambda word: store(hub, MAIN, word),
            "file enquiry-keys.sqlite3": lambda word: store(hub, KEYS, word),
        }
    return anywhere | {
        "file base": lambda word: store(hub, MAIN, word),
        "file pg_wal": lambda word: store(hub, KEYS, word),
        "log of PostgreSQL": lambda word: refuse(hub, word),
    }


def append(file: Path, text: str) -> None:
    with file.open("a") as opened:
        opened.write(text)


def mail(port: int, word: str) -> None:
    with smtplib.SMTP("127.0.0.1", port) as server:
        text = f"Message-ID: <{secrets.token_hex(8)}>\r\nTo: a@hub.example\r\n\r\nNear {word}."
        server.sendmail("a@hub.example", ["a@hub.example"], text)


def store(hub: RunningHub, variable: str, text: str) -> None:
    with connected(hub, variable) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS leak (text text)")
        connection.execute(f"INSERT INTO leak VALUES ('{text}')")  # noqa: S608 - our own word


def refuse(hub: RunningHub, word: str) -> None:
    with connected(hub) as connection, suppress(psycopg.DatabaseError):
        connection.execute(f"SELECT '{word}'::integer")
