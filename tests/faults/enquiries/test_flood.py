"""A flood from one address: whoever shares it is served, others are too, and nothing is dropped without a word."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter

from directory.enquiries.content.references import new_reference, new_secret
from directory.enquiries.robots.slowing import MOST_FROM_AN_ADDRESS, TYPED_IN
from directory.enquiries.robots.trap import TRAP
from tests.faults.enquirer import CODE, REFERENCE, Enquirer
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.conftest import QUARANTINE_MOST
from tests.faults.enquiries.counting import notified_by, owed_by
from tests.faults.hub_databases import connected
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

GENUINE = size(2, 30)
OTHERS = size(1, 10)
ROBOTS = QUARANTINE_MOST + size(2, 50)
TOGETHER = 6
LONGEST_WAIT = 20.0
FIND = "/enquiries/find/"
FLOODED, OTHER = "127.0.0.1", "127.0.0.2"


class FromAddress(HTTPAdapter):
    """Sends from an address of this machine."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options, source_address=(self.address, 0))


@dataclass
class Sender(Enquirer):
    """Takes the time of the slowest page."""

    address: str = FLOODED
    longest: float = 0.0

    def __post_init__(self) -> None:
        self.browser.mount("http://", FromAddress(self.address))
        self.browser.hooks["response"].append(self.note)

    def note(self, page: requests.Response, **options: object) -> None:
        self.longest = max(self.longest, page.elapsed.total_seconds())


@dataclass
class Robot(Sender):
    """Fills in every field there is."""

    last: requests.Response | None = None

    def filled(self, page: requests.Response) -> tuple[str, list[tuple[str, str]]]:
        address, data = super().filled(page)
        return address, [(name, "https://buy.example" if name == TRAP else value) for name, value in data]

    def flood(self) -> "Robot":
        self.last = self.walk(lambda page: self.acknowledged(page) or page.status_code == 429)
        return self


def guess_on(hub: RunningHub, done: threading.Event) -> None:
    """Wrong codes without end."""
    guesser, count = Sender(base(hub), {}), 0
    while not done.is_set() or count <= MOST_FROM_AN_ADDRESS:
        guesser.answers = {"reference": new_reference(), "code": new_secret()}
        guesser.press(guesser.ask("GET", FIND))
        count += 1


def base(hub: RunningHub) -> str:
    return f"http://127.0.0.1:{hub.port}"


@dataclass
class Flood:
    """What came of it: who was told which reference, and which references are stored, set aside or not."""

    people: dict[str, str] = field(default_factory=dict)
    robots: list[str] = field(default_factory=list)
    stored: dict[str, bool] = field(default_factory=dict)

    def problems(self) -> Iterator[str]:
        """What must never happen, however much arrives."""
        for name, reference in self.people.items():
            if reference not in self.stored:
                yield f"not served: {name}"
            elif self.stored[reference]:
                yield f"taken for a machine: {name}"
        for reference in self.robots:
            if reference not in self.stored:
                yield f"dropped without a word: {reference}"
            elif not self.stored[reference]:
                yield f"taken for a person: {reference}"


@dataclass
class Flooded:
    """The hub afterwards, with everyone's browser."""

    robots: list[Robot]
    people: dict[str, Sender]
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)

    def send(self, name: str) -> None:
        receipt = self.people[name].walk(self.people[name].acknowledged)
        code = CODE.search(receipt.text)
        assert code
        self.codes[name] = self.people[name].acknowledged(receipt), code[0]


@pytest.fixture(scope="module")
def flooded(mailing_hub: RunningHub) -> Iterator[Flooded]:
    names = {f"Flooded {number}": FLOODED for number in range(GENUINE)}
    names |= {f"Flooded elsewhere {number}": OTHER for number in range(OTHERS)}
    people = {name: Sender(base(mailing_hub), answers(name), address=address) for name, address in names.items()}
    robots = [Robot(base(mailing_hub), answers(f"Robot {number}")) for number in range(ROBOTS)]
    made, done = Flooded(robots, people), threading.Event()
    guesser = threading.Thread(target=guess_on, args=(mailing_hub, done))
    guesser.start()
    try:
        with ThreadPoolExecutor(TOGETHER) as pool:
            flooding = [pool.submit(robot.flood) for robot in robots[:QUARANTINE_MOST]]
            sending = [pool.submit(made.send, name) for name in people]
            for future in (*flooding, *sending):
                future.result()
            list(pool.map(Robot.flood, robots[QUARANTINE_MOST:]))
    finally:
        done.set()
        guesser.join()
    yield made
    with connected(mailing_hub) as connection:
        connection.execute("DELETE FROM enquiries_wrongcode")


def test_people_are_served_and_nothing_is_dropped_without_a_word(
    mailing_hub: RunningHub, mail_server: MailServer, flooded: Flooded
) -> None:
    acknowledged = [robot.acknowledged(robot.last) for robot in flooded.robots if robot.last is not None]
    with connected(mailing_hub) as connection:
        rows = connection.execute("SELECT reference, quarantined_at IS NOT NULL FROM enquiries_enquiry").fetchall()
    flood = Flood(
        people={name: reference for name, (reference, _) in flooded.codes.items()},
        robots=[reference for reference in acknowledged if reference],
        stored={reference: bool(is_aside) for reference, is_aside in rows},
    )
    assert list(flood.problems()) == []
    assert len(flood.people) == GENUINE + OTHERS
    assert len(flood.robots) == QUARANTINE_MOST
    mailing_hub.wait_for(lambda: owed_by(mailing_hub) == 0, "the outbox to be empty", seconds=120)
    assert set(flood.people.values()) <= set(notified_by(mail_server))
    assert max(person.longest for person in flooded.people.values()) < LONGEST_WAIT


def test_what_there_is_no_room_for_is_kept_and_not_thanked_for(flooded: Flooded) -> None:
    refused = [robot for robot in flooded.robots if robot.last is not None and robot.last.status_code == 429]
    assert refused
    for robot in refused:
        assert robot.last is not None
        assert "Nothing has been sent" in robot.last.text
        assert "hank you" not in robot.last.text
        assert not REFERENCE.search(robot.last.text)
        assert robot.answers["words"] in robot.ask("GET", "/enquiries/1/check/").text


def test_after_many_wrong_codes_right_ones_open_in_no_haste_from_there_and_at_once_from_elsewhere(
    mailing_hub: RunningHub, flooded: Flooded
) -> None:
    for name, person in list(flooded.people.items())[:: GENUINE or 1]:
        reference, code = flooded.codes[name]
        person.answers |= {"reference": reference, "code": code}
        page = person.ask("GET", FIND)
        pressed = person.press(page)
        assert pressed.url.endswith("/status/") == (person.address == OTHER)
        if person.address == FLOODED:
            page = person.ask("GET", FIND)
            time.sleep(TYPED_IN.total_seconds() + 1)
            assert person.press(page).url.endswith("/status/")


@pytest.mark.parametrize(
    ("flood", "problem"),
    [
        (Flood({"Ann": ""}), "not served: Ann"),
        (Flood({"Ann": "PSH-1"}, [], {"PSH-1": True}), "taken for a machine: Ann"),
        (Flood({}, ["PSH-2"], {}), "dropped without a word: PSH-2"),
        (Flood({}, ["PSH-2"], {"PSH-2": False}), "taken for a person: PSH-2"),
    ],
)
def test_a_control_what_goes_wrong_is_seen(flood: Flood, problem: str) -> None:
    assert list(flood.problems()) == [problem]
