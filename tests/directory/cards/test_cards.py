"""A card says what is known, and in one line what to ask about."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from directory.models import Schedule, Service
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


def facts(client: Client, query: str = "") -> dict[str, str]:
    """What the one card of a page says, by the name of each fact."""
    content = client.get(f"/find/{query}").content.decode()
    cards = re.findall(r'<article class="hub-card.*?</article>', content, re.DOTALL)
    assert len(cards) == 1
    assert "Not recorded" not in cards[0]
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", cards[0]))


def full_service() -> Service:
    service = ServiceFactory(
        eligibility_description="Adults in Glasgow",
        areas=["S12000049"],
        routes=["police"],
        ways=["call"],
        phones=["0141 496 0000"],
        wait_minimum=2,
    )
    Schedule.objects.create(service=service, byday="MO", until_day="SU", opens_at="00:00", closes_at="00:00")
    Schedule.objects.update(bank_holidays="open")
    service.save()
    return service


def test_what_is_known_is_said_and_nothing_is_asked(client: Client) -> None:
    full_service()
    assert facts(client) == {
        "For": "Adults in Glasgow",
        "Where": "Covers Area S12000049",
        "Open": "Open 24 hours a day",
        "Wait": "About 2 weeks",
        "Refer": "Police",
    }


def test_what_is_not_known_is_one_line(client: Client) -> None:
    ServiceFactory(assured_date=None)
    asked = "who it takes, where it is, how to reach it, opening hours, room and wait"
    assert facts(client) == {"Ask about": asked}


def test_open_questions_are_asked_about_and_said_once(client: Client) -> None:
    service = full_service()
    ServiceFactory(live=False)
    for fact in ("gender", "gender", "order", "other"):
        service.open_questions.add(service.open_questions.model(about=fact, question="Is it so?"))
    service.save()
    assert facts(client)["Ask about"] == "whether it sees women and men, which orders"


def test_a_helpline_needs_no_room_and_nobody_refers(client: Client) -> None:
    ServiceFactory(is_helpline=True, is_virtual=True, referrals="unknown", routes=["self"], ways=["call"])
    found = facts(client)
    assert "Refer" not in found
    assert "room and wait" not in found["Ask about"]
    assert "Can I refer?" not in client.get("/find/").content.decode()


def test_a_lowest_age_of_nought_is_known(client: Client) -> None:
    ServiceFactory(minimum_age=0)
    assert "who it takes" not in facts(client)["Ask about"]


def test_what_was_said_too_long_ago_is_asked_about(client: Client) -> None:
    service = full_service()
    assert "Ask about" not in facts(client)
    old = timezone.localdate() - timezone.timedelta(days=184)
    Service.objects.filter(pk=service.pk).update(referrals_as_of=old)
    assert facts(client)["Ask about"] == "room and wait"
