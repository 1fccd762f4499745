"""People who need a service, each at the right one in at most three steps."""

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible, await_whole, follow, main_text


def filters(page: Page) -> None:
    """Where the filters are folded away, bring them out."""
    await_whole(page)
    show = page.get_by_role("link", name="Filter results")
    if show.is_visible():
        show.click()


def open_service(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert_accessible(page)


def say_who_it_is_for(page: Page, **said: str) -> None:
    page.get_by_role("link", name="Say who it is for").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is it for?")
    assert_accessible(page)
    page.get_by_label("The person is").select_option(said["gender"])
    page.get_by_label("Age", exact=True).fill(said["age"])
    page.get_by_role("button", name="Show who can help").click()


def test_a_young_woman_in_police_custody_in_govan(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    # One: the place.
    place = page.get_by_label("Postcode or place")
    place.fill("Govan")
    # On a narrow screen the places that are offered lie over the button until one leaves the field.
    place.press("Tab")
    page.get_by_role("main").get_by_role("button", name="Find a service").click()
    expect(page.get_by_role("heading", level=2, name="near Govan")).to_be_visible()
    assert_accessible(page)
    # Two: where she is, and who she is.
    filters(page)
    page.get_by_label("Police custody").check()
    page.get_by_role("button", name="Apply filters").click()
    expect(page.get_by_role("main")).to_contain_text("In custody now?")
    say_who_it_is_for(page, gender="Woman", age="17")
    expect(page.get_by_text("For: woman, 17, in police custody, Govan, Glasgow")).to_be_visible()
    # The port of the test's server may hold any two digits.
    assert "17" not in page.url.removeprefix(live_server.url)
    assert_accessible(page)
    # Three: somebody who comes to the cells today; the page answers for her without being asked again.
    card = page.get_by_role("article").filter(has_text="Women’s Custody Link")
    expect(card).to_contain_text("Yes, likely")
    expect(card.get_by_role("listitem").first).to_contain_text("Works today")
    open_service(page, "Women’s Custody Link")
    expect(page.get_by_role("region", name="Can I refer this person?")).to_contain_text("Age 17: this service takes")
    page.go_back()
    expect(page.get_by_text("For: woman, 17, in police custody")).to_be_visible()
    page.get_by_role("link", name="Forget this").click()
    expect(page.get_by_text("For: woman")).to_have_count(0)


def plan_release(page: Page, prison: str, home: str, *needs: str) -> None:
    release = timezone.localdate() + timedelta(weeks=3)
    follow(page, page.get_by_role("link", name="Plan a release"))
    assert_accessible(page)
    page.get_by_label("Which prison").select_option(prison)
    for name, value in (("Day", release.day), ("Month", release.month), ("Year", release.year)):
        page.get_by_label(name, exact=True).fill(str(value))
    page.get_by_label("Postcode or place").fill(home)
    for need in needs:
        page.get_by_label(need).check()
    page.get_by_role("button", name="Show what can start").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"From {prison} to {home}")
    assert_accessible(page)


def test_a_man_leaving_low_moss_in_three_weeks(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    # One: the plan. Two: where from, when, where to.
    plan_release(page, "HMP Low Moss", "Glasgow", "Housing", "Alcohol and drugs")
    plan = page.get_by_role("main")
    for name in ("Gate to Home", "Prison Recovery Coordinator", "Lived Experience Peer Support Service"):
        expect(plan.get_by_role("link", name=name, exact=True).first).to_be_visible()
    # Who helps with something else inside is not hidden by what was ticked.
    expect(plan.get_by_text("Recovery café, HMP Low Moss").first).to_be_attached()
    # A reload and Back send nothing again.
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("From HMP Low Moss")
    # Three: who can start now.
    open_service(page, "Prison Recovery Coordinator")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("From HMP Low Moss")
    page.get_by_role("link", name="Save all of these").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your list")
    expect(page.get_by_role("main")).to_contain_text("Gate to Home")
    assert_accessible(page)


def test_a_woman_leaving_stirling(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    plan_release(page, "HMP and YOI Stirling", "Glasgow")
    expect(page.get_by_role("main")).to_contain_text("HMP and YOI Stirling holds women")
    shown = page.get_by_role("article").filter(visible=True)
    expect(shown.filter(has_text="Women’s Way Home").first).to_be_visible()
    # What is listed for men stands folded away, or not at all.
    expect(shown.filter(has_text="Positive Outcomes Project")).to_have_count(0)
    expect(shown.filter(has_text="Gate to Home")).to_have_count(0)


def test_a_mother_whose_son_is_on_remand(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    follow(page, page.get_by_role("main").get_by_role("link", name="Help for families and friends"))
    assert_accessible(page)
    follow(page, page.get_by_role("main").get_by_role("link", name="help with family life"))
    assert_accessible(page)
    open_service(page, "Remand Family Link")
    ways = page.get_by_role("region", name="Can I refer this person?")
    expect(ways.get_by_role("link", name="Call 0141 496 0206")).to_be_visible()
    expect(ways).to_contain_text("(example number)")


def test_somebody_who_types_what_they_feel(live_server: LiveServer, page: Page, demo: None) -> None:
    for address, box in (("/find/", "What help is needed?"), ("/search/", "What are you looking for?")):
        page.goto(f"{live_server.url}{address}")
        page.get_by_label(box).fill("i just want to end my life")
        with page.expect_navigation():
            page.get_by_label(box).press("Enter")
        panel = page.get_by_role("region", name="You can talk to someone now")
        expect(panel.get_by_role("link").nth(0)).to_have_attribute("href", "tel:999")
        expect(panel.get_by_role("link").nth(1)).to_have_attribute("href", "tel:116123")
        found = main_text(page)
        assert found.index("You can talk to someone now") < found.index("Samaritans")
        assert "Gateway" not in found or found.index("Breathing Space") < found.index("Gateway")
        assert_accessible(page)


def test_a_mother_who_types_what_she_needs(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    page.get_by_role("main").get_by_label("What help is needed?").fill("help for my son")
    follow(page, page.get_by_role("main").get_by_role("button", name="Find a service"))
    assert_accessible(page)
    open_service(page, "Sacro criminal justice services")


def test_a_social_worker_who_types_an_abbreviation(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(live_server.url)
    page.get_by_role("main").get_by_label("What help is needed?").fill("LEPSS")
    follow(page, page.get_by_role("main").get_by_role("button", name="Find a service"))
    assert_accessible(page)
    expect(page.get_by_role("article").first).to_contain_text("Lived Experience Peer Support Service")
    open_service(page, "Lived Experience Peer Support Service")
