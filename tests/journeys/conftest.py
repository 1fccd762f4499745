"""The rules every page keeps."""

from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Locator, Page

from hub.models import User

# Every rule is asked. Only what broke one is told: telling all that was right takes longer than asking. And nothing
# is loaded for rules that are not asked: of those that are, none looks at style sheets but the browser's own way.
OPTIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


def assert_accessible(page: Page, *, but_for: tuple[str, ...] = ()) -> None:
    """Axe finds nothing, the page is not wider than the screen, and nothing came from elsewhere."""
    rules = {rule: {"enabled": False} for rule in but_for}
    results = AxeResults(axe(page, {**OPTIONS, "rules": rules}))
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url


def axe(page: Page, options: dict[str, Any]) -> dict[str, Any]:
    """What axe says. Its half a megabyte is sent as it is: the engine keeps what it made of it for the next page."""
    tools = page.context.new_cdp_session(page)
    loaded = tools.send("Runtime.evaluate", {"expression": AXE_SCRIPT})
    tools.detach()
    assert "exceptionDetails" not in loaded, loaded
    return page.evaluate("options => axe.run(options)", options)


def forget(context: BrowserContext, site: str) -> None:
    """Delete what the site left there. A tab that is open stays."""
    context.clear_cookies()
    tools = context.new_cdp_session(context.pages[0])
    tools.send("Network.clearBrowserCache")
    tools.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
    tools.detach()


def follow(page: Page, link: Locator) -> None:
    """Go where a link or button leads. A click alone does not wait: what comes after it may see the page before."""
    with page.expect_navigation():
        link.click()


def sign_in(page: Page, live_server: Any, user: User) -> None:
    """Give the browser a session of this user, who has given the code of the second factor."""
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
