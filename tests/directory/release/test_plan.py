"""The plan: which service belongs to which step, and what is taken along on paper."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Schedule, Service
from directory.saved_list.codes import read_list
from tests.factories.directory import ServiceFactory
from tests.factories.release import (
    EDINBURGH,
    ENGLAND,
    GLASGOW,
    LOW_MOSS,
    PERTH,
    SCOTLAND,
    STIRLING,
    make_prisons,
    names,
    plan_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prisons(db: None) -> None:
    make_prisons()


def test_what_starts_inside(client: Client) -> None:
    ServiceFactory(name="Café", settings=["prison"], areas=[LOW_MOSS])
    ServiceFactory(name="Other prison", settings=["prison"], areas=[PERTH])
    ServiceFactory(name="All Scotland", settings=["before-release"], areas=[SCOTLAND])
    ServiceFactory(name="All England", settings=["prison"], areas=[ENGLAND])
    ServiceFactory(name="Not in prisons", settings=["court"], areas=[SCOTLAND])
    ServiceFactory(name="Back to Glasgow", settings=["prison"], areas=[LOW_MOSS, GLASGOW])
    ServiceFactory(name="Back to Edinburgh", settings=["prison"], areas=[LOW_MOSS, EDINBURGH])
    ServiceFactory(name="Nowhere", settings=["prison"])
    assert sorted(names(plan_of(client))["inside"]) == ["All Scotland", "Back to Glasgow", "Café"]
    assert "Back to Edinburgh" in names(plan_of(client, home=""))["inside"]
    assert names(plan_of(client, home="SW1A 1AA"))["inside"] == ["Café"]


def test_what_starts_at_the_gate_and_after(client: Client) -> None:
    ServiceFactory(name="Licence", settings=["licence"], areas=[GLASGOW])
    ServiceFactory(name="Order", settings=["community-sentence"], areas=[GLASGOW])
    ServiceFactory(name="Away", settings=["licence"], areas=[EDINBURGH])
    ServiceFactory(name="From Perth only", settings=["before-release", "licence"], areas=[GLASGOW, PERTH])
    ServiceFactory(name="Both sides", settings=["before-release", "licence"], areas=[GLASGOW])
    ServiceFactory(name="All the way", settings=["prison", "licence"], areas=[GLASGOW, LOW_MOSS])
    response = plan_of(client)
    starting = {"inside": ["All the way", "Both sides"], "gate": [], "after": ["From Perth only", "Licence"]}
    assert names(response) == starting
    goes_on = ["All the way", "Both sides"]
    assert names(response, "continuing") == {"inside": [], "gate": goes_on, "after": goes_on}


def test_who_works_on_both_sides_of_release_but_not_in_this_prison_begins_at_the_gate(client: Client) -> None:
    ServiceFactory(name="Both sides", settings=["before-release", "licence"], areas=["S12000045"])
    response = plan_of(client, home="G62")
    assert names(response)["inside"] == ["Both sides"]
    # Without a home, only what covers the nation is sure to be there.
    assert names(plan_of(client, home="")) == {"inside": [], "gate": [], "after": []}


def test_a_licence_begins_after_the_day_itself(client: Client) -> None:
    for number, settings in enumerate((["licence"], ["licence", "community-sentence"], ["licence", "court"])):
        ServiceFactory(name=f"Licence {number}", settings=settings, areas=[GLASGOW])
    response = plan_of(client)
    for part in ("starting", "continuing", "others", "unfit"):
        assert names(response, part)["inside"] == names(response, part)["gate"] == []
    assert names(response)["after"] == ["Licence 0", "Licence 1", "Licence 2"]


def test_support_on_home_leave_is_inside(client: Client) -> None:
    ServiceFactory(name="Home leave", settings=["before-release"], areas=[GLASGOW])
    ServiceFactory(name="Leave elsewhere", settings=["before-release"], areas=[EDINBURGH])
    response = plan_of(client)
    assert names(response) == {"inside": ["Home leave"], "gate": [], "after": []}
    assert names(response, "continuing") == {"inside": [], "gate": [], "after": []}


def test_a_drug_court_is_in_no_step(client: Client) -> None:
    ServiceFactory(name="Drug court", settings=["court", "community-sentence"], areas=[GLASGOW], orders=["dtto"])
    assert "Drug court" not in plan_of(client).content.decode()


def test_a_prison_for_women_leaves_out_what_is_for_men_and_the_reverse(client: Client) -> None:
    for gender in ("women", "men", "anyone", ""):
        ServiceFactory(name=f"For {gender or 'whom'}", gender=gender, settings=["prison"], areas=[SCOTLAND])
        ServiceFactory(
            name=f"Perhaps {gender}", gender=gender, settings=["prison"], areas=[SCOTLAND], assured_date=None
        )
    women, men = plan_of(client, prison=STIRLING), plan_of(client, prison=LOW_MOSS)
    assert "For men" not in women.content.decode()
    assert "For women" not in men.content.decode()
    assert {"For women", "For anyone", "For whom", "Perhaps women"} <= set(names(women)["inside"])
    assert names(women, "unfit")["inside"] == ["Perhaps men"]
    assert names(men, "unfit")["inside"] == ["Perhaps women"]
    assert "1 listed for others: ask first" in women.content.decode()
    assert "HMP and YOI Stirling holds women" in women.content.decode()
    both = plan_of(client, prison=PERTH)
    assert {"For women", "For men"} <= set(names(both)["inside"])
    told = plan_of(client, prison=STIRLING, gender="other")
    assert {"For women", "For men"} <= set(names(told)["inside"]), "what was said counts more than what follows"


def test_age_and_gender_are_asked_and_count(client: Client) -> None:
    ServiceFactory(name="Young", maximum_age=25, settings=["prison"], areas=[LOW_MOSS])
    ServiceFactory(name="Women", gender="women", settings=["licence"], areas=[GLASGOW])
    assert names(plan_of(client, age="25"))["inside"] == ["Young"]
    assert names(plan_of(client, age="26"))["inside"] == []
    assert names(plan_of(client, prison=PERTH, gender="woman"))["after"] == ["Women"]
    assert names(plan_of(client, prison=PERTH, gender="man"))["after"] == []


def test_each_card_answers_with_its_reason(client: Client) -> None:
    ServiceFactory(name="Sure", settings=["licence"], areas=[GLASGOW], routes=["self"])
    ServiceFactory(name="Unsure", settings=["licence"], areas=[GLASGOW], assured_date=None)
    response = plan_of(client)
    fits = {card.service.name: card.fit for card in response.context["plan"].steps[2].starting}
    assert {name: str(fit.answer) for name, fit in fits.items()} == {"Sure": "yes", "Unsure": "ask"}
    for fit in fits.values():
        assert fit.reason.sentence in response.content.decode()


def test_without_a_home_only_what_covers_the_nation_is_sure(client: Client) -> None:
    ServiceFactory(name="Glasgow", settings=["licence"], areas=[GLASGOW])
    ServiceFactory(name="Scotland", settings=["licence"], areas=[SCOTLAND])
    response = plan_of(client, home="")
    assert names(response)["after"] == ["Scotland"]
    assert "cover all of Scotland" in response.content.decode()


def test_needs_put_in_order_and_never_hide(client: Client) -> None:
    for name, needs in {"Family": ["family"], "Housing": ["housing"], "Neither": []}.items():
        ServiceFactory(name=name, needs=needs, settings=["prison"], areas=[LOW_MOSS])
    assert names(plan_of(client))["inside"] == ["Family", "Housing", "Neither"]
    response = plan_of(client, need="housing")
    assert names(response)["inside"] == ["Housing"]
    assert names(response, "others")["inside"] == ["Family", "Neither"]
    content = response.content.decode()
    assert "2 more, with other help" in content
    assert "Help with housing comes first" in content
    both = plan_of(client, need=["housing", "family"])
    assert names(both)["inside"] == ["Family", "Housing"]
    assert "family or housing" in both.content.decode()
    # Where nothing helps with it, the others stand open.
    Service.objects.filter(name="Housing").update(live=False)
    assert (
        '<details class="hub-refusing hub-release__others" open>' in plan_of(client, need="housing").content.decode()
    )


def test_withdrawn_and_resting_services_are_hidden(client: Client) -> None:
    for name, changes in {
        "Draft": {"live": False},
        "Ended": {"status": Service.Status.DEFUNCT},
        "Not running": {"status": Service.Status.INACTIVE},
    }.items():
        ServiceFactory(name=name, settings=["prison"], areas=[LOW_MOSS], **changes)
    assert names(plan_of(client))["inside"] == []


def test_what_does_not_say_whom_it_takes_may_take_them_after(client: Client) -> None:
    ServiceFactory(name="Unsaid", areas=[GLASGOW])
    ServiceFactory(name="Court only", settings=["court"], areas=[GLASGOW])
    ServiceFactory(name="Away", areas=[EDINBURGH])
    assert names(plan_of(client)) == {"inside": [], "gate": [], "after": ["Unsaid"]}


def test_who_says_yes_comes_first_and_then_who_has_room(client: Client) -> None:
    sure = {"settings": ["prison"], "areas": [LOW_MOSS], "routes": ["self"]}
    for name, referrals, changes in (
        ("A full", "full", {}),
        ("B too old", "open", {"assured_date": "2020-01-01"}),
        ("C waiting", "waiting", {}),
        ("D open", "open", {}),
    ):
        ServiceFactory(name=name, referrals=referrals, **sure, **changes)
    assert names(plan_of(client))["inside"] == ["D open", "C waiting", "B too old", "A full"]


def test_a_long_step_leads_to_the_finder(client: Client) -> None:
    for _ in range(14):
        ServiceFactory(settings=["licence"], areas=[GLASGOW])
    response = plan_of(client)
    assert len(names(response)["after"]) == 12
    link = re.search(r'href="(/find/[^"]*)">See more in the finder', response.content.decode())
    assert link is not None
    page = client.get(link[1].replace("&amp;", "&")).context["page"]
    assert page.total == 14


def test_nothing_listed_is_said_for_each_step(client: Client) -> None:
    content = plan_of(client).content.decode()
    assert content.count("We have not listed one yet") == 3
    assert "hub-path__step--joins" not in content
    assert "Save all of these" not in content


def _next(weekday: int) -> date:
    day = timezone.localdate() + timedelta(days=60)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def test_a_day_that_prisons_avoid_is_said(client: Client) -> None:
    for weekday, words in ((4, "is a Friday."), (5, "is a Saturday."), (6, "is a Sunday.")):
        day = _next(weekday)
        when = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
        content = plan_of(client, **when).content.decode()
        assert "About the day" in content
        assert words in content
        assert "In Scotland a prison may release somebody" in content


def test_a_printed_plan_has_what_is_needed_without_a_screen(client: Client) -> None:
    service = ServiceFactory(
        name="Alongside",
        settings=["licence"],
        areas=[GLASGOW],
        postcodes=["G42 9"],
        ways=["call"],
        phones=["0141 496 0000"],
    )
    Schedule.objects.create(service=service, byday="MO", until_day="FR", opens_at="09:00", closes_at="17:00")
    hidden = ServiceFactory(settings=["licence"], areas=[GLASGOW], postcodes=["G42 9"], confidential=True)
    content = plan_of(client).content.decode()
    printed = content[content.index("hub-print-only") :]
    for shown in ("0141 496 0000", "Monday to Friday, 09:00 to 17:00", "1 Secret Street", "Testtown"):
        assert shown in printed
    assert content.count("1 Secret Street") == 1, "a private address is on no paper"
    code = re.search(r'aria-label="QR code for http://testserver/list/([^/"]+)/"', content)
    assert code is not None
    assert set(read_list(code[1]).keys) == {service.pk, hidden.pk}
    assert "data-print" in content


def test_only_recorded_ways_in_are_shown(client: Client) -> None:
    ServiceFactory(slug="asks", settings=["prison"], areas=[LOW_MOSS], ways=["ask-staff"])
    ServiceFactory(slug="reads", settings=["licence"], areas=[GLASGOW], ways=["enquiry"])
    content = plan_of(client).content.decode()
    assert "/enquiries/new/?service=asks" not in content
    assert 'href="/enquiries/new/?service=reads"' in content
    assert "Ask the " in content


def test_all_of_a_plan_can_be_saved_at_once(client: Client) -> None:
    made = [
        ServiceFactory(name="First", settings=["prison"], areas=[LOW_MOSS]),
        ServiceFactory(name="Last", settings=["licence"], areas=[GLASGOW]),
    ]
    content = plan_of(client).content.decode()
    link = re.search(r'href="(/list/keep/[^"]+/)"[^>]*>Save all of these', content)
    assert link is not None
    saved = client.get(link[1])
    assert saved.status_code == 303
    entries = client.get(saved.headers["Location"]).context["entries"]
    assert [entry.service for entry in entries] == made


def test_a_service_of_a_plan_is_saved_and_the_plan_stays(client: Client) -> None:
    service = ServiceFactory(settings=["licence"], areas=[GLASGOW])
    plan_of(client)
    came_from = {"referer": "http://testserver/release/plan/?said=1"}
    saved = client.get(f"/list/add/{service.slug}/", headers=came_from)
    assert saved.headers["Location"] == f"/release/plan/?said=1&saved={service.slug}"
    assert "is on your list" in client.get(saved.headers["Location"]).content.decode()


def test_queries_do_not_grow_with_what_is_found(client: Client) -> None:
    everything = {"areas": [LOW_MOSS, GLASGOW], "postcodes": ["G42 9"], "phones": ["116 123"], "ways": ["call"]}
    ServiceFactory(settings=["prison", "licence"], **everything)
    plan_of(client)
    with CaptureQueriesContext(connection) as few:
        client.get("/release/plan/")
    for _ in range(20):
        ServiceFactory(settings=["prison", "before-release", "licence"], needs=["housing"], **everything)
    plan_of(client)
    with CaptureQueriesContext(connection) as many:
        client.get("/release/plan/")
    assert len(few) == len(many) <= 24, [query["sql"][:90] for query in many]
