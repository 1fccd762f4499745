"""Finding a service, as a visitor does: by address."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from directory.models import Service
from tests.factories.directory import ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db

GLASGOW, SCOTLAND, EDINBURGH = "S12000049", "S92000003", "S12000036"


def names(client: Client, query: str) -> list[str]:
    response = client.get(f"/find/{query}")
    assert response.status_code == 200
    return [card.service.name for card in response.context["page"].cards]


def values(page: Any, facet: str) -> tuple[Any, ...]:
    return next(group.values for group in page.filters if group.facet == facet)


def test_text_finds_by_name_other_name_need_and_organisation(client: Client) -> None:
    found = ServiceFactory(name="Alongside", alternate_name="LEPPS, LEPSS", needs=["housing"])
    ServiceFactory(name="Elsewhere", needs=["family"])
    for query in ("?q=alongside", "?q=LEPSS", "?q=housing", f"?q={found.organization.name.replace(' ', '+')}"):
        assert names(client, query)[0] == "Alongside"


def test_the_title_says_what_was_asked_and_which_page_it_is(client: Client) -> None:
    for number in range(12):
        ServiceFactory(name=f"Mentoring {number}")
    second = client.get("/find/?q=mentoring&page=2").content.decode()
    assert "<title>12 services for “mentoring”, page 2 of 2" in " ".join(second.split())
    assert "page 2 of" not in second.split('id="results"')[1].split("</h2>")[0]


def test_what_was_just_published_is_found_by_the_next_request(client: Client) -> None:
    assert names(client, "?q=brandnew") == []
    ServiceFactory(name="Brandnew")
    assert names(client, "?q=brandnew") == ["Brandnew"]


def test_what_was_just_withdrawn_is_not_found(client: Client) -> None:
    service = ServiceFactory(name="Shortlived")
    assert names(client, "?q=shortlived") == ["Shortlived"]
    service.unpublish()
    assert names(client, "?q=shortlived") == []


def test_a_withdrawn_service_is_not_shown_even_when_the_index_still_has_it(client: Client) -> None:
    ServiceFactory(name="Stale")
    assert names(client, "?q=stale") == ["Stale"]
    # An update that passes every signal by, as a stopped index would see it.
    Service.objects.filter(name="Stale").update(live=False)
    assert names(client, "?q=stale") == []


def test_facets_narrow_between_and_widen_within(client: Client) -> None:
    ServiceFactory(name="A", needs=["housing"], settings=["court"])
    ServiceFactory(name="B", needs=["family"], settings=["court"])
    ServiceFactory(name="C", needs=["housing"], settings=["prison"])
    assert set(names(client, "?need=housing")) == {"A", "C"}
    assert set(names(client, "?need=housing&need=family")) == {"A", "B", "C"}
    assert set(names(client, "?need=housing&setting=court")) == {"A"}


def test_the_counts_of_a_facet_ignore_its_own_choice(client: Client) -> None:
    ServiceFactory(needs=["housing"], settings=["court"])
    ServiceFactory(needs=["family"], settings=["court"])
    page = client.get("/find/?need=housing").context["page"]
    assert {value.slug: value.count for value in values(page, "need")} == {"housing": 1, "family": 1}
    assert {value.slug: value.count for value in values(page, "setting")} == {"court": 1}


def test_an_area_includes_what_covers_the_areas_around_it(client: Client) -> None:
    ServiceFactory(name="City", areas=[GLASGOW])
    ServiceFactory(name="Nation", areas=[SCOTLAND])
    ServiceFactory(name="Capital", areas=[EDINBURGH])
    assert set(names(client, f"?area={GLASGOW}")) == {"City", "Nation"}
    counts = {value.slug: value.count for value in values(client.get("/find/").context["page"], "area")}
    assert counts == {GLASGOW: 2, SCOTLAND: 1, EDINBURGH: 2}


def test_near_a_postcode_coverage_counts_and_distance_counts(client: Client) -> None:
    ServiceFactory(name="Covers", areas=[GLASGOW])
    ServiceFactory(name="Close", postcodes=["G42 9"])
    ServiceFactory(name="Far", postcodes=["EH1 1"])
    ServiceFactory(name="Elsewhere", areas=[EDINBURGH])
    assert set(names(client, "?near=G42+9")) == {"Covers", "Close"}
    assert set(names(client, "?near=G42+9&radius=50")) == {"Covers", "Close", "Far"}


def test_nearest_first(client: Client) -> None:
    ServiceFactory(name="Third", postcodes=["G33 2"])
    ServiceFactory(name="First", postcodes=["G42 9"])
    ServiceFactory(name="Second", postcodes=["G5 9"])
    assert names(client, "?near=G42+9&sort=distance") == ["First", "Second", "Third"]


def test_an_unknown_postcode_is_said_and_everything_typed_stays(client: Client) -> None:
    ServiceFactory(name="Kept", needs=["housing"])
    response = client.get("/find/?q=kept&near=ZZ99+9ZZ&need=housing")
    content = response.content.decode()
    assert "Enter a full or partial postcode that exists" in content
    assert 'value="ZZ99 9ZZ"' in content
    assert 'value="kept"' in content
    assert [card.service.name for card in response.context["page"].cards] == ["Kept"]


@pytest.mark.parametrize("place", ["Govanhill", "near govanhill", "Govanhil", "Govanhill, Glasgow", "HMP Barlinnie"])
def test_near_a_named_place_coverage_counts_and_distance_counts(client: Client, place: str) -> None:
    ServiceFactory(name="Covers", areas=[SCOTLAND])
    ServiceFactory(name="Close", postcodes=["G42 9"])
    ServiceFactory(name="Far", postcodes=["EH1 1"])
    ServiceFactory(name="Elsewhere", areas=[EDINBURGH])
    response = client.get("/find/", {"near": place})
    assert {card.service.name for card in response.context["page"].cards} == {"Covers", "Close"}
    assert response.context["query"].place_name in response.content.decode()


def test_a_prison_is_not_covered_by_the_council_around_it(client: Client) -> None:
    ServiceFactory(name="City", areas=[GLASGOW])
    ServiceFactory(name="Inside", areas=["hmp-barlinnie"])
    assert names(client, "?near=Barlinnie") == ["Inside"]


def test_a_council_by_name_finds_what_covers_it(client: Client) -> None:
    ServiceFactory(name="Kingdom", areas=["S12000047"])
    ServiceFactory(name="Capital", areas=[EDINBURGH])
    assert names(client, "?near=Fife") == ["Kingdom"]


def test_a_name_of_several_places_is_asked_about_and_nothing_typed_is_lost(client: Client) -> None:
    ServiceFactory(name="Kept", needs=["housing"], areas=["S12000047"])
    ServiceFactory(name="Elsewhere", needs=["housing"], areas=[EDINBURGH])
    response = client.get("/find/?near=Newport&need=housing&radius=25")
    content = response.content.decode()
    assert "Which Newport do you mean?" in content
    assert "?near=Newport-on-Tay%2C+Fife&amp;radius=25&amp;need=housing" in content
    assert {card.service.name for card in response.context["page"].cards} == {"Kept", "Elsewhere"}
    assert names(client, "?near=Newport-on-Tay%2C+Fife&radius=25&need=housing") == ["Kept"]


def test_an_obvious_place_is_taken_and_the_others_are_offered(client: Client) -> None:
    content = client.get("/find/?near=Brixton").content.decode()
    assert "Not this one?" in content
    assert "?near=Brixton%2C+South+Hams" in content


def test_an_unknown_place_is_said_beside_the_field_with_the_nearest_spelling(client: Client) -> None:
    ServiceFactory(name="Kept")
    response = client.get("/find/?q=kept&near=Dunfermlinnes")
    content = response.content.decode()
    assert 'id="near-error"' in content
    assert "?q=kept&amp;near=Dunfermline%2C+Fife" in content
    assert [card.service.name for card in response.context["page"].cards] == ["Kept"]


def test_a_nation_is_too_large_to_be_near_to(client: Client) -> None:
    assert "Scotland is too large to be near to" in client.get("/find/?near=Scotland").content.decode()


def test_what_was_typed_as_a_place_is_in_no_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    for place in ("Newport", "Dunfermlinnes", "G42 9HX", "ZZ99 9ZZ"):
        client.get("/find/", {"near": place})
    assert not any(place in record.getMessage() for record in caplog.records for place in ("Newport", "G42", "ZZ99"))


def test_a_facet_that_no_longer_exists_is_taken_off_and_said(client: Client) -> None:
    ServiceFactory(name="Shown")
    response = client.get("/find/?need=gone&setting=gone&area=gone")
    assert "no longer used" in response.content.decode()
    assert [card.service.name for card in response.context["page"].cards] == ["Shown"]


@pytest.mark.parametrize("page", ["-1", "abc", "0", "1.5", "", "²", "٣"])
def test_a_page_that_is_no_number_is_the_first(client: Client, page: str) -> None:
    ServiceFactory.create_batch(11)
    assert client.get("/find/", {"page": page}).context["query"].page == 1


@pytest.mark.parametrize("page", ["3", "1000000000", "9" * 5_000])
def test_a_page_past_the_end_is_the_last(client: Client, page: str) -> None:
    ServiceFactory.create_batch(11)
    response = client.get("/find/", {"page": page})
    assert response.context["query"].page == 2
    assert len(response.context["page"].cards) == 1


@pytest.mark.parametrize("radius", ["0", "-5", "1000000", "abc", "nan", "inf", "1e400", ""])
def test_a_strange_radius_becomes_one_we_offer(client: Client, radius: str) -> None:
    response = client.get("/find/", {"near": "G42", "radius": radius})
    assert response.status_code == 200
    assert response.context["query"].radius in (1, 3, 5, 10, 25, 50)


@pytest.mark.parametrize("text", ['"', '""', "\0", "😀", "a" * 10_000, "<script>alert(1)</script>", "AND OR ( : ^ ~*"])
def test_any_text_gets_a_page(client: Client, text: str) -> None:
    ServiceFactory()
    response = client.get("/find/", {"q": text, "near": text, "need": text, "unknown": text})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_thousands_of_facets_in_one_address(client: Client) -> None:
    ServiceFactory(name="Shown", needs=["housing"])
    values = [f"x{number}" for number in range(3_000)]
    assert client.get("/find/", {"need": values}).status_code == 200


@hypothesis_settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(["q", "near", "radius", "need", "area", "sort", "page"]), st.text()))
def test_no_query_string_breaks_the_finder(client: Client, data: dict[str, str]) -> None:
    # A household in it is cut first; test_addresses tries that.
    assert client.get("/find/", data).status_code in (200, 302)


def test_nothing_found_offers_ways_on_that_find_something(client: Client) -> None:
    ServiceFactory(name="Far", needs=["housing"], postcodes=["EH1 1"])
    TermFactory(slug="family")
    response = client.get("/find/?near=G42+9&need=family")
    ways = response.context["relaxed_searches"]
    assert response.context["page"].total == 0
    assert ways == []
    ways = client.get("/find/?near=G42+9&need=housing").context["relaxed_searches"]
    assert [(way.title, way.count) for way in ways] == [("Look within 50 miles", 1), ("Look anywhere", 1)]
    assert names(client, ways[0].url) == ["Far"]


def test_filters_can_be_taken_off_one_by_one(client: Client) -> None:
    ServiceFactory(needs=["housing"], settings=["court"])
    query = client.get("/find/?q=x&need=housing&setting=court").context["query"]
    assert query.without("need", "housing") == "?q=x&setting=court"
    assert query.query_string(page=3) == "?q=x&setting=court&need=housing&page=3"


def test_the_number_of_queries_does_not_grow_with_the_services(client: Client) -> None:
    counts = []
    for _ in range(2):
        ServiceFactory.create_batch(5, needs=["housing"], areas=[GLASGOW], postcodes=["G42 9"])
        client.get("/find/?near=G42")
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get("/find/?near=G42")
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[1] <= 5


def test_an_overdue_listing_is_not_confirmed_and_comes_last(client: Client) -> None:
    ServiceFactory(name="Old", assured_date="2020-01-01", summary="Housing help for everyone.")
    ServiceFactory(name="New", summary="Housing help for everyone.")
    assert names(client, "?q=housing") == ["New", "Old"]
    assert "Nobody has checked this for" in client.get("/find/?q=housing").content.decode()


def test_post_is_refused(client: Client) -> None:
    assert client.post("/find/").status_code == 405
