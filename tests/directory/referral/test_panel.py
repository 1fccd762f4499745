"""“Can I refer this person?” asked on a service's page."""

import pytest
from django.test import Client

from directory.models import Service, Taxonomy
from tests.factories.directory import ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/services/ours/can-i-refer/"


@pytest.fixture
def service() -> Service:
    for slug in ("community-sentence", "police-custody"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)
    for slug in ("justice-social-work", "police"):
        TermFactory(slug=slug, taxonomy=Taxonomy.REFERRAL_ROUTE)
    made = ServiceFactory(slug="ours", settings=["community-sentence"], areas=["S12000049"], minimum_age=16)
    made.referral_routes = [TermFactory(slug="justice-social-work", taxonomy=Taxonomy.REFERRAL_ROUTE)]
    made.save()
    return made


def ask(client: Client, **said: str) -> str:
    response = client.post(ADDRESS, {f"check-{name}": value for name, value in said.items()})
    assert response.status_code == 200
    return response.content.decode()


FITS = {"age": "34", "setting": "community-sentence", "home": "G42 9HX", "route": "justice-social-work"}


def test_yes_ask_and_no_each_with_reasons(client: Client, service: Service) -> None:
    assert "Yes, likely" in ask(client, **FITS)
    unsure = ask(client, **{**FITS, "home": "G73 1AA"})
    assert "Ask first" in unsure
    assert "Part of G73 is outside" in unsure
    assert ">No<" in ask(client, **{**FITS, "setting": "police-custody"})
    assert "Too young" in ask(client, **{**FITS, "age": "15"})


def test_a_no_leads_to_services_that_might(client: Client, service: Service) -> None:
    ServiceFactory(name="Takes them", settings=["police-custody"], areas=["S12000049"])
    content = ask(client, **{**FITS, "setting": "police-custody"})
    assert "See 1 service that might" in content
    assert "setting=police-custody&amp;near=G42" in content or "near=G42&amp;setting=police-custody" in content
    assert "/enquiries/new/?service=ours" not in content


def test_nothing_said_is_answered_with_what_to_ask(client: Client, service: Service) -> None:
    content = ask(client)
    assert "Ask first" in content
    assert "You told us nothing about the person" in content


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"age": "abc"}, "Enter the age in years"),
        ({"age": "-1"}, "Enter an age of 0 or more"),
        ({"age": "999"}, "Enter an age of 120 or less"),
        ({"home": "ZZ99 9ZZ"}, "Enter a full or partial postcode that exists"),
        ({"setting": "no-such"}, "no-such"),
    ],
)
def test_wrong_answers_are_said_and_the_others_stay(
    client: Client, service: Service, said: dict, message: str
) -> None:
    content = ask(client, **{**FITS, **said})
    assert "There is a problem" in content
    assert message in content
    kept = {"age": "34", "home": "G42 9HX"}
    for name in set(kept) - set(said):
        assert f'value="{kept[name]}"' in content


@pytest.mark.parametrize("text", ["\0", "😀" * 100, "9" * 10_000, "<b>x</b>", '"'])
def test_any_text_gets_a_page(client: Client, service: Service, text: str) -> None:
    content = ask(client, age=text, home=text, setting=text, route=text, gender=text)
    assert "<b>x" not in content


def test_nothing_said_about_a_person_is_kept_or_shown_in_an_address(client: Client, service: Service, caplog) -> None:
    response = client.post(ADDRESS, {"check-age": "34", "check-home": "G42 9HX"})
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies
    assert "G42 9HX" not in response.content.decode()
    assert "G42" not in caplog.text


def test_questions_that_cannot_change_the_answer_are_not_asked(client: Client, service: Service) -> None:
    content = client.get("/services/ours/").content.decode()
    assert 'name="check-age"' in content
    for name in ("gender", "order", "establishment"):
        assert f'name="check-{name}"' not in content


def test_the_answer_cannot_be_linked_to(client: Client, service: Service) -> None:
    assert client.get(ADDRESS).status_code == 405
    assert client.post("/services/unknown/can-i-refer/").status_code == 404


def test_home_may_be_the_name_of_a_place(client: Client, service: Service) -> None:
    assert "Govan, Glasgow" in ask(client, home="Govan")
    assert "More than one place has that name" in ask(client, home="Sighthill")
    assert "We do not know that place" in ask(client, home="Xyzzyville")
