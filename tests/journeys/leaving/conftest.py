"""A hub with a form to fill and a way out, in a browser that keeps pages for Back."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from wagtail.models import Site

from directory.models import Taxonomy
from home.models import SiteSettings
from tests.factories.directory import TermFactory
from tests.factories.home import build_site
from tests.journeys.conftest import forget

from .elsewhere import OtherSite, other_site

SIZES = [(1280, 900), (390, 844)]


@pytest.fixture
def elsewhere(transactional_db: None) -> Iterator[OtherSite]:
    """Where the way out of the hub leads: a site on this machine."""
    build_site()
    for slug in ("police-custody", "community-sentence"):
        TermFactory(slug=slug, name=slug.replace("-", " ").capitalize(), taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", name="Housing", taxonomy=Taxonomy.NEED)
    with other_site() as site:
        SiteSettings.objects.update_or_create(
            site=Site.objects.get(is_default_site=True), defaults={"exit_url": site.address}
        )
        yield site


@pytest.fixture(scope="session")
def windows(remembering_browser: Browser) -> dict[str, BrowserContext]:
    """A window of each kind. Opening one takes this browser as long as all that most tests do in it."""
    return {}


@pytest.fixture
def open_tab(
    remembering_browser: Browser, windows: dict[str, BrowserContext], live_server: LiveServer
) -> Callable[..., Page]:
    """Open a tab for somebody new: of whoever used this kind of window before, nothing is left."""

    def opened(**kind: Any) -> Page:
        window = windows.get(repr(kind))
        if window is None:
            window = windows[repr(kind)] = remembering_browser.new_context(**kind)
            # It stays empty and keeps the window open.
            window.new_page()
        forget(window, live_server.url)
        page = window.new_page()
        page.set_default_timeout(10_000)
        return page

    return opened


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def page(open_tab: Callable[..., Page], request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    tab = open_tab(viewport={"width": width, "height": height})
    yield tab
    close(tab)


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def windowless_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """For what is not about Back. It costs half."""
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


@pytest.fixture
def plain_page(open_tab: Callable[..., Page]) -> Iterator[Page]:
    """Without JavaScript."""
    tab = open_tab(java_script_enabled=False)
    yield tab
    close(tab)


def close(tab: Page) -> None:
    """With all tabs that were opened beside it: none asks the site for anything once its test has ended."""
    for page in tab.context.pages[1:]:
        page.close()
