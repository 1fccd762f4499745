"""Four people who need a service, each at the right one in at most three steps."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible


def filters(page: Page) -> None:
    """Where the filters are folded away, bring them out."""
    show = page.get_by_role("link", name="Filter results")
    if show.is_visible():
        show.click()


def open_service(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert_accessible(page)


def test_a_young_woman_in_police_custody_in_govan(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    # One: the place.
    page.get_by_label("Postcode or place").fill("Govan")
    page.get_by_role("main").get_by_role("button", name="Find a service").click()
    expect(page.get_by_role("heading", level=2, name="near Govan")).to_be_visible()
    assert_accessible(page)
    # Two: who she is and where.
    filters(page)
    page.get_by_label("Police custody").check()
    page.get_by_text("Age and gender").click()
    page.get_by_label("Age", exact=True).fill("17")
    page.get_by_label("A woman").check()
    assert_accessible(page)
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("link", name="Take off Aged 17")).to_be_visible()
    # The other team in the cells takes men only.
    expect(page.get_by_role("link", name="Positive Outcomes Project", exact=True)).to_have_count(0)
    assert_accessible(page)
    # Three: the first result.
    assert "POP Plus" in page.get_by_role("article").first.inner_text()
    open_service(page, "POP Plus custody peer mentors")


def test_a_man_leaving_low_moss_in_three_weeks(live_server: LiveServer, page: Page, demo: None) -> None:
    release = timezone.localdate() + timedelta(weeks=3)
    page.goto(live_server.url)
    # One: the plan. Two: where from, when, where to.
    page.get_by_role("link", name="Plan a release").click()
    assert_accessible(page)
    page.get_by_label("Which prison").select_option("HMP Low Moss")
    for name, value in (("Day", release.day), ("Month", release.month), ("Year", release.year)):
        page.get_by_label(name, exact=True).fill(str(value))
    page.get_by_label("Postcode or place").fill("Glasgow")
    page.get_by_label("Housing").check()
    page.get_by_label("Alcohol and drugs").check()
    page.get_by_role("button", name="Show what can start").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("From HMP Low Moss to Glasgow")
    assert_accessible(page)
    plan = page.get_by_role("main")
    for name in (
        "Prison Recovery Coordinator",
        "Alcohol and Drug Recovery Service",
        "Lived Experience Peer Support Service",
    ):
        expect(plan.get_by_role("link", name=name, exact=True).first).to_be_visible()
    # Three: who can start now.
    open_service(page, "Prison Recovery Coordinator")


def test_a_mother_looking_for_help_for_her_son(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    page.get_by_role("main").get_by_role("link", name="Help for families and friends").click()
    assert_accessible(page)
    page.get_by_role("link", name="See services that work with families").click()
    assert_accessible(page)
    open_service(page, "Sacro criminal justice services")


def test_a_mother_who_types_what_she_needs(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    page.get_by_role("main").get_by_label("What help is needed?").fill("help for my son")
    page.get_by_role("main").get_by_role("button", name="Find a service").click()
    assert_accessible(page)
    open_service(page, "Sacro criminal justice services")


def test_a_social_worker_who_types_an_abbreviation(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    page.get_by_role("main").get_by_label("What help is needed?").fill("LEPSS")
    page.get_by_role("main").get_by_role("button", name="Find a service").click()
    assert_accessible(page)
    assert "Lived Experience Peer Support Service" in page.get_by_role("article").first.inner_text()
    open_service(page, "Lived Experience Peer Support Service")
