"""“Can I refer this person?” asked on a service's page."""

import pytest
from django.http import HttpResponse
from django.test import Client

from directory.models import OpenQuestion, Service, Taxonomy
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db

ADDRESS = "/services/ours/can-i-refer/"
PAGE = "/services/ours/?said=1#refer"


@pytest.fixture
def service() -> Service:
    for slug in ("community-sentence", "police-custody"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)
    for slug in ("justice-social-work", "police"):
        TermFactory(slug=slug, taxonomy=Taxonomy.REFERRAL_ROUTE)
    return ServiceFactory(
        slug="ours",
        settings=["community-sentence"],
        areas=["S12000049"],
        minimum_age=16,
        routes=["justice-social-work"],
        ways=["enquiry"],
    )


def post(client: Client, **said: str) -> HttpResponse:
    return client.post(ADDRESS, {f"check-{name}": value for name, value in said.items()})


def ask(client: Client, **said: str) -> str:
    response = post(client, **said)
    assert response.status_code == 303
    assert response.headers["Location"] in (PAGE, "/services/ours/?said=0#refer")
    return client.get(response.headers["Location"]).content.decode()


FITS = {"age": "34", "setting": "community-sentence", "home": "G42 9HX", "route": "justice-social-work"}


def test_yes_ask_and_no_each_with_reasons(client: Client, service: Service) -> None:
    assert "Yes, likely" in ask(client, **FITS)
    unsure = ask(client, **{**FITS, "home": "G73 1AA"})
    assert "Ask first" in unsure
    assert "Part of G73 is outside" in unsure
    assert ">No<" in ask(client, **{**FITS, "setting": "police-custody"})
    assert "Too young" in ask(client, **{**FITS, "age": "15"})


def test_what_nobody_confirmed_is_never_a_no_and_never_a_yes(client: Client, service: Service) -> None:
    Service.objects.filter(pk=service.pk).update(assured_date=None)
    for said in (FITS, {**FITS, "setting": "police-custody"}, {**FITS, "age": "15"}):
        content = ask(client, **said)
        assert "Ask first" in content
        assert "Yes, likely" not in content
        assert ">No<" not in content
    assert "Nobody has confirmed" in content


def test_what_is_not_known_yet_is_shown_to_everybody(client: Client, service: Service) -> None:
    OpenQuestion.objects.create(service=service, about="gender", question="Does it see women?")
    assert "Does it see women?" in client.get("/services/ours/").content.decode()
    content = ask(client, **FITS, gender="woman")
    assert "Not known yet: Does it see women?" in content
    assert "Ask first" in content


def test_a_no_leads_to_services_that_might(client: Client, service: Service) -> None:
    ServiceFactory(name="Takes them", settings=["police-custody"], areas=["S12000049"])
    ServiceFactory(name="Says no as well", settings=["police-custody"], areas=["S12000049"], minimum_age=50)
    content = ask(client, **{**FITS, "setting": "police-custody"})
    assert "See 1 service that might" in content
    assert 'href="/find/?near=G42&amp;setting=police-custody"' in content
    page = client.get("/find/?near=G42&setting=police-custody").context["page"]
    assert [card.service.name for card in page.cards] == ["Takes them"]


def test_a_no_without_another_leads_to_an_enquiry(client: Client, service: Service) -> None:
    content = ask(client, **{**FITS, "setting": "police-custody"})
    assert "Ask us to look for you" in content
    assert "that might" not in content


def test_nothing_said_is_answered_with_what_to_ask(client: Client, service: Service) -> None:
    content = ask(client)
    assert "Ask first" in content
    for words in ("They take people in: ", "They cover Area S12000049", "Who can refer: Justice social work"):
        assert words in content
    assert client.get("/services/ours/").context["line"].words == ""


def test_what_was_said_elsewhere_is_answered_and_fills_the_questions(client: Client, service: Service) -> None:
    say(client, **FITS)
    content = client.get("/services/ours/").content.decode()
    assert "Yes, likely" in content
    assert 'value="34"' in content
    assert 'value="community-sentence" selected' in content
    # What this service does not ask stays as it was.
    say(client, **FITS, gender="woman")
    ask(client, **{**FITS, "age": "35"})
    assert client.get("/services/ours/").context["line"].words.startswith("woman, 35, on a community sentence, G42")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"age": "abc"}, "Enter the age in years"),
        ({"age": "-1"}, "Enter an age of 0 or more"),
        ({"age": "999"}, "Enter an age of 120 or less"),
        ({"home": "ZZ99 9ZZ"}, "Enter a full or partial postcode that exists"),
        ({"home": "Sighthill"}, "More than one place has that name"),
        ({"home": "Xyzzyville"}, "We do not know that place"),
        ({"setting": "no-such"}, "no-such"),
    ],
)
def test_wrong_answers_are_said_and_the_others_stay(
    client: Client, service: Service, said: dict, message: str
) -> None:
    response = post(client, **{**FITS, **said})
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    content = response.content.decode()
    assert "There is a problem" in content
    assert message in content
    kept = {"age": "34", "home": "G42 9HX"}
    for name in set(kept) - set(said):
        assert f'value="{kept[name]}"' in content


@pytest.mark.parametrize("text", ["\0", "😀" * 100, "9" * 10_000, "<b>x</b>", '"'])
def test_any_text_gets_a_page(client: Client, service: Service, text: str) -> None:
    response = post(client, age=text, home=text, setting=text, route=text, gender=text)
    assert response.status_code == 200
    assert "<b>x" not in response.content.decode()


def test_another_site_says_nothing_here(client: Client, service: Service) -> None:
    data = {"check-age": "34"}
    response = client.post(ADDRESS, data, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 200
    assert not response.cookies


def test_questions_that_cannot_change_the_answer_are_not_asked(client: Client, service: Service) -> None:
    content = client.get("/services/ours/").content.decode()
    assert 'name="check-age"' in content
    for name in ("gender", "order", "establishment", "release"):
        assert f'name="check-{name}"' not in content


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"gender": "women"}, "gender"),
        ({"questions": {"gender": "Does it see women?"}}, "gender"),
        ({"orders": ["dtto"]}, "order"),
        ({"questions": {"order": "Which orders?"}}, "order"),
        ({"areas": ["hmp-perth"]}, "establishment"),
    ],
)
def test_questions_that_matter_are_asked(client: Client, fields: dict, name: str) -> None:
    ServiceFactory(slug="ours", **fields)
    assert f'name="check-{name}"' in client.get("/services/ours/").content.decode()


def test_another_service_of_the_same_partners_makes_gender_matter(client: Client) -> None:
    women = ServiceFactory(gender="women", partners=[ServiceFactory().organization])
    ServiceFactory(slug="ours", organization=women.organization, partners=[women.partners.get().organization])
    assert 'name="check-gender"' in client.get("/services/ours/").content.decode()
    content = ask(client, gender="man")
    assert "Another service of the same partners takes women only: ask if men are seen" in content


def test_the_address_of_the_answer_leads_to_the_page(client: Client, service: Service) -> None:
    """Who saves the service, or forgets what was said, where something could not be used comes back here by a link."""
    for query in ("", "?saved=ours", "?said=1"):
        response = client.get(f"{ADDRESS}{query}")
        assert (response.status_code, response.headers["Location"]) == (303, f"/services/ours/{query}")
    assert client.put(ADDRESS).status_code == 405
    assert client.get("/services/unknown/can-i-refer/").status_code == 404
    assert client.post("/services/unknown/can-i-refer/").status_code == 404
    came_from = {"referer": f"http://testserver{ADDRESS}"}
    saved = client.get("/list/add/ours/", headers=came_from)
    page = client.get(client.get(saved.headers["Location"]).headers["Location"])
    assert page.context["just_saved"] == service


def test_home_may_be_the_name_of_a_place(client: Client, service: Service) -> None:
    assert "Govan, Glasgow is in the area" in ask(client, home="Govan")


def test_a_helpline_is_called_and_not_referred_to(client: Client) -> None:
    ServiceFactory(slug="ours", is_helpline=True, routes=["self"], maximum_age=25, ways=["call"], phones=["116 123"])
    content = client.get("/services/ours/").content.decode()
    assert "Anyone can call." in content
    assert "Who can call?" in content
    assert "Can I refer" not in content
    assert "only these can refer" not in content.lower()
    answer = ask(client, age="20", setting="", home="")
    assert "Yes, likely" not in answer
    assert "<span>Yes</span>" in answer
    assert "Too old: they take people aged 25 or under" in ask(client, age="26")
