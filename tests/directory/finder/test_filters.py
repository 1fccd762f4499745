"""Narrowing a search down, and what is said when that leaves nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Service, Taxonomy
from directory.models.listing_words import CHECK_INTERVAL
from search.changelog.scheduled import record_daily_changes
from search.models import DayReached
from tests.factories.directory import ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db


def names(client: Client, query: str) -> set[str]:
    response = client.get(f"/find/{query}")
    assert response.status_code == 200
    return {card.service.name for card in response.context["page"].cards}


def counts(client: Client, query: str, facet: str) -> dict[str, int]:
    page = client.get(f"/find/{query}").context["page"]
    group = next(group for group in page.filters if group.facet == facet)
    return {value.slug: value.count for value in group.values}


def test_taking_referrals_now(client: Client) -> None:
    ServiceFactory(name="Open")
    ServiceFactory(name="Waiting", referrals=Service.Referrals.WAITING)
    ServiceFactory(name="Full", referrals=Service.Referrals.FULL)
    ServiceFactory(name="Closed", status=Service.Status.TEMPORARILY_CLOSED)
    ServiceFactory(name="Old", assured_date=timezone.localdate() - CHECK_INTERVAL - timedelta(days=1))
    assert names(client, "?referrals=open") == {"Open"}
    assert names(client, "?referrals=open&referrals=waiting") == {"Open", "Waiting"}
    assert "Takes people, with a wait" in client.get("/find/?referrals=waiting").content.decode()


def test_a_check_that_grows_old_changes_what_is_found(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    today = timezone.localdate()
    ServiceFactory(name="Aging", assured_date=today - CHECK_INTERVAL)
    DayReached.objects.update_or_create(pk=1, defaults={"day": today})
    assert names(client, "?referrals=open") == {"Aging"}
    tomorrow = today + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args, **kwargs: tomorrow)
    assert names(client, "?referrals=open") == set()
    assert names(client, "") == {"Aging"}
    assert DayReached.objects.get().day == tomorrow
    monkeypatch.undo()
    # This process knows again which day it is, or the next test would see one query more.
    record_daily_changes()


def test_how_they_meet(client: Client) -> None:
    ServiceFactory(name="Placed", postcodes=["G42 9"])
    ServiceFactory(name="Outreach", is_outreach=True)
    ServiceFactory(name="Phone", is_virtual=True, postcodes=["G42 9"], confidential=True)
    assert names(client, "?mode=outreach") == {"Outreach"}
    assert names(client, "?mode=place") == {"Placed", "Phone"}
    assert counts(client, "", "mode") == {"place": 2, "outreach": 1, "virtual": 1}


def test_by_the_way_in(client: Client) -> None:
    ServiceFactory(name="Calls", ways=["call", "enquiry"])
    ServiceFactory(name="Open door", ways=["drop-in"])
    ServiceFactory(name="Unsaid")
    assert names(client, "?way=call") == {"Calls"}
    assert names(client, "?way=call&way=drop-in") == {"Calls", "Open door"}
    assert counts(client, "", "way") == {"call": 1, "drop-in": 1, "ask-staff": 0, "professional": 0, "enquiry": 1}


def test_every_filter_that_is_on_can_be_taken_off(client: Client) -> None:
    ServiceFactory(name="Kept", needs=["housing"], ways=["call"])
    response = client.get("/find/?need=housing&way=call&referrals=open&peer=gone")
    query = response.context["query"]
    assert [label for label, _, _ in query.chosen] == ["Housing", "Call", "Has room now"]
    assert query.without("way", "call") == "?need=housing&referrals=open"
    assert '<a class="hub-link hub-small" href="?">Clear all</a>' in response.content.decode()


def test_what_is_said_about_a_person_is_no_filter(client: Client) -> None:
    ServiceFactory(orders=["dtto"], routes=["police"], gender="women", minimum_age=16)
    groups = {group.facet for group in client.get("/find/").context["page"].filters}
    assert groups.isdisjoint({"age", "gender", "order", "route"})
    assert groups >= {"way", "referrals"}


def test_rows_of_noughts_are_folded_away(client: Client) -> None:
    ServiceFactory(needs=["housing"])
    ServiceFactory(needs=["housing"], ways=["call"], referrals="full")

    def is_open(query: str) -> dict[str, bool]:
        return {group.facet: group.is_open for group in client.get(f"/find/{query}").context["page"].filters}

    assert is_open("")["way"]
    Service.objects.filter(ways_in__kind="call").get().unpublish()
    assert not is_open("")["way"]
    assert is_open("")["need"]
    assert is_open("?way=call")["way"], "what is on stays in sight"
    content = client.get("/find/").content.decode()
    assert content.count("hub-facets__group") > content.count('<details class="hub-facets__group" open>')


def test_values_of_one_facet_are_taken_off_together_because_they_widen_it(client: Client) -> None:
    ServiceFactory(name="Far", needs=["housing"], settings=["court"])
    for slug in ("prison", "licence"):
        TermFactory(slug=slug, taxonomy="setting")
    ways = client.get("/find/?need=housing&setting=prison&setting=licence").context["relaxed_searches"]
    assert [(way.title, way.count) for way in ways] == [("Take off “Prison” and “Licence”", 1)]


def test_the_smallest_wider_circle_is_offered(client: Client) -> None:
    ServiceFactory(name="Close", postcodes=["G42 9"])
    ways = client.get("/find/?near=G33&radius=1").context["relaxed_searches"]
    assert ways[0].title == "Look within 5 miles"
    assert names(client, ways[0].url) == {"Close"}


def test_two_needs_in_one_search_may_be_two_services(client: Client) -> None:
    ServiceFactory(name="Housing first", settings=["court"])
    ServiceFactory(name="Family visits", settings=["court"])
    ServiceFactory(name="Housing for family", settings=["prison"])
    TermFactory(slug="court", taxonomy="setting")

    ways = client.get("/find/?q=help+with+housing,+Family&setting=court").context["relaxed_searches"]

    assert [(way.title, way.count) for way in ways][:2] == [
        ("Look only for “housing”", 1),
        ("Look only for “Family”", 1),
    ]
    assert names(client, ways[0].url) == {"Housing first"}


def test_one_word_of_several_can_be_left_out(client: Client) -> None:
    ServiceFactory(name="Peer housing mentor", settings=["prison"])
    ServiceFactory(name="Peer housing", settings=["court"])

    ways = client.get("/find/?q=peer+housing+mentor&setting=court").context["relaxed_searches"]

    assert (ways[0].title, ways[0].count) == ("Leave out “mentor”", 1)
    assert names(client, ways[0].url) == {"Peer housing"}


@pytest.mark.parametrize("text", ['"housing family"', "housing", "the", "a b c d e f g h", "“housing” family", "?!"])
def test_words_that_belong_together_or_are_many_stay(client: Client, text: str) -> None:
    ServiceFactory(name=text, settings=["prison"], description="housing family")
    ServiceFactory(name="Housing", settings=["court"])

    ways = client.get("/find/", {"q": text, "setting": "court", "need": "none"}).context["relaxed_searches"]

    assert not [way.title for way in ways if way.title.startswith(("Look only", "Leave out “"))]


def test_when_no_single_change_helps_every_filter_goes(client: Client) -> None:
    ServiceFactory(name="Only")
    TermFactory(slug="family")
    ways = client.get("/find/?q=only&need=family&mode=virtual").context["relaxed_searches"]
    assert [(way.title, way.count) for way in ways] == [("Take off every filter", 1)]


def test_a_page_without_results_needs_as_few_queries_as_any(client: Client) -> None:
    ServiceFactory(needs=["housing"], postcodes=["EH1 1"])
    TermFactory(slug="family")
    query = "/find/?q=nothing&near=G42+9&need=family&mode=virtual&referrals=open"
    client.get(query)
    with CaptureQueriesContext(connection) as captured:
        client.get(query)
    statements = [entry["sql"] for entry in captured]
    # Three of them count what was sought in vain, in their own savepoint; no distress is counted. Up to four are for
    # the nearest that might.
    assert len([sql for sql in statements if "SAVEPOINT" not in sql]) <= 13, statements


def test_thousands_of_values_in_every_facet(client: Client) -> None:
    ServiceFactory(name="Shown")
    values: dict[str, Any] = {
        facet: [f"x{number}" for number in range(1_000)]
        for facet in ("need", "setting", "peer", "mode", "way", "referrals", "area")
    }
    response = client.get("/find/", values)
    assert response.status_code == 200
    assert {card.service.name for card in response.context["page"].cards} == {"Shown"}


def test_what_a_listing_does_not_record_can_be_asked_for(client: Client) -> None:
    ServiceFactory(name="Told", settings=["court"])
    ServiceFactory(name="Untold")
    assert counts(client, "", "setting")["not-recorded"] == 1
    assert names(client, "?setting=court") == {"Told"}
    assert names(client, "?setting=court&setting=not-recorded") == {"Told", "Untold"}
    html = client.get("/find/?setting=not-recorded&q=zzyzx").content.decode()
    assert "Setting not recorded" in html
    assert "Take off “Setting not recorded”" not in html, "taking it off would find nothing either"


def test_where_every_listing_tells_there_is_no_box_for_those_that_do_not(client: Client) -> None:
    ServiceFactory(settings=["court"])
    assert "not-recorded" not in counts(client, "", "setting")


def test_what_a_filter_leaves_out_for_want_of_knowing_is_said(client: Client) -> None:
    ServiceFactory(name="Told", settings=["court"], needs=["housing"])
    ServiceFactory(name="Untold", needs=["housing"])
    ServiceFactory(name="Untold and of no use", needs=["money"])
    html = client.get("/find/?setting=court&need=housing").content.decode()
    assert "1 more service does not say where they work, and so is left out by “Court”." in html
    assert 'href="?setting=court&amp;setting=not-recorded&amp;need=housing"' in html
    assert names(client, "?setting=court&setting=not-recorded&need=housing") == {"Told", "Untold"}
    assert "not say" not in client.get("/find/?setting=court&setting=not-recorded").content.decode()
    assert "not say" not in client.get("/find/?need=housing").content.decode()


def test_which_filters_leave_out_what_does_not_say_is_named(client: Client) -> None:
    for slug in ("police-custody", "court", "prison"):
        ServiceFactory(settings=[slug])
    ServiceFactory.create_batch(2)
    two = "?setting=police-custody&setting=court"
    for query, named in (
        ("?setting=police-custody", "“Police custody”"),
        (two, "“Police custody” and “Court”"),
        (f"{two}&setting=prison", "the filters"),
    ):
        html = client.get(f"/find/{query}").content.decode()
        assert f"2 more services do not say where they work, and so are left out by {named}." in html


def test_where_nothing_was_found_those_that_do_not_say_come_first(client: Client) -> None:
    TermFactory(slug="court", taxonomy=Taxonomy.SETTING)
    ServiceFactory(name="Untold")
    html = client.get("/find/?setting=court").content.decode()
    assert "See those that do not say where they work" in html
    assert html.index("See those that do not say") < html.index("Take off “")
