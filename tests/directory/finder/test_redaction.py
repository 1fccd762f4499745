"""Addresses that tell more than what is sought: each leads on to one that does not."""

import string

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.models import Taxonomy
from directory.places.gazetteer import find_places
from directory.places.geography import without_household
from search.models import SoughtCount
from search.search_log import keys_of
from tests.factories.directory import TermFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db

SPELLINGS = [
    "G42 9HX",
    "g42 9hx",
    "G429HX",
    "g429hx",
    "G42-9HX",
    "G42 - 9HX",
    "G42.9HX",
    "G42,9HX",
    "G42/9HX",
    "G42_9HX",
    "G42\u00a09HX",
    "G42\u20099HX",
    "G42\u20139HX",
    "G42\t9HX",
    "G42     9HX",
    "\uff27\uff14\uff12 \uff19\uff28\uff38",
    "(G42 9HX)",
    "G42 9HX 9HX",
]


@pytest.fixture(autouse=True)
def terms(db: None) -> None:
    TermFactory(slug="dtto", taxonomy=Taxonomy.ORDER_TYPE)
    for slug in ("police", "self"):
        TermFactory(slug=slug, taxonomy=Taxonomy.REFERRAL_ROUTE)
    TermFactory(slug="housing")


def led_on(client: Client, query: str | dict) -> str:
    response = client.get(f"/find/{query}") if isinstance(query, str) else client.get("/find/", query)
    assert response.status_code == 302
    assert response.headers["Cache-Control"] == "no-store"
    return response.headers["Location"]


def test_what_an_old_address_tells_about_a_person_is_kept_and_leaves_the_address(client: Client) -> None:
    location = led_on(client, "?q=help&age=17&need=housing&gender=woman&order=dtto&route=police&sort=checked")
    assert location == "/find/?q=help&need=housing&sort=checked"
    response = client.get(location)
    assert response.status_code == 200
    assert response.context["line"].words == "woman, 17, Dtto, asked by: police"
    assert response.context["query"].text == "help"


def test_an_address_that_tells_nothing_else_leads_to_the_finder(client: Client) -> None:
    assert led_on(client, "?age=17") == "/find/"


@pytest.mark.parametrize(
    "query",
    [
        "?age=-1",
        "?age=121",
        "?age=seventeen",
        "?age=17.5",
        "?age=1e2",
        "?age=999999999999999",
        "?age=%3Cb%3E",
        "?age=%00",
        "?age=",
        "?age=%EF%BC%91%EF%BC%97",
        "?gender=robot",
        "?gender=woman&gender=man",
        "?order=gone",
        "?route=police&route=self",
        "?route=%00",
    ],
)
def test_nonsense_is_dropped(client: Client, query: str) -> None:
    assert led_on(client, query) == "/find/"
    assert not client.cookies
    assert client.get("/find/").context["line"].words == ""


def test_an_old_address_adds_to_what_was_said(client: Client) -> None:
    say(client, gender="woman", age="30")
    led_on(client, "?age=17")
    assert client.get("/find/").context["line"].words == "woman, 17"
    led_on(client, "?age=none")
    assert client.get("/find/").context["line"].words == "woman, 17"


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_household_is_cut_to_its_district_however_it_is_written(client: Client, typed: str) -> None:
    assert led_on(client, {"near": typed, "radius": "5"}) == "/find/?near=G42&radius=5"
    location = led_on(client, {"q": f"housing {typed} now"})
    assert "9HX" not in location.upper()
    assert client.get(location).context["query"].text.replace("(", "").startswith("housing G42")
    assert client.get(location).status_code == 200


@pytest.mark.parametrize("typed", ["G 42 9HX", "G42 9 HX", "near G42 9HX"])
def test_whatever_the_place_is_understood_as_is_cut(client: Client, typed: str) -> None:
    assert led_on(client, {"near": typed}) == "/find/?near=G42"


def test_of_a_whole_address_only_the_district_is_left_as_the_place(client: Client) -> None:
    assert led_on(client, {"near": "12 Duke Street, Glasgow, G4 0UL"}) == "/find/?near=G4"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("12 Duke Street, Glasgow", "Glasgow"),
        ("12 Duke Street, Dennistoun G31", "G31"),
        ("5 King Street, St Helier, JE2 4WE", "JE2"),
        ("Flat 2/1, 12 Duke Street, Dennistoun, Glasgow City, Scotland, G31 4EB", "G31"),
    ],
)
def test_of_an_address_without_a_whole_postcode_no_house_is_left(client: Client, typed: str, place: str) -> None:
    assert led_on(client, {"near": typed}) == f"/find/?near={place}"


@pytest.mark.parametrize("typed", ["G42", "G42 9", "Govan", "ZZ99 9ZZ", "Newport-on-Tay, Fife", "HMP Low Moss", "9am"])
def test_what_is_no_household_stays_as_it_is(client: Client, typed: str) -> None:
    assert client.get("/find/", {"near": typed}).status_code == 200
    assert client.get("/find/", {"q": typed}).status_code == 200


def test_a_household_in_the_words_is_in_no_count(client: Client) -> None:
    location = led_on(client, {"q": "gambling G42 9HX"})
    assert not SoughtCount.objects.exists()
    assert client.get(location).context["query"].text == "gambling G42"
    assert SoughtCount.objects.get().text_key == keys_of("gambling")[0]


separators = st.text(st.sampled_from(" \t\u00a0\u2009-–—.,/_'·:;+()\u200b"), max_size=4)
outwards = st.sampled_from(["G42", "g4", "EH1", "SW1A", "M1", "b1", "EC1A", "ZE1"])
units = st.text(st.sampled_from(string.ascii_letters), min_size=2, max_size=2)
households = st.builds(
    lambda outward, between, sector, unit: f"{outward}{between}{sector}{unit}",
    outwards,
    separators,
    st.integers(0, 9),
    units,
)
texts = st.one_of(
    st.text(max_size=40),
    households,
    st.builds(lambda parts: " ".join(parts), st.lists(st.one_of(households, st.text(max_size=6)), max_size=4)),
)
queries = st.dictionaries(
    st.sampled_from(["q", "near", "age", "gender", "order", "route", "need", "sort", "radius", "page", "said"]),
    st.one_of(texts, st.lists(texts, max_size=2), st.sampled_from(["17", "woman", "dtto", "police", "housing"])),
)


@hypothesis_settings(max_examples=60)
@given(queries)
def test_no_address_leads_on_more_than_once_and_none_shows_a_household(client: Client, query: dict) -> None:
    response: HttpResponse = client.get("/find/", query)
    if response.status_code == 302:
        response = client.get(response.headers["Location"])
    assert response.status_code == 200
    place = response.context["query"].place
    assert place is None or without_household(place.label) == place.label
    assert without_household(response.context["query"].text) == response.context["query"].text


@given(texts)
def test_cutting_twice_is_cutting_once(text: str) -> None:
    cut = without_household(text)
    assert without_household(cut) == cut


@given(households)
def test_what_is_understood_as_a_household_is_cut(typed: str) -> None:
    place = find_places(typed).place
    if place and " " in place.label:
        assert find_places(without_household(typed)).place.label == place.area_label
