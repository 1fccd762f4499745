"""Prisons for tests, and a browser that asks for a release plan."""

from datetime import timedelta

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from directory.models import Area

GLASGOW, EDINBURGH, SCOTLAND, ENGLAND = "S12000049", "S12000036", "S92000003", "E92000001"
LOW_MOSS, PERTH, STIRLING = "hmp-low-moss", "hmp-perth", "hmp-stirling"
PRISONS = {LOW_MOSS: ("HMP Low Moss", "men"), PERTH: ("HMP Perth", ""), STIRLING: ("HMP and YOI Stirling", "women")}


def make_prisons() -> None:
    """Three prisons of Scotland: one for men, one for women, one for both."""
    kingdom = Area.objects.create(code="K02000001", name="United Kingdom", kind="nation")
    scotland = Area.objects.create(code=SCOTLAND, name="Scotland", kind="nation", parent=kingdom)
    Area.objects.create(code=ENGLAND, name="England", kind="nation", parent=kingdom)
    for code, (name, holds) in PRISONS.items():
        Area.objects.create(code=code, name=name, kind="prison", parent=scotland, holds=holds)


def send(client: Client, **changes: str | list[str]) -> HttpResponse:
    """Fill in the form and send it; by default for somebody who leaves Low Moss for Govanhill in three weeks."""
    day = timezone.localdate() + timedelta(days=20)
    answers = {"prison": LOW_MOSS, "home": "G42 9HX"}
    answers |= {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    return client.post("/release/", answers | changes)


def plan_of(client: Client, **changes: str | list[str]) -> HttpResponse:
    """The plan for what was sent."""
    sent = send(client, **changes)
    assert sent.status_code == 303
    response = client.get(sent.headers["Location"])
    assert response.status_code == 200
    return response


def names(response: HttpResponse, part: str = "starting") -> dict[str, list[str]]:
    """By step, the names of its services that start there, or of those in another part of it."""
    return {step.name: [card.service.name for card in getattr(step, part)] for step in response.context["plan"].steps}
