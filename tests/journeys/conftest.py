"""A browser, and the rules every page keeps."""

import os
import shutil
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

# Playwright's loop runs in this thread, and Django takes that for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# The same engine without the windows of a browser around it: a page costs about half the time.
WINDOWLESS = shutil.which("chromium-headless-shell") or CHROMIUM
REQUIRED = os.environ.get("HUB_REQUIRE_BROWSER") == "1"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    if CHROMIUM is None:
        if REQUIRED:
            pytest.fail("Chromium is required here and was not found.")
        pytest.skip("Chromium was not found.")
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    launched = chromium.launch(executable_path=WINDOWLESS, args=ARGUMENTS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def whole_browser(chromium: BrowserType) -> Iterator[Browser]:
    """One with windows: in the other, leaving without a script never arrives."""
    launched = chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def remembering_browser(chromium: BrowserType) -> Iterator[Browser]:
    """One with windows that keeps pages for Back, as people's browsers do. Playwright switches that off."""
    launched = chromium.launch(
        executable_path=CHROMIUM, args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield launched
    launched.close()


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["wide", "narrow"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    opened.set_default_timeout(20_000)
    yield opened
    context.close()


def assert_accessible(page: Page, *, but_for: tuple[str, ...] = ()) -> None:
    """Axe finds nothing, the page is not wider than the screen, and nothing came from elsewhere."""
    # Every rule is asked. Only what broke one is told: telling all that was right takes longer than asking.
    rules = {rule: {"enabled": False} for rule in but_for}
    results = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules})
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), page.url
