"""Asking for a plan: what was typed is never lost, and what was said is kept in the browser only."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from directory.models import Area
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.referral import say
from tests.factories.release import LOW_MOSS, PERTH, make_prisons, plan_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prisons(db: None) -> None:
    make_prisons()


def test_the_answers_are_sent_and_led_on_so_that_back_works(client: Client) -> None:
    sent = send(client)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/release/plan/?said=1")
    assert sent.headers["Cache-Control"] == "no-store"
    for address in ("/release/plan/?said=1", "/release/plan/"):
        response = client.get(address)
        assert response.status_code == 200
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert client.post("/release/plan/").status_code == 405
    assert client.put("/release/").status_code == 405


def test_the_form_comes_back_filled_with_what_was_said(client: Client) -> None:
    TermFactory(slug="housing")
    plan = plan_of(client, need="housing", age="34", gender="man").content.decode()
    for content in (plan, client.get("/release/").content.decode()):
        for shown in (f'value="{LOW_MOSS}" selected', 'value="G42"', 'value="34"', 'value="man" selected'):
            assert shown in content
        assert 'value="housing" checked' in content
        assert "G42 9HX" not in content


def test_what_was_said_elsewhere_fills_the_form(client: Client) -> None:
    say(client, age="34", gender="woman", establishment=PERTH, home="EH1")
    response = client.get("/release/")
    assert response.headers["Cache-Control"] == "no-store"
    content = response.content.decode()
    for shown in (f'value="{PERTH}" selected', 'value="EH1"', 'value="34"', 'value="woman" selected'):
        assert shown in content


def test_the_plan_is_said_of_who_is_about_to_be_released(client: Client) -> None:
    plan_of(client, age="34")
    assert client.get("/find/").context["line"].words.startswith("34, about to be released, HMP Low Moss, release in ")


def test_without_a_cookie_the_form_says_why_there_is_no_plan(client: Client) -> None:
    location = send(client).headers["Location"]
    client.cookies.clear()
    led_back = client.get(location)
    assert (led_back.status_code, led_back.headers["Location"]) == (303, "/release/?said=1")
    assert "Your browser did not keep what you said" in client.get("/release/?said=1").content.decode()
    assert client.get("/release/plan/").headers["Location"] == "/release/"
    assert "did not keep" not in client.get("/release/").content.decode()


def test_nothing_is_stored_and_reading_sets_no_cookie() -> None:
    strict = Client(enforce_csrf_checks=True)
    first = strict.get("/release/")
    assert not first.cookies
    assert "no-store" not in first.headers.get("Cache-Control", "")
    assert set(send(strict).cookies) == {"facts"}
    assert "G42 9HX" not in str(send(strict).headers)
    for response in (first, strict.get("/release/plan/")):
        assert "style=" not in response.content.decode()
        assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize("header", [{"sec-fetch-site": "cross-site"}, {"sec-purpose": "prefetch"}])
def test_another_site_says_nothing_here(client: Client, header: dict[str, str]) -> None:
    day = timezone.localdate() + timedelta(days=20)
    data = {"prison": LOW_MOSS, "day": day.day, "month": day.month, "year": day.year}
    response = client.post("/release/", data, headers=header)
    assert response.status_code == 200
    assert not response.cookies


def test_wrong_answers_come_back_as_typed_with_links_to_them(client: Client) -> None:
    TermFactory(slug="housing")
    wrong = {"prison": "", "day": "31", "month": "2", "year": "2027", "home": "ZZ9 9ZZ", "age": "old"}
    response = send(client, **wrong, gender="woman", need="housing")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    content = response.content.decode()
    assert re.findall(r'<li><a href="#(\w+)"', content) == ["prison", "day", "home", "age"]
    for shown in (
        "<title>Error: ",
        'href="#prison"',
        'href="#day"',
        'href="#home"',
        'href="#age"',
        'value="31"',
        'value="2027"',
        'value="ZZ9 9ZZ"',
        'value="old"',
        'value="woman" selected',
        'value="housing" checked>',
        'aria-describedby="home-hint home-error"',
        'aria-describedby="age-error"',
    ):
        assert shown in content


def test_a_date_that_was_left_out_is_asked_for(client: Client) -> None:
    content = send(client, day="", month="", year="").content.decode()
    assert '<li><a href="#day">Enter the expected date of release</a></li>' in content
    assert content.count("govuk-date-input__input govuk-input--width-2 govuk-input--error") == 1
    assert (
        '<li><a href="#month">Date of release must include a month</a></li>' in send(client, month="").content.decode()
    )


def test_a_gender_that_is_not_on_the_list_and_an_empty_need_say_nothing(client: Client) -> None:
    plan_of(client, gender="robot", need="")
    assert client.get("/find/").context["line"].words.startswith("about to be released")


def test_wrong_answers_leave_what_was_said_before_as_it_was(client: Client) -> None:
    plan_of(client, age="34")
    send(client, age="old")
    assert client.get("/find/").context["line"].words.startswith("34, ")


def test_what_is_taken_back_is_forgotten(client: Client) -> None:
    plan_of(client, age="34", gender="man")
    words = plan_of(client, age="", gender="", home="").context["line"].words
    assert words.startswith("about to be released, HMP Low Moss")
    assert "G42" not in words


def test_home_may_be_the_name_of_a_place(client: Client) -> None:
    ServiceFactory(name="At home", settings=["licence"], areas=["S12000049"])
    content = plan_of(client, home="Govanhill").content.decode()
    assert "At home" in content
    assert "to Govanhill, Glasgow" in content
    several = send(client, home="Newport").content.decode()
    assert "More than one place has that name. Enter Newport, Wales;" in several


def test_a_county_offers_its_councils_and_a_choice_is_taken(client: Client) -> None:
    content = send(client, home="Ayrshire").content.decode()
    for council in ("East Ayrshire", "North Ayrshire", "South Ayrshire"):
        assert f'name="home-choice" type="radio" value="{council}"' in content
    chosen = plan_of(client, home="Ayrshire", **{"home-choice": "East Ayrshire"}).content.decode()
    assert "to East Ayrshire" in chosen
    assert send(client, home="Xyzzyville", **{"home-choice": "East Ayrshire"}).status_code == 200


def test_an_address_is_read_by_its_postcode_and_a_month_by_its_name(client: Client) -> None:
    typed = {"home": "12 Duke Street, Glasgow, G4 0UL", "day": "1st", "month": "March", "year": "2027"}
    content = plan_of(client, **typed).content.decode()
    assert "to G4" in content
    # Three letters come about by chance in a form's token, but not as a word of their own.
    assert not re.search(r"\b(G4)?0UL\b", content)
    assert "1 March 2027" in content


@pytest.mark.parametrize("text", ["\x00", "💥", "x" * 10_000, "<script>alert(1)</script>", "' OR 1=1", "\ud7ff"])
def test_whatever_arrives_is_answered(client: Client, text: str) -> None:
    for name in ("prison", "day", "month", "year", "need", "home", "age", "gender"):
        response = send(client, **{name: text})
        assert response.status_code == 303 if name == "gender" else 200
        assert "<script>alert" not in response.content.decode()
    assert 'href="#prison">Choose the prison</a>' in client.post("/release/", {}).content.decode()
    assert client.post("/release/", "{", content_type="application/json").status_code == 200


def test_abolished_prisons_are_not_offered(client: Client) -> None:
    Area.objects.filter(code=PERTH).update(valid_to="2020-01-01")
    assert PERTH not in client.get("/release/").content.decode()
    assert 'href="#prison">Choose the prison</a>' in send(client, prison=PERTH).content.decode()
