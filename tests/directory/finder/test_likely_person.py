"""A text that speaks of a person moves services in the finder, and leaves none out."""

import pytest
from django.test import Client

from directory.models import Service
from tests.factories.directory import ServiceFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def flats() -> None:
    for name, options in (
        ("Flats for men", {"gender": "men"}),
        ("Flats for everybody", {"gender": "anyone"}),
        ("Flats for women", {"gender": "women"}),
        ("Flats from 16 to 21", {"minimum_age": 16, "maximum_age": 21}),
    ):
        ServiceFactory(name=name, summary="Somewhere to live.", **options)


def names(client: Client, text: str) -> list[str]:
    return [card.service.name for card in client.get("/find/", {"q": text}).context["page"].cards]


@pytest.mark.parametrize("text", ["flats for a lassie", "flats for my daughter", "she needs flats"])
def test_a_woman(client, text):
    found = names(client, text)
    assert found[0] == "Flats for women"
    assert found[-1] == "Flats for men"
    assert len(found) == Service.objects.count()


@pytest.mark.parametrize("text", ["flats for a laddie", "he needs flats"])
def test_a_man(client, text):
    found = names(client, text)
    assert found[-1] == "Flats for women"
    assert len(found) == Service.objects.count()


def test_an_age(client):
    assert names(client, "flats 17 years old")[0] == "Flats from 16 to 21"
    assert names(client, "flats 40 years old")[-1] == "Flats from 16 to 21"


def test_what_was_said_of_the_person_decides(client):
    say(client, gender="man")
    assert "Flats for women" not in names(client, "flats for her")[:2]
