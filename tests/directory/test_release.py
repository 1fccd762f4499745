"""The release view: dates, which service belongs to which step, and what is kept of it (nothing)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Area, Service
from directory.release.dates import WrongDate, is_before_weekend, read_release_date, time_until
from tests.factories.directory import ServiceFactory, TermFactory

GLASGOW, EDINBURGH, SCOTLAND, ENGLAND = "S12000049", "S12000036", "S92000003", "E92000001"
LOW_MOSS, PERTH = "hmp-low-moss", "hmp-perth"
TODAY = date(2026, 11, 22)


def typed(day: str, month: str, year: str) -> dict[str, str]:
    return {"day": day, "month": month, "year": year}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("22", "11", "2026"), TODAY),
        (("1", "02", "2027"), date(2027, 2, 1)),
        (("29", "2", "2028"), date(2028, 2, 29)),
        (("22", "11", "2031"), date(2031, 11, 22)),
    ],
)
def test_dates_people_type(parts: tuple[str, str, str], found: date) -> None:
    assert read_release_date(typed(*parts), TODAY) == found


@pytest.mark.parametrize(
    ("parts", "message", "wrong"),
    [
        (("", "", ""), "Enter the expected date", ("day", "month", "year")),
        (("1", "", "2027"), "must include a month", ("month",)),
        (("", "", "2027"), "must include a day and a month", ("day", "month")),
        (("31", "2", "2027"), "must be a real date", ("day",)),
        (("29", "2", "2027"), "must be a real date", ("day",)),
        (("1", "13", "2027"), "must be a real date", ("month",)),
        (("0", "1", "2027"), "must be a real date", ("day",)),
        (("1", "1", "99999"), "Year must include 4 numbers", ("year",)),
        (("1", "1", "27"), "Year must include 4 numbers", ("year",)),
        (("1", "1", "0000"), "must be a real date", ("year",)),
        (("1", "1", "0001"), "must be today or later", ("day", "month", "year")),
        (("٣", "1", "2027"), "must be a real date", ("day",)),
        (("💥", "x", "-1"), "must be a real date", ("day", "month", "year")),
        (("21", "11", "2026"), "must be today or later", ("day", "month", "year")),
        (("23", "11", "2031"), "within 5 years", ("day", "month", "year")),
        (("1", "1", "9999"), "within 5 years", ("day", "month", "year")),
    ],
)
def test_dates_that_cannot_be(parts: tuple[str, str, str], message: str, wrong: tuple[str, ...]) -> None:
    with pytest.raises(WrongDate, match=message) as raised:
        read_release_date(typed(*parts), TODAY)
    assert raised.value.parts == wrong


def test_five_years_from_a_leap_day() -> None:
    assert read_release_date(typed("28", "2", "2033"), date(2028, 2, 29)) == date(2033, 2, 28)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today"), (1, "Tomorrow"), (19, "In 19 days"), (28, "In 4 weeks"), (70, "In 10 weeks"), (75, "In 2 months")],
)
def test_how_far_off(days: int, words: str) -> None:
    assert time_until(TODAY + timedelta(days=days), TODAY) == words


def test_the_weekend() -> None:
    assert [is_before_weekend(date(2026, 11, day)) for day in range(19, 24)] == [False, True, True, True, False]


@pytest.fixture
def prisons(db: None) -> None:
    kingdom = Area.objects.create(code="K02000001", name="United Kingdom", kind="nation")
    scotland = Area.objects.create(code=SCOTLAND, name="Scotland", kind="nation", parent=kingdom)
    Area.objects.create(code=ENGLAND, name="England", kind="nation", parent=kingdom)
    for code, name in ((LOW_MOSS, "HMP Low Moss"), (PERTH, "HMP Perth")):
        Area.objects.create(code=code, name=name, kind="prison", parent=scotland)


def ask(client: Client, **changes: str | list[str]) -> HttpResponse:
    day = timezone.localdate() + timedelta(days=20)
    answers = {"prison": LOW_MOSS, "home": "G42 9HX"}
    answers |= {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    return client.post("/release/", answers | changes)


def steps(response: HttpResponse) -> dict[str, tuple[list[str], list[str]]]:
    assert response.status_code == 200
    assert response.context["answers"].problems == ()
    return {
        step.name: (
            [entry.service.name for entry in step.starting],
            [entry.service.name for entry in step.continuing],
        )
        for step in response.context["plan"].steps
    }


def test_what_starts_inside(client: Client, prisons: None) -> None:
    ServiceFactory(name="Café", settings=["prison"], areas=[LOW_MOSS])
    ServiceFactory(name="Other prison", settings=["prison"], areas=[PERTH])
    ServiceFactory(name="All Scotland", settings=["before-release"], areas=[SCOTLAND])
    ServiceFactory(name="All England", settings=["prison"], areas=[ENGLAND])
    ServiceFactory(name="Not in prisons", settings=["court"], areas=[SCOTLAND])
    ServiceFactory(name="Back to Glasgow", settings=["prison"], areas=[LOW_MOSS, GLASGOW])
    ServiceFactory(name="Back to Edinburgh", settings=["prison"], areas=[LOW_MOSS, EDINBURGH])
    ServiceFactory(name="Nowhere", settings=["prison"])
    assert steps(ask(client))["inside"][0] == ["All Scotland", "Back to Glasgow", "Café"]
    assert "Back to Edinburgh" in steps(ask(client, home=""))["inside"][0]
    assert steps(ask(client, home="SW1A 1AA"))["inside"][0] == ["Café"]


def test_what_starts_at_the_gate_and_after(client: Client, prisons: None) -> None:
    ServiceFactory(name="Gate", settings=["before-release"], areas=[GLASGOW])
    ServiceFactory(name="Licence", settings=["licence"], areas=[GLASGOW])
    ServiceFactory(name="Order", settings=["community-sentence"], areas=[GLASGOW])
    ServiceFactory(name="Away", settings=["licence"], areas=[EDINBURGH])
    ServiceFactory(name="From Perth only", settings=["before-release"], areas=[GLASGOW, PERTH])
    ServiceFactory(name="All the way", settings=["prison", "licence"], areas=[GLASGOW, LOW_MOSS])
    found = steps(ask(client))
    assert found["inside"] == (["All the way"], [])
    assert found["gate"] == (["Gate", "Licence"], ["All the way"])
    assert found["after"] == (["Order"], ["All the way", "Licence"])


def test_without_a_home_only_what_covers_the_nation_is_sure(client: Client, prisons: None) -> None:
    ServiceFactory(name="Glasgow", settings=["licence"], areas=[GLASGOW])
    ServiceFactory(name="Scotland", settings=["licence"], areas=[SCOTLAND])
    response = ask(client, home="")
    assert steps(response)["gate"][0] == ["Scotland"]
    assert "cover all of Scotland" in response.content.decode()


def test_one_need_hides_the_others_and_withdrawn_services_are_hidden(client: Client, prisons: None) -> None:
    for name, changes in {
        "Housing": {"needs": ["housing"]},
        "Family": {"needs": ["family"]},
        "Draft": {"live": False},
        "Ended": {"status": Service.Status.DEFUNCT},
        "Not running": {"status": Service.Status.INACTIVE},
    }.items():
        ServiceFactory(name=name, settings=["prison"], areas=[LOW_MOSS], **changes)
    assert steps(ask(client))["inside"][0] == ["Family", "Housing"]
    assert steps(ask(client, need="housing"))["inside"][0] == ["Housing"]
    both = ask(client, need=["housing", "family"])
    assert steps(both)["inside"][0] == ["Family", "Housing"]
    assert "help with family or housing" in both.content.decode()


def test_what_does_not_say_whom_it_takes_may_take_him_after(client: Client, prisons: None) -> None:
    ServiceFactory(name="Unsaid", areas=[GLASGOW])
    ServiceFactory(name="Court only", settings=["court"], areas=[GLASGOW])
    ServiceFactory(name="Away", areas=[EDINBURGH])
    found = steps(ask(client))
    assert found["after"][0] == ["Unsaid"]
    assert found["gate"][0] == found["inside"][0] == []


def test_those_that_take_referrals_come_first(client: Client, prisons: None) -> None:
    for name, referrals, changes in (
        ("A full", "full", {}),
        ("B too old", "open", {"assured_date": "2020-01-01"}),
        ("C waiting", "waiting", {}),
        ("D open", "open", {}),
    ):
        ServiceFactory(name=name, referrals=referrals, settings=["prison"], areas=[LOW_MOSS], **changes)
    assert steps(ask(client))["inside"][0] == ["D open", "C waiting", "B too old", "A full"]


def test_a_long_step_leads_to_the_finder(client: Client, prisons: None) -> None:
    for _ in range(14):
        ServiceFactory(settings=["licence"], areas=[GLASGOW])
    response = ask(client)
    assert len(steps(response)["gate"][0]) == 12
    assert "/find/?setting=before-release&amp;setting=licence&amp;near=G42" in response.content.decode()


def test_nothing_listed_is_said_for_each_step(client: Client, prisons: None) -> None:
    content = ask(client).content.decode()
    assert content.count("We have not listed one yet") == 3
    assert "hub-path__step--joins" not in content


def test_nothing_is_stored_and_reading_sets_no_cookie(client: Client, prisons: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    for response in (strict.get("/release/"), ask(strict), ask(strict, day="")):
        assert response.status_code == 200
        assert not response.cookies
        assert "style=" not in response.content.decode()
    for response in (ask(strict), ask(strict, day="")):
        assert response.headers["Cache-Control"] == "no-store"
    assert "G42 9HX" not in str(ask(strict).headers)
    assert client.put("/release/").status_code == 405


def test_wrong_answers_come_back_as_typed_with_links_to_them(client: Client, prisons: None) -> None:
    TermFactory(slug="housing")
    response = ask(client, prison="", day="31", month="2", year="2027", home="ZZ9 9ZZ", need="housing")
    content = response.content.decode()
    assert [problem.target for problem in response.context["answers"].problems] == ["prison", "day", "home"]
    for shown in (
        "<title>Error: ",
        'href="#prison"',
        'href="#day"',
        'href="#home"',
        'value="31"',
        'value="ZZ9 9ZZ"',
        'value="housing" checked>',
        'aria-describedby="home-hint home-error"',
    ):
        assert shown in content


def test_home_may_be_the_name_of_a_place(client: Client, prisons: None) -> None:
    ServiceFactory(name="At home", settings=["licence"], areas=[GLASGOW])
    content = ask(client, home="Govanhill").content.decode()
    assert "At home" in content
    assert "to Govanhill, Glasgow" in content
    several = ask(client, home="Newport").context["answers"].errors["home"].text
    assert several.startswith("More than one place has that name. Enter Newport, Wales;")


@pytest.mark.parametrize("text", ["\x00", "💥", "x" * 10_000, "<script>alert(1)</script>", "' OR 1=1", "\ud7ff"])
def test_whatever_arrives_is_answered(client: Client, prisons: None, text: str) -> None:
    for name in ("prison", "day", "month", "year", "need", "home"):
        response = ask(client, **{name: text})
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode()
    assert client.post("/release/", {}).context["answers"].problems[0].field == "prison"
    assert client.post("/release/", "{", content_type="application/json").status_code == 200


def test_abolished_prisons_are_not_offered(client: Client, prisons: None) -> None:
    Area.objects.filter(code=PERTH).update(valid_to="2020-01-01")
    assert PERTH not in client.get("/release/").context["choices"].prisons
    assert ask(client, prison=PERTH).context["answers"].errors["prison"]


def test_queries_do_not_grow_with_what_is_found(client: Client, prisons: None) -> None:
    ServiceFactory(settings=["prison", "licence"], areas=[LOW_MOSS, GLASGOW])
    with CaptureQueriesContext(connection) as few:
        ask(client)
    for _ in range(9):
        ServiceFactory(settings=["prison", "before-release", "licence"], areas=[LOW_MOSS, GLASGOW])
    with CaptureQueriesContext(connection) as many:
        ask(client)
    assert len(few) == len(many) <= 10
