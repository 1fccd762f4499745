"""A service's page in a browser: a map that waits to be asked for, sharing and printing."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible

PICTURE = Path(__file__).parents[2] / "hub" / "static" / "hub" / "leaflet" / "images" / "layers.png"


@pytest.mark.skipif(not PICTURE.exists(), reason="Leaflet is copied by `make styles`.")
def test_the_map_asks_nobody_before_somebody_asks_for_it(
    live_server: LiveServer, page: Page, demo: None, settings: Any
) -> None:
    settings.MAP_TILES_URL = "https://tiles.example/{z}/{x}/{y}.png"
    settings.MAP_ATTRIBUTION = "© <b>Somebody</b>"
    asked, messages = [], []
    page.route("https://tiles.example/**", lambda route: route.fulfill(path=PICTURE))
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.goto(f"{live_server.url}/services/prison-recovery-coordinator/", wait_until="networkidle")
    page.get_by_role("link", name="Map and coordinates").click()
    page.wait_for_load_state("networkidle")
    assert all(address.startswith(live_server.url) for address in asked)
    assert_accessible(page)
    page.get_by_role("button", name="Show the map").click()
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert any(address.startswith("https://tiles.example/") for address in asked)
    assert all(address.startswith((live_server.url, "https://tiles.example/")) for address in asked)
    expect(page.locator(".leaflet-interactive")).to_have_count(3)
    expect(page.locator(".leaflet-control-attribution")).to_have_text("© <b>Somebody</b>")
    assert not [text for text in messages if "Content Security Policy" in text]
    assert_accessible(page)


def test_sharing_with_and_without_script(live_server: LiveServer, browser: Browser, demo: None) -> None:
    address = f"{live_server.url}/services/lepps/"
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_role("link", name=address)).to_be_visible()
        expect(page.get_by_role("link", name="Send it by e-mail")).to_be_visible()
        expect(page.get_by_role("button", name="Print this page")).to_be_visible(visible=script)
        expect(page.get_by_text("To print, use your browser’s menu")).to_be_visible(visible=not script)
        context.close()
