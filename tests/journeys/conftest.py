"""The rules every page keeps."""

import time
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page

from hub.models import User

from .axe import axe

MOST_SECONDS = 20


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


def assert_accessible(page: Page, *, but_for: tuple[str, ...] = ()) -> None:
    """Axe finds nothing, the page is not wider than the screen, and nothing came from elsewhere."""
    await_whole(page)
    results = axe(page, but_for=but_for)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


def forget(context: BrowserContext, site: str) -> None:
    """Delete what the site left there. A tab that is open stays."""
    context.clear_cookies()
    tools = context.new_cdp_session(context.pages[0])
    tools.send("Network.clearBrowserCache")
    tools.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
    tools.detach()


def await_whole(page: Page) -> None:
    """Until the page has come to its end: its heading may be there while what is looked for is still on its way."""
    # Not by an event, which a page that was kept for Back never has again.
    until = time.monotonic() + MOST_SECONDS
    while page.evaluate("document.readyState") != "complete":
        assert time.monotonic() < until, f"{page.url} does not come to its end."
        page.wait_for_timeout(10)


def follow(page: Page, link: Locator) -> None:
    """Go where a link or button leads. A click alone does not wait: what comes after it may see the page before."""
    with page.expect_navigation():
        link.click()


def main_text(page: Page) -> str:
    """All words of the page's own part, once it is whole."""
    await_whole(page)
    return page.get_by_role("main").inner_text()


def sign_in(page: Page, live_server: Any, user: User) -> None:
    """Give the browser a session of this user, who has given the code of the second factor."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
