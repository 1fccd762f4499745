"""What the suggestions script is given."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.indexing.indexer import update_index
from search.models import Synonym
from tests.factories.directory import ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/search/suggestions/"


def offered(client: Client, **parameters: str) -> dict[str, list[str]]:
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return {group["name"]: [option["label"] for option in group["options"]] for group in response.json()["groups"]}


def test_services_needs_settings_and_places_each_in_their_group(client: Client) -> None:
    ServiceFactory(name="Leith mentors", needs=["housing"])
    TermFactory(slug="housing", name="Housing")
    TermFactory(slug="police-custody", name="Police custody", taxonomy="setting")
    assert offered(client, q="leit") == {"Services": ["Leith mentors"], "Places": ["Leith, Edinburgh"]}
    assert offered(client, q="hou") == {"Help with": ["Housing"]}
    assert offered(client, q="custody") == {"Where the person is now": ["Police custody"]}


def test_each_says_where_it_leads(client: Client) -> None:
    service = ServiceFactory(name="Alongside")
    TermFactory(slug="family", name="Family")
    found = client.get(ADDRESS, {"q": "along"}).json()["groups"][0]["options"][0]
    assert found["url"] == service.get_absolute_url()
    need = client.get(ADDRESS, {"q": "fam"}).json()["groups"][0]["options"][0]
    assert (need["url"], need["facet"], need["value"]) == ("/find/?need=family", "need", "family")
    place = client.get(ADDRESS, {"near": "gov"}).json()["groups"][0]["options"][0]
    assert (place["url"], place["place"]) == ("/find/?near=Govan%2C+Glasgow", "Govan, Glasgow")


def test_a_box_for_places_gets_places_only(client: Client, django_assert_num_queries) -> None:
    ServiceFactory(name="Govan mentors")
    with django_assert_num_queries(0):
        assert offered(client, near="gov")["Places"][:2] == ["Govan, Glasgow", "Govanhill, Glasgow"]
    assert offered(client, near="NHS F") == {"Places": ["NHS Fife", "NHS Forth Valley"]}


def test_synonyms_of_editors_count_everywhere(client: Client) -> None:
    ServiceFactory(name="Recovery café, HMP Barlinnie")
    TermFactory(slug="alcohol", name="Alcohol and drugs")
    Synonym.objects.create(terms="the Big Hoose => recovery café, Barlinnie")
    Synonym.objects.create(terms="drink, alcohol")
    found = offered(client, q="the big hoose")
    assert found == {"Services": ["Recovery café, HMP Barlinnie"], "Places": ["HMP Barlinnie"]}
    assert offered(client, q="drink") == {"Help with": ["Alcohol and drugs"]}
    TermFactory(slug="drop-in", name="Drinks and company")
    assert offered(client, q="drin") == {"Help with": ["Drinks and company", "Alcohol and drugs"]}


def test_other_names_and_acronyms_are_found(client: Client) -> None:
    ServiceFactory(name="Lived Experience Peer Support Service", alternate_name="LEPPS, LEPSS")
    assert offered(client, q="LEPPS") == {"Services": ["Lived Experience Peer Support Service"]}
    assert offered(client, q="Bar-L") == {"Places": ["HMP Barlinnie"]}


def test_what_was_just_withdrawn_is_not_suggested(client: Client) -> None:
    service = ServiceFactory(name="Shortlived")
    assert offered(client, q="shortli") == {"Services": ["Shortlived"]}
    service.unpublish()
    assert offered(client, q="shortli") == {}


def test_it_costs_one_small_query_whatever_there_is(client: Client, django_assert_num_queries) -> None:
    ServiceFactory.create_batch(5, needs=["housing"])
    update_index(seconds=None)
    client.get(ADDRESS, {"q": "hou"})
    with django_assert_num_queries(1):
        client.get(ADDRESS, {"q": "hous"})


def test_only_this_browser_keeps_it_and_not_for_long(client: Client) -> None:
    response = client.get(ADDRESS, {"q": "hou"})
    assert response.headers["Cache-Control"] == "private, max-age=60"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert client.post(ADDRESS, {"q": "hou"}).status_code == 405


@pytest.mark.parametrize("text", ["", "a", "?!", "\0", "😀", '"', "x" * 10_000, "word " * 400, "G42 9HX", "<script>"])
def test_nothing_to_suggest(client: Client, text: str) -> None:
    ServiceFactory()
    assert offered(client, q=text) == offered(client, near=text) == {}


@hypothesis_settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["q", "near", "other"]), st.text()))
def test_nothing_typed_breaks_it(client: Client, data: dict[str, str]) -> None:
    assert client.get(ADDRESS, data).status_code == 200
