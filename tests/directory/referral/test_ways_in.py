"""How a service is reached: only by the ways it has, what works today first."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from directory.models import Schedule, Service, WayIn
from directory.opening_hours.hours import LONDON, Opening, State
from directory.referral.ways_in import RecordedWayIn, ShownWayIn, WaysInRecord, ways_into
from directory.saved_list.codes import SavedList
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.referral import say

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=LONDON)
OPEN = Opening(State.OPEN, until=NOW + timedelta(hours=4))
LATER_TODAY = Opening(State.CLOSED, opens=NOW + timedelta(hours=2))
TOMORROW = Opening(State.CLOSED, opens=NOW + timedelta(days=1))
PERHAPS = Opening(State.OPEN, call_first=True)
ALL = ("enquiry", "professional", "ask-staff", "drop-in", "call")


def listed(*kinds: str, answer_days: int | None = None, **fields: object) -> WaysInRecord:
    ways = [RecordedWayIn(kind, "", answer_days if kind == "enquiry" else None) for kind in kinds]
    return WaysInRecord("ours", ways, **{"phones": [("0141 496 0000", "Duty line")], **fields})


def way(kind: str, setting: str = "", **fields: object) -> ShownWayIn:
    found = ways_into(listed(kind, **fields), NOW, setting)
    assert len(found) == 1
    return found[0]


def test_only_recorded_ways_are_shown_in_one_order() -> None:
    assert [found.kind for found in ways_into(listed(*ALL), NOW)] == list(reversed(ALL))
    assert [found.kind for found in ways_into(listed("drop-in"), NOW)] == ["drop-in"]
    assert ways_into(listed(), NOW) == ()


@pytest.mark.parametrize("setting", ["police-custody", "court"])
def test_what_works_today_comes_first_for_who_is_there_for_hours(setting: str) -> None:
    found = ways_into(listed(*ALL, opening=OPEN), NOW, setting)
    assert [shown.kind for shown in found if shown.works_today] == ["call", "ask-staff"]
    assert [shown.kind for shown in found][:2] == ["call", "ask-staff"]
    found = ways_into(listed(*ALL, opening=TOMORROW), NOW, setting)
    assert next(shown.kind for shown in found) == "ask-staff"
    assert [shown.kind for shown in found if shown.works_today] == ["ask-staff"]


@pytest.mark.parametrize("setting", ["", "prison", "licence"])
def test_nothing_is_promised_for_today_to_who_has_days(setting: str) -> None:
    assert not any(found.works_today for found in ways_into(listed(*ALL, opening=OPEN), NOW, setting))


@pytest.mark.parametrize(
    ("opening", "works"),
    [
        (OPEN, True),
        (LATER_TODAY, True),
        (TOMORROW, False),
        (PERHAPS, False),
        (None, False),
        (Opening(State.CLOSED), False),
        (Opening(State.NOT_RECORDED), False),
    ],
)
def test_a_call_works_today_when_somebody_surely_answers(opening: Opening | None, works: bool) -> None:
    assert way("call", "police-custody", opening=opening).works_today == works


def test_unknown_hours_promise_nothing() -> None:
    assert way("call").detail == "Duty line"
    assert "Open until 15:00" in way("call", opening=OPEN).detail


def test_each_number_is_a_way_to_call() -> None:
    found = ways_into(listed("call", phones=[("0141 496 0000", "Duty line"), ("116 123", "")]), NOW)
    assert [(shown.label, shown.url) for shown in found] == [
        ("Call 0141 496 0000", "tel:01414960000"),
        ("Call 116 123", "tel:116123"),
    ]
    assert way("call", phones=[]) == ShownWayIn("call", "Call", "No phone number is recorded")


def test_somebody_in_a_cell_asks_for_a_phone() -> None:
    assert "In a cell: ask the custody staff for a phone" in way("call", "police-custody").detail
    assert "cell" not in way("call", "court").detail


@pytest.mark.parametrize(
    ("setting", "label"),
    [
        ("police-custody", "Ask the custody staff"),
        ("court", "Ask the court staff"),
        ("prison", "Ask the prison staff"),
        ("before-release", "Ask the prison staff"),
        ("licence", "Ask the staff where the person is"),
        ("", "Ask the staff where the person is"),
    ],
)
def test_the_staff_who_are_there_are_asked(setting: str, label: str) -> None:
    assert way("ask-staff", setting).label == label


@pytest.mark.parametrize(
    ("days", "setting", "words"),
    [
        (None, "", "A person here reads it on the next working day"),
        (0, "", "Usually answered the same day"),
        (1, "", "Usually answered within 1 working day"),
        (3, "prison", "Usually answered within 3 working days"),
        (3, "police-custody", "Usually answered within 3 working days: too long for a custody stay"),
        (1, "court", "Usually answered within 1 working day: too long for a day at court"),
        (None, "police-custody", "A person here reads it on the next working day: too long for a custody stay"),
        (0, "police-custody", "Usually answered the same day"),
    ],
)
def test_an_enquiry_says_how_long_it_takes(days: int | None, setting: str, words: str) -> None:
    assert way("enquiry", setting, answer_days=days).detail == words
    assert way("enquiry").url == "/enquiries/new/?service=ours"


def test_a_professional_is_named() -> None:
    assert way("professional", routes=["Police", "Health staff"]).detail == "Police, Health staff"
    described = WaysInRecord("ours", [RecordedWayIn("professional", "The custody nurse", None)], routes=["Police"])
    assert ways_into(described, NOW)[0].detail == "The custody nurse"


def test_an_example_number_says_so() -> None:
    found = ways_into(listed("call", phones=[("0141 496 0000", ""), ("116 123", "")]), NOW)
    assert [shown.is_example for shown in found] == [True, False]


def pages_of(service: Service) -> dict[str, str]:
    return {
        "finder": "/find/?q=alongside",
        "service": service.get_absolute_url(),
        "organisation": service.organization.get_absolute_url(),
        "list": f"/list/{SavedList((service.pk,)).code}/",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["finder", "service", "organisation", "list"])
def test_every_page_shows_the_recorded_ways_and_no_other(client: Client, page: str) -> None:
    service = ServiceFactory(name="Alongside", ways=["drop-in", "professional"], phones=["0141 496 0000"])
    address = pages_of(service)[page]
    content = client.get(address).content.decode()
    assert shown_in(content) == ["Drop in", "A professional refers"]
    assert "/enquiries/new/?service=" not in content
    for kind, days in (("enquiry", 2), ("call", None)):
        WayIn.objects.create(service=service, kind=kind, answer_days=days)
    content = client.get(address).content.decode()
    assert shown_in(content) == [
        "Call 0141 496 0000 (example number)",
        "Drop in",
        "A professional refers",
        "Send an enquiry to Alongside",
    ]
    assert f'href="/enquiries/new/?service={service.slug}"' in content
    assert "Usually answered within 2 working days" in content


def shown_in(content: str) -> list[str]:
    """The names of the ways in on a page, as they are read aloud."""
    items = re.findall(r'<li class="hub-ways__way">(.*?)</li>', content, re.DOTALL)
    names = (item.split('<span class="hub-ways__detail"')[0] for item in items)
    return [" ".join(re.sub(r"<[^>]+>", "", name).split()) for name in names]


@pytest.mark.django_db
def test_text_of_editors_is_escaped(client: Client) -> None:
    way = {"kind": "call", "description": "<i>d</i>"}
    ServiceFactory(
        slug="odd", name="<b>n</b>", ways=[way, "enquiry"], phones=["<u>1</u>"], questions={"age": "<s>q</s>"}
    )
    for address in ("/find/", "/services/odd/"):
        content = client.get(address).content.decode()
        assert "&lt;i&gt;d" in content
        for tag in ("<i>d", "<b>n", "<u>1", "<s>q"):
            assert tag not in content


@pytest.mark.django_db
def test_a_service_without_ways_says_so(client: Client) -> None:
    ServiceFactory(slug="ours")
    assert "How to reach it is not recorded" in client.get("/services/ours/").content.decode()
    content = client.get("/find/").content.decode()
    assert "Ways in</p>" not in content
    assert "how to reach it" in content


@pytest.mark.django_db
def test_in_custody_now_every_page_says_what_works_today(client: Client) -> None:
    TermFactory(slug="police-custody", taxonomy="setting")
    service = ServiceFactory(name="Alongside", slug="ours", ways=["enquiry", "call"], phones=["0141 496 0000"])
    Schedule.objects.create(service=service, byday="MO", until_day="SU", opens_at="00:00", closes_at="00:00")
    Schedule.objects.update(bank_holidays="open")
    for address in ("/find/", "/services/ours/", service.organization.get_absolute_url()):
        assert "Works today" not in client.get(address).content.decode()
    say(client, setting="police-custody")
    for address in ("/find/", "/services/ours/", service.organization.get_absolute_url()):
        content = client.get(address).content.decode()
        assert content.index("Works today") < content.index("too long for a custody stay")
        assert content.count("Works today") == 1
    for address in ("/find/", "/services/ours/"):
        assert "In custody now?" in client.get(address).content.decode()


@pytest.mark.django_db
def test_the_setting_that_is_sought_counts_as_well(client: Client) -> None:
    ServiceFactory(settings=["police-custody"], ways=["ask-staff"])
    content = client.get("/find/?setting=police-custody").content.decode()
    assert "Ask the custody staff" in content
    assert "Works today" in content
