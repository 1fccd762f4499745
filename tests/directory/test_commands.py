"""Commands that load and make listings."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from directory.demo.search_words import create_search_words
from directory.models import Area, Service
from search.models import StopNotice, Synonym

pytestmark = pytest.mark.django_db


def run(*arguments: object, **options: object) -> str:
    output = StringIO()
    call_command(*arguments, stdout=output, **options)
    return output.getvalue()


def test_areas_load_twice_without_doubling() -> None:
    run("load_areas")
    first = Area.objects.count()
    assert "areas are loaded" in run("load_areas")
    assert Area.objects.count() == first
    glasgow = Area.objects.get(code="S12000049")
    assert glasgow.name == "Glasgow City"
    assert glasgow.parent.parent.name == "Scotland"


def test_synthetic_services_are_labelled_repeatable_and_found(client: Client, demo: None) -> None:
    assert "30 synthetic services" in run("make_services", "30", "--seed", "1")
    names = list(Service.objects.filter(is_synthetic=True).order_by("pk").values_list("name", flat=True))
    assert client.get("/find/?q=made-up").context["page"].total == 30
    assert (
        "Made-up listing"
        in client.get(Service.objects.filter(is_synthetic=True)[0].get_absolute_url()).content.decode()
    )
    run("make_services", "30", "--remove")
    assert not {card.service.name for card in client.get("/find/?q=made-up").context["page"].cards} & set(names)
    assert not Service.objects.filter(is_synthetic=True).exists()
    run("make_services", "30", "--seed", "1")
    assert list(Service.objects.filter(is_synthetic=True).order_by("pk").values_list("name", flat=True)) == names


def test_make_services_adds_only_what_is_missing(demo: None) -> None:
    run("make_services", "5")
    run("make_services", "8")
    run("make_services", "3")
    assert Service.objects.filter(is_synthetic=True).count() == 8


def test_make_services_says_what_it_needs() -> None:
    with pytest.raises(CommandError, match="seed_demo"):
        run("make_services", "5")
    with pytest.raises(CommandError, match="at least 1"):
        run("make_services", "0")


def test_demo_search_words_are_valid_and_leave_editors_what_they_changed() -> None:
    create_search_words()
    for entry in (*Synonym.objects.all(), *StopNotice.objects.all()):
        entry.full_clean()
    Synonym.objects.exclude(pk=Synonym.objects.first().pk).delete()
    create_search_words()
    assert Synonym.objects.count() == 1
