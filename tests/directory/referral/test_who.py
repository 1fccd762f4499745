"""The page that asks who it is for, and where it leads back to."""

import pytest
from django.test import Client

from directory.models import Area, Taxonomy
from tests.factories.directory import TermFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def terms(db: None) -> None:
    for slug in ("police-custody", "prison", "before-release"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)
    TermFactory(slug="police", taxonomy=Taxonomy.REFERRAL_ROUTE)
    TermFactory(slug="dtto", taxonomy=Taxonomy.ORDER_TYPE)
    Area.objects.create(code="hmp-low-moss", name="HMP Low Moss", kind="prison")


def line(client: Client, address: str = "/find/") -> str:
    return client.get(address).context["line"].words


def test_everything_that_was_said_stands_in_one_line_and_fills_the_form_again(client: Client) -> None:
    month = client.get("/for/").context["form"].fields["release"].choices[3]
    said = {"age": "17", "gender": "woman", "setting": "prison", "establishment": "hmp-low-moss", "order": "dtto"}
    say(client, **said, home="G51 3AB", route="police", release=month[0])
    expected = f"woman, 17, in prison, HMP Low Moss, Dtto, release in {month[1]}, G51, asked by: police"
    assert line(client) == expected
    content = client.get("/for/").content.decode()
    for shown in ('value="17"', 'value="woman" selected', f'value="{month[0]}" selected', 'value="G51"'):
        assert shown in content
    assert "G51 3AB" not in content


def test_the_form_is_never_kept_or_indexed(client: Client) -> None:
    response = client.get("/for/")
    assert response.headers["Cache-Control"] == "no-store"
    assert 'content="noindex, nofollow"' in response.content.decode()
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"age": "abc"}, "Enter the age in years"),
        ({"age": "121"}, "Enter an age of 120 or less"),
        ({"home": "ZZ99 9ZZ"}, "Enter a full or partial postcode that exists"),
        ({"home": "Sighthill"}, "More than one place has that name"),
        ({"gender": "robot"}, "robot"),
        ({"release": "2001-01"}, "2001-01"),
    ],
)
def test_wrong_answers_are_said_and_nothing_is_kept(client: Client, said: dict, message: str) -> None:
    response = say(client, **{"age": "17", "home": "G42", **said})
    assert response.status_code == 200
    assert not response.cookies
    content = response.content.decode()
    assert message in content
    assert "There is a problem" in content
    for name, value in {"age": "17", "home": "G42"}.items():
        if name not in said:
            assert f'value="{value}"' in content


def test_a_county_offers_its_councils_and_a_choice_is_taken(client: Client) -> None:
    content = say(client, home="Kent").content.decode()
    assert 'name="check-home-choice" type="radio" value="Dover council area"' in content
    say(client, **{"home": "Kent", "home-choice": "Dover council area"})
    assert line(client) == "Dover council area"


@pytest.mark.parametrize("text", ["\0", "😀" * 100, "9" * 10_000, "<b>x</b>", '"', "\ud800"])
def test_any_text_gets_a_page(client: Client, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    fields = dict.fromkeys(("age", "gender", "setting", "establishment", "release", "order", "home", "route"), text)
    response = say(client, text, **fields)
    assert response.status_code in (200, 303)
    assert "<b>x" not in response.content.decode()


@pytest.mark.parametrize("header", [{"sec-fetch-site": "cross-site"}, {"sec-purpose": "prefetch;prerender"}])
def test_another_site_says_nothing_here(client: Client, header: dict[str, str]) -> None:
    response = client.post("/for/", {"check-age": "17"}, headers=header)
    assert not response.cookies
    assert response.status_code == 200
    assert client.get("/find/").context["line"].words == ""


def test_no_token_is_needed_to_say_it() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert say(strict, age="17").status_code == 303


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/find/",
        "//evil.example/find/",
        "/\\evil.example/find/",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/admin/",
        "/find",
        " /find/",
        "/find/\r\nSet-Cookie: a=b",
        "/find/" + "x" * 3_000,
        "",
    ],
)
def test_nobody_is_led_elsewhere(client: Client, back: str) -> None:
    for response in (say(client, back, age="17"), client.get("/for/forget/", {"back": back})):
        assert response.status_code == 303
        assert response.headers["Location"].split("?")[0] == "/find/"
    assert f'href="{back}"' not in client.get("/for/", {"back": back}).content.decode() or not back


def test_the_page_that_asked_is_led_back_to(client: Client) -> None:
    change = client.get("/find/?q=a&need=b").context["line"].change_url
    content = client.get(change).content.decode()
    assert 'name="back" value="/find/?q=a&amp;need=b"' in content
    assert say(client, "/services/a/#refer", age="1").headers["Location"] == "/services/a/?said=1#refer"
    client.get("/find/?q=a&said=1")
    assert "said" not in client.get("/find/?q=a&said=1").context["line"].change_url


def test_a_day_of_release_stays_where_only_the_month_is_asked(client: Client) -> None:
    # The plan asks for the day, this form for the month.
    months = client.get("/for/").context["form"].fields["release"].choices
    first, second = months[3][0], months[4][0]
    day = {"prison": "hmp-low-moss", "day": "9", "month": first[5:], "year": first[:4]}
    client.post("/release/", day)
    assert client.get("/release/plan/").status_code == 200
    say(client, age="40", setting="before-release", establishment="hmp-low-moss", release=first)
    assert client.get("/release/plan/").status_code == 200
    say(client, age="40", setting="before-release", establishment="hmp-low-moss", release=second)
    assert client.get("/release/plan/").headers["Location"] == "/release/"
