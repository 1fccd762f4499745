"""Suggestions while typing: with the keyboard alone, with a finger, and when they cannot be had."""

import re

from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible


def typed(page: Page, label: str, text: str) -> Locator:
    box = page.get_by_role("main").get_by_label(label)
    box.focus()
    expect(box).to_have_attribute("role", "combobox")
    box.press_sequentially(text)
    return box


def test_by_keyboard_alone(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(f"{live_server.url}/find/")
    box = typed(page, "What help is needed?", "recov")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="suggestions")).to_be_attached()
    assert_accessible(page)

    page.keyboard.press("ArrowDown")
    options = page.get_by_role("listbox").get_by_role("option")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    expect(box).to_be_focused()
    assert_accessible(page)
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Home")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)

    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("recov")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    name = first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/**")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

    # Enter without a choice searches for what was typed.
    page.goto(f"{live_server.url}/")
    typed(page, "What help is needed?", "recov")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=recov*")


def test_by_pointer_each_kind_leads_to_its_own(live_server: LiveServer, page: Page, demo: None) -> None:
    page.goto(f"{live_server.url}/find/?setting=licence")
    near = typed(page, "Postcode or place", "govanh")
    page.get_by_role("option", name="Govanhill, Glasgow").click()
    expect(near).to_have_value("Govanhill, Glasgow")
    expect(near).to_be_focused()
    near.fill("")
    box = typed(page, "What help is needed?", "paisle")
    page.get_by_role("option", name="Paisley, Renfrewshire").click()
    expect(box).to_have_value("")
    expect(near).to_have_value("Paisley, Renfrewshire")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**near=Paisley%2C+Renfrewshire**")
    assert "setting=licence" in page.url

    page.goto(f"{live_server.url}/find/?setting=licence&near=G42")
    typed(page, "What help is needed?", "hous")
    page.get_by_role("option", name="Housing", exact=True).click()
    page.wait_for_url("**need=housing**")
    assert "setting=licence" in page.url
    assert "near=G42" in page.url
    assert "q=" not in page.url
    expect(page.get_by_role("link", name="Take off Housing")).to_be_visible()

    page.goto(f"{live_server.url}/search/")
    typed(page, "What are you looking for?", "recruit")
    assert_accessible(page)
    page.get_by_role("option", name="Recruit and induct peer workers").click()
    page.wait_for_url("**/guidance/**")
    page.goto(f"{live_server.url}/search/")
    typed(page, "What are you looking for?", "govanh")
    page.get_by_role("option", name="Govanhill, Glasgow").click()
    page.wait_for_url("**/find/?near=Govanhill%2C+Glasgow")


def test_nothing_is_asked_about_postcodes_and_nothing_breaks_without_answers(
    live_server: LiveServer, page: Page, demo: None
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server.url}/find/")
    typed(page, "Postcode or place", "G42 9HX")
    typed(page, "What help is needed?", "G42 9HX")
    page.wait_for_timeout(400)
    assert not [address for address in asked if "suggestions/" in address]

    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/search/suggestions/**", lambda route: route.fulfill(status=500, body="Broken"))
    page.goto(f"{live_server.url}/find/")
    with page.expect_response("**/search/suggestions/**"):
        box = typed(page, "What help is needed?", "recov")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=recov**")
    assert complaints == []

    page.goto(f"{live_server.url}/find/?need=housing&near=Newport")
    expect(page.get_by_role("heading", name="Which Newport do you mean?")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Newport-on-Tay, Fife").click()
    expect(page.get_by_role("heading", name=re.compile("near Newport-on-Tay, Fife"))).to_be_visible()
    assert "need=housing" in page.url
    page.goto(f"{live_server.url}/find/?near=Dunfermlinnes")
    assert_accessible(page)
    page.get_by_role("link", name="Dunfermline, Fife").click()
    expect(page.get_by_role("heading", name=re.compile("near Dunfermline, Fife"))).to_be_visible()
