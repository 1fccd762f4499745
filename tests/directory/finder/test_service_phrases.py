"""What people say who need a service and do not know its name finds it, and is not shown."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


def names(client: Client, text: str) -> list[str]:
    return [card.service.name for card in client.get("/find/", {"q": text}).context["page"].cards]


def test_a_phrase_finds_the_service_and_is_not_shown(client):
    service = ServiceFactory(name="Corner", phrases="first time in the dock\nsomebody beside me")
    ServiceFactory(name="Other")
    assert names(client, "first time in the dock") == ["Corner"]
    assert names(client, "in the dock") == ["Corner"]
    assert "in the dock" not in client.get(service.get_absolute_url()).content.decode()
    assert "somebody beside me" not in client.get("/find/", {"q": "corner"}).content.decode()


def test_a_change_counts_with_the_next_search(client):
    service = ServiceFactory(name="Corner", phrases="first time in the dock")
    service.phrases = "cup of tea"
    service.save()
    assert names(client, "in the dock") == []
    assert names(client, "cup of tea") == ["Corner"]


def test_lines_are_tidied():
    service = ServiceFactory.build(phrases="  cup   of tea \n\nCup of tea\n")
    service.clean()
    assert service.phrases == "cup of tea"


def test_what_nobody_could_type_is_refused():
    service = ServiceFactory.build(phrases="one two three four five six seven eight nine ten")
    with pytest.raises(ValidationError, match="has more than"):
        service.clean_fields(exclude=("organization",))


def test_who_types_a_phrase_whole_has_not_named_the_service(client):
    ServiceFactory(name="Corner", phrases="soup and a warm room")
    for number in range(3):
        ServiceFactory(name=f"Kitchen {number}", summary="Soup in a warm room for all.")
    found = names(client, "soup and a warm room")
    assert found[0] == "Corner"
    assert len(found) == 4
