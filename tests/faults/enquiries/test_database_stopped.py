"""While a database is stopped nobody is thanked and what they typed comes back; afterwards the same pages work."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
import requests
from bs4 import BeautifulSoup
from django.db import connection

from tests.faults.enquirer import REFERENCE, Enquirer
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.counting import Count, notified_by, owed_by, stored_in, words_stored_in
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub
from tests.faults.size import size
from tests.faults.stopped_databases import Fault, disk_full, keys_stopped, main_stopped

pytestmark = pytest.mark.django_db

PEOPLE = size(1, 10)
TOGETHER = 6
Where = Callable[[requests.Response], bool]


def asks_for_words(page: requests.Response) -> bool:
    return 'name="words"' in page.text


def asks_to_send(page: requests.Response) -> bool:
    return page.url.endswith("/check/")


@dataclass
class Interrupted:
    """Somebody who stands before one page when the database stops, and presses on when it works again."""

    where: Where
    person: Enquirer
    page: requests.Response

    @classmethod
    def walked(cls, hub: RunningHub, name: str, where: Where) -> "Interrupted":
        person = Enquirer(f"http://127.0.0.1:{hub.port}", answers(name))
        return cls(where, person, person.walk(where))

    def problems(self, answer: requests.Response) -> Iterator[str]:
        """What must not be in the answer to a press while a database is stopped."""
        if answer.status_code != 503:
            yield f"answered {answer.status_code}"
        if "hank you" in answer.text or REFERENCE.search(answer.text) or "enquiry_receipt" in answer.cookies:
            yield "acknowledged"
        if "could not save" not in answer.text:
            yield "did not say that nothing was saved"
        typed = BeautifulSoup(answer.text, "html.parser").select_one("textarea[name=words]")
        if self.where is asks_for_words and (typed is None or typed.text.strip() != self.person.answers["words"]):
            yield "lost what was typed"


# Keeping a page only reads a key, which SQLite allows while somebody else writes.
WHERE = {
    main_stopped: (asks_for_words, asks_to_send),
    keys_stopped: (asks_to_send,) if connection.vendor == "sqlite" else (asks_for_words, asks_to_send),
    disk_full: (asks_for_words, asks_to_send),
}
FAULTS = [main_stopped, keys_stopped, pytest.param(disk_full, marks=pytest.mark.only_on("sqlite"))]


@pytest.mark.parametrize("fault", FAULTS)
def test_nobody_is_thanked_and_texts_come_back(mailing_hub: RunningHub, mail_server: MailServer, fault: Fault) -> None:
    kind = f"Stopped {fault.__name__}"
    wanted = {f"{kind} {where.__name__} {number}": where for number in range(PEOPLE) for where in WHERE[fault]}
    with ThreadPoolExecutor(TOGETHER) as pool:
        people = dict(zip(wanted, pool.map(Interrupted.walked, *each(mailing_hub, wanted)), strict=True))
        with fault(mailing_hub):
            pages = list(pool.map(lambda one: one.person.press(one.page), people.values()))
            assert mailing_hub.get("/health/live")[0] == 200
    answered = dict(zip(people, pages, strict=True))
    assert {name: found for name, page in answered.items() if (found := list(people[name].problems(page)))} == {}
    check_all_arrive(mailing_hub, mail_server, kind, people, answered)


def check_all_arrive(
    hub: RunningHub,
    mail_server: MailServer,
    kind: str,
    people: dict[str, Interrupted],
    answered: dict[str, requests.Response],
) -> None:
    """Go on from the page that each was given, without a restart of anything, to one enquiry with what was typed."""
    count = Count()
    for name, one in people.items():
        receipt = one.person.walk(one.person.acknowledged, answered[name])
        count.acknowledged[name] = one.person.acknowledged(receipt)
    hub.wait_for(lambda: owed_by(hub) == 0, "the outbox to be empty", seconds=120)
    count.stored, count.notified = stored_in(hub, kind), notified_by(mail_server)
    assert len(count.stored) == len(people)
    assert list(count.problems()) == []
    assert words_stored_in(hub, kind) == {name: one.person.answers["words"] for name, one in people.items()}


def each(hub: RunningHub, wanted: dict[str, Where]) -> tuple[list[RunningHub], list[str], list[Where]]:
    return [hub] * len(wanted), list(wanted), list(wanted.values())


@pytest.mark.parametrize("where", [asks_for_words, asks_to_send])
def test_a_control_while_nothing_is_stopped_the_same_press_is_no_503(mailing_hub: RunningHub, where: Where) -> None:
    one = Interrupted.walked(mailing_hub, f"Undisturbed {where.__name__}", where)
    found = list(one.problems(one.person.press(one.page)))
    assert "answered 200" in found
    assert ("acknowledged" if where is asks_to_send else "lost what was typed") in found
