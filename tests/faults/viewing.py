"""Chromium, shown the answers of the test client with their headers, and listening for anything that runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Route

HOST, STATIC = "http://testserver", "/static/"
# What every page of the admin loads from itself.
BESIDE = ("/admin/jsi18n/", "/admin/sprite/")
# What is put off until the page has come to rest.
AFTER_LOADING = 150


@dataclass
class Viewer:
    """One tab. `ran`: numbers of scripts; `refused`: what the policy kept from running, which is as bad."""

    page: Page
    client: Client
    ran: list[object] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    seen: int = 0
    shown: Any = None
    beside: dict[str, Any] = field(default_factory=dict)

    def see(self, response: Any, path: str = "") -> str:
        """Have the browser load this answer, whatever it was the answer to, and return its text as people see it."""
        assert not 300 <= response.status_code < 400, response
        self.shown, path = response, path or response.wsgi_request.path
        if path.startswith("/admin/") and not self.beside:
            # Not when it is asked for: Playwright calls from a context in which Django has no connection of the test.
            self.beside = {address: self.client.get(address) for address in BESIDE}
        self.page.goto(f"{HOST}{path}", wait_until="load")
        self.page.wait_for_timeout(AFTER_LOADING)
        self.seen += 1
        return self.page.locator("body").inner_text()

    @property
    def caught(self) -> list[object]:
        """Everything that ran or tried to."""
        return [*self.ran, *self.dialogs, *self.refused]

    def serve(self, route: Route) -> None:
        """The answer that is looked at, for the page; what the page loads, from the site itself; nothing else."""
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != HOST:
            route.abort()
            return
        is_page = route.request.is_navigation_request() and route.request.frame == self.page.main_frame
        if address.path.startswith(STATIC):
            found = finders.find(address.path.removeprefix(STATIC))
            route.fulfill(path=found) if found else route.abort()
            return
        response = self.shown if is_page else self.beside.get(address.path)
        if response is None:
            route.abort()
            return
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=response.getvalue())

    def hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)

    def close_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@contextmanager
def viewing(browser: Browser, client: Client) -> Iterator[Viewer]:
    """A tab that has the cookies of nobody: whoever is signed in is the client."""
    context = browser.new_context()
    viewer = Viewer(context.new_page(), client)
    context.expose_binding("ran", lambda source, number: viewer.ran.append(number))
    context.route("**/*", viewer.serve)
    viewer.page.on("console", viewer.hear)
    viewer.page.on("dialog", viewer.close_dialog)
    try:
        yield viewer
    finally:
        context.close()
