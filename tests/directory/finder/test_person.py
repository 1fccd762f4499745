"""The finder for somebody: each card answers, who says no comes last, and nothing is counted twice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Area, Taxonomy
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db

GLASGOW = "S12000049"


@pytest.fixture(autouse=True)
def terms(db: None) -> None:
    for slug in ("police-custody", "court", "prison", "licence"):
        TermFactory(slug=slug, taxonomy=Taxonomy.SETTING)


def found(client: Client, query: str = "") -> tuple[dict[str, str], dict[str, str]]:
    """The answer of each card that does not say no, and of those that do, by name."""
    page = client.get(f"/find/{query}").context["page"]
    cards, refusing = (
        {card.service.name: str(card.fit.answer) for card in part} for part in (page.cards, page.refusing_cards)
    )
    return cards, refusing


def test_each_card_answers_with_the_first_reason(client: Client) -> None:
    ServiceFactory(name="Youth", minimum_age=12, maximum_age=17, settings=["court"], areas=[GLASGOW], routes=["self"])
    ServiceFactory(name="Adults", minimum_age=18)
    ServiceFactory(name="Perhaps adults", minimum_age=18, assured_date=None)
    ServiceFactory(name="Unsaid")
    say(client, age="17", setting="court", home="G42")
    cards, refusing = found(client)
    assert cards == {"Youth": "yes", "Perhaps adults": "ask", "Unsaid": "ask"}
    assert refusing == {"Adults": "no"}
    content = client.get("/find/").content.decode()
    assert "Too young: they take people aged 18 or over." in content
    assert "Nobody has confirmed whether others are turned away" in content
    for words in ("1 likely", "2 to ask", "1 no", "1 service says no"):
        assert words in content
    assert content.index("1 service says no") > content.index("Perhaps adults")


def test_what_was_not_said_gives_no_answers(client: Client) -> None:
    ServiceFactory(name="Adults", minimum_age=18)
    response = client.get("/find/")
    assert [card.fit for card in response.context["page"].cards] == [None]
    content = response.content.decode()
    assert "Say who it is for, and each service answers" in content
    assert "hub-fit" not in content


def test_gender_and_who_asks_and_where_they_live(client: Client) -> None:
    for name, fields in {
        "Women": {"gender": "women"},
        "Men": {"gender": "men"},
        "Police": {"routes": ["police"]},
        "Herself": {"routes": ["self"]},
        "Edinburgh": {"areas": ["S12000036"]},
        "Anyone": {"gender": "anyone"},
    }.items():
        ServiceFactory(name=name, **fields)
    TermFactory(slug="health", taxonomy=Taxonomy.REFERRAL_ROUTE)
    say(client, gender="woman", home="G42", route="health")
    cards, refusing = found(client)
    assert set(refusing) == {"Men", "Police", "Edinburgh"}
    assert set(cards) == {"Women", "Herself", "Anyone"}


def test_the_counts_add_up_whatever_is_sought(client: Client) -> None:
    for number in range(12):
        ServiceFactory(name=f"Takes {number}", needs=["housing"], settings=["court"])
        ServiceFactory(name=f"Refuses {number}", needs=["housing"], settings=["court"], minimum_age=30)
    ServiceFactory(needs=["family"])
    for query in ("", "?need=housing", "?setting=court", "?q=takes", "?need=family"):
        everything = Client().get(f"/find/{query}").context["page"].total
        client.cookies.clear()
        say(client, age="20")
        page = client.get(f"/find/{query}").context["page"]
        assert page.total + page.refusing == everything
    page = client.get("/find/?need=housing").context["page"]
    assert (page.total, page.refusing, page.pages) == (12, 12, 2)
    assert page.refusing_cards == ()
    first = client.get("/find/?need=housing").content.decode()
    assert "12 more say no. They come on the last page." in first
    last = client.get("/find/?need=housing&page=2")
    assert len(last.context["page"].refusing_cards) == 10
    assert "12 services say no" in last.content.decode()
    assert "These are the first 10." in last.content.decode()
    assert "12 services" in last.content.decode()


def test_the_counts_of_filters_leave_out_who_says_no(client: Client) -> None:
    ServiceFactory(needs=["housing"])
    ServiceFactory(needs=["housing"], minimum_age=30)
    say(client, age="20")
    page = client.get("/find/").context["page"]
    counts = {value.slug: value.count for group in page.filters if group.facet == "need" for value in group.values}
    assert counts["housing"] == 1


def test_where_everybody_says_no_that_is_said_with_who_to_ask(client: Client) -> None:
    ServiceFactory(name="Adults", minimum_age=18)
    say(client, age="17", setting="police-custody")
    response = client.get("/find/")
    page = response.context["page"]
    assert (page.total, page.refusing) == (0, 1)
    content = " ".join(response.content.decode().split())
    assert "1 service would fit this search, but says no to this person. That does not mean there is none." in content
    assert "Ask the custody sergeant or the custody nurse" in content
    assert "Ask us to look for you" in content
    assert "What you said is filled in already" in content
    assert [card.service.name for card in page.refusing_cards] == ["Adults"]


def test_ways_on_lead_to_services_that_do_not_say_no(client: Client) -> None:
    ServiceFactory(name="Adults", needs=["housing"], minimum_age=18)
    ServiceFactory(name="Anyone", needs=["family"], settings=["court"])
    say(client, age="17")
    ways = client.get("/find/?need=housing&setting=court").context["relaxed_searches"]
    assert [(way.title, way.count) for way in ways] == [("Take off “Housing”", 1)]
    assert [card.service.name for card in client.get(f"/find/{ways[0].url}").context["page"].cards] == ["Anyone"]


def test_what_is_sought_is_kept_with_the_person(client: Client) -> None:
    ServiceFactory(slug="ours", needs=["housing"], settings=["court"])
    say(client, age="20")
    client.get("/find/?need=housing&setting=court&near=G42")
    assert client.get("/services/ours/").context["line"].words == "20, at court, G42"
    # This browser said nothing about anybody: what it seeks is not kept.
    other = Client()
    assert not other.get("/find/?need=housing&setting=court&near=G42").cookies


def test_a_prison_as_the_place_is_where_the_person_is(client: Client) -> None:
    Area.objects.create(code="hmp-low-moss", name="HMP Low Moss", kind="prison", holds="men")
    ServiceFactory(name="Café", settings=["prison"], areas=["hmp-low-moss"])
    ServiceFactory(name="Women", settings=["prison"], areas=["hmp-low-moss"], gender="women")
    say(client, age="30")
    cards, refusing = found(client, "?near=HMP+Low+Moss")
    assert set(cards) == {"Café"}
    assert set(refusing) == {"Women"}
    assert client.get("/find/").context["line"].words == "30, in prison, HMP Low Moss"


def test_a_prison_where_nothing_is_listed_leads_to_the_plan(client: Client) -> None:
    ServiceFactory()
    content = client.get("/find/?near=HMP+Low+Moss").content.decode()
    assert 'href="/release/">Plan a release from HMP Low Moss' in content


@pytest.mark.parametrize("said", [{}, {"age": "30", "gender": "man", "home": "G42", "setting": "court"}])
def test_the_page_needs_few_queries_however_many_are_found(client: Client, said: dict[str, str]) -> None:
    if said:
        say(client, **said)
    counts = []
    everything = {"areas": [GLASGOW], "postcodes": ["G42 9"], "ways": ["call"], "phones": ["116 123"]}
    for _ in range(2):
        for number in range(6):
            limits = {"minimum_age": 40} if number % 2 else {"routes": ["police"]}
            ServiceFactory(settings=["court"], questions={"order": "Which?"}, **limits, **everything)
        for query in ("/find/", "/find/?near=G42&setting=court"):
            client.get(query)
            with CaptureQueriesContext(connection) as captured:
                client.get(query)
            counts.append(len(captured))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 12, counts


def test_an_organisation_answers_as_well(client: Client) -> None:
    service = ServiceFactory(minimum_age=18)
    say(client, age="17")
    (card,) = client.get(service.organization.get_absolute_url()).context["run"]
    assert str(card.fit.answer) == "no"


def test_when_nothing_fits_the_nearest_that_might_is_said(client: Client) -> None:
    ServiceFactory(name="Near but no", settings=["court"], postcodes=["G42 9"], maximum_age=16)
    ServiceFactory(name="Far and fitting", settings=["court"], postcodes=["EH1 1"])
    ServiceFactory(name="Further", settings=["court"], postcodes=["AB10 1"])
    say(client, age="40")
    response = client.get("/find/?near=G42&radius=1&setting=court")
    assert response.context["page"].total == 0
    assert [card.service.name for card in response.context["nearest"]] == ["Far and fitting", "Further"]
    content = " ".join(response.content.decode().split())
    assert "miles from G42. Ask first:" in content
    assert "What you said is filled in already" in content
    assert "Who to ask now:" in content
    assert client.get("/find/?setting=court&q=zzyzx").context["nearest"] == ()
