"""Every button pressed ten times at once: one enquiry, and everybody is told the same reference."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
import requests

from tests.faults.enquirer import Enquirer
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.counting import Count, notified_by, owed_by, stored_in
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

PEOPLE = size(2, 200)
PRESSES = 10
TOGETHER = 4


@dataclass
class Impatient(Enquirer):
    """Presses every button ten times at once, each time with the cookies it had before."""

    told: list[str] = field(default_factory=list)

    def ask(self, method: str, address: str, data: list[tuple[str, str]] | None = None) -> requests.Response:
        if method == "GET":
            return super().ask(method, address, data)
        with ThreadPoolExecutor(PRESSES) as pool:
            pages = list(pool.map(lambda _: self._pressed(address, data), range(PRESSES)))
        self.told = [self.acknowledged(page) or f"{page.status_code} {page.url}" for page in pages]
        self.browser.cookies.update(pages[-1].request._cookies or {})
        for page in pages:
            for answer in (*page.history, page):
                self.browser.cookies.update(answer.cookies)
        return pages[-1]

    def _pressed(self, address: str, data: list[tuple[str, str]] | None) -> requests.Response:
        own = Enquirer(self.base, self.answers)
        own.browser.cookies.update(self.browser.cookies)
        return own.ask("POST", address, data)


def test_ten_presses_are_one_enquiry(mailing_hub: RunningHub, mail_server: MailServer) -> None:
    count, told = Count(), {}

    def send(number: int) -> None:
        person = Impatient(f"http://127.0.0.1:{mailing_hub.port}", answers(f"Impatient {number}"))
        count.acknowledged[f"Impatient {number}"] = person.send()
        told[number] = set(person.told)

    with ThreadPoolExecutor(TOGETHER) as pool:
        list(pool.map(send, range(PEOPLE)))
    mailing_hub.wait_for(lambda: owed_by(mailing_hub) == 0, "the outbox to be empty", seconds=120)
    count.stored, count.notified = stored_in(mailing_hub, "Impatient"), notified_by(mail_server)
    assert list(count.problems()) == []
    assert len(count.stored) == PEOPLE
    assert [references for references in told.values() if len(references) != 1] == []
