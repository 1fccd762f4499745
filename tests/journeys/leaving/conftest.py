"""A hub with a form to fill and a way out, in a browser that keeps pages for Back."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from wagtail.models import Site

from directory.models import Taxonomy
from home.models import SiteSettings
from tests.factories.directory import TermFactory
from tests.factories.home import build_site

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


@pytest.fixture(params=SIZES, ids=["wide", "narrow"])
def page(remembering_browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    yield from opened(remembering_browser, viewport=dict(zip(("width", "height"), request.param, strict=True)))


@pytest.fixture
def plain_page(remembering_browser: Browser) -> Iterator[Page]:
    """Without JavaScript."""
    yield from opened(remembering_browser, java_script_enabled=False)


def opened(browser: Browser, **options: Any) -> Iterator[Page]:
    context = browser.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()
