"""Colleagues write about one enquiry at once: one is first, the others get 409 with both texts, and none is lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from directory.enquiries.actions import changing, claim_enquiry, open_enquiry
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user
from tests.faults.size import size

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("terms")]

ENQUIRIES = size(2, 10)
COLLEAGUES = size(4, 10)
VERSION = re.compile(r'name="version" value="(\d+)"')
ATTEMPT = {"direction": "out", "contacted": "sender", "means": "phone", "result": "reached"}


@dataclass
class Writer:
    """One colleague's browser, with the page of a question open."""

    user: User
    enquiry: Enquiry
    text: str
    client: Client = field(default_factory=Client)
    version: str = ""
    answers: list[tuple[int, str]] = field(default_factory=list)

    def open(self) -> None:
        self.client.force_login(self.user)
        self.version = version_in(self.client.get(self.address).content.decode())

    @property
    def address(self) -> str:
        return f"/admin/enquiries/{self.enquiry.pk}/note/"

    def press(self) -> int:
        """With what is typed, and the version that the last page carried."""
        try:
            response = self.client.post(self.address, {"text": self.text, "version": self.version})
        finally:
            connections.close_all()
        page = unescape(response.content.decode())
        self.answers.append((response.status_code, page))
        self.version = version_in(page) or self.version
        return response.status_code


def version_in(page: str) -> str:
    found = VERSION.search(page)
    return found[1] if found else ""


def notes_of(enquiry: Enquiry, reader: User) -> list[str]:
    return [str(note[1]) for note in open_enquiry(enquiry=enquiry, by=reader).notes]


def race(enquiry: Enquiry, people: list[User]) -> list[Writer]:
    """All have the same page open and press at once, then again from what they got, until each is done."""
    writers = [Writer(user, enquiry, f"Seen by <{user.pk}> & told {enquiry.reference}") for user in people]
    for writer in writers:
        writer.open()
    waiting = list(writers)
    for _ in writers:
        with ThreadPoolExecutor(len(writers)) as pool:
            done = list(pool.map(Writer.press, waiting))
        waiting = [writer for writer, status in zip(waiting, done, strict=True) if status == 409]
        if not waiting:
            return writers
    raise AssertionError("Somebody is never first.")


@pytest.fixture
def people() -> list[User]:
    return [make_user(roles.MODERATORS, f"colleague-{number}@staff.example") for number in range(COLLEAGUES)]


def test_one_is_first_and_no_text_is_lost(people: list[User]) -> None:
    for _ in range(ENQUIRIES):
        enquiry = make_enquiry()
        claim_enquiry(enquiry=enquiry, by=people[0])
        writers = race(enquiry, people)
        firsts = [writer for writer in writers if writer.answers[0][0] == 302]
        assert len(firsts) == 1
        for writer in writers:
            assert {status for status, _ in writer.answers[:-1]} <= {409}
            for _, page in writer.answers[:-1]:
                assert writer.text in page, "what they wrote"
            if writer not in firsts:
                assert firsts[0].text in writer.answers[0][1], "and what was written meanwhile"
        assert sorted(notes_of(enquiry, people[0])) == sorted(writer.text for writer in writers)


def test_a_control_a_version_that_is_not_looked_at_is_seen(
    people: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    def whatever_was_seen(enquiry: Enquiry, *, version: int | None, **rest: Any) -> Enquiry:
        return changing.change(enquiry, version=None, **rest)

    monkeypatch.setattr("directory.enquiries.actions.notes.change", whatever_was_seen)
    enquiry = make_enquiry()
    assert all(writer.answers[0][0] == 302 for writer in race(enquiry, people))
