"""Every component and block in a browser, in all of its states at once."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from .conftest import assert_accessible


@pytest.mark.urls("hub.gallery.urls")
def test_every_component_and_block_is_accessible_and_fits_the_screen(
    live_server: LiveServer, page: Page, demo: None
) -> None:
    page.goto(f"{live_server.url}/components/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Components")
    # A component that is a landmark stands there once for each of its states.
    assert_accessible(page, but_for=("landmark-unique",))
