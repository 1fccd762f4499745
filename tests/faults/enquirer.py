"""Somebody who sends an enquiry with a plain browser: reads each page's form, fills it in, and presses on."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import requests
from bs4 import BeautifulSoup, Tag

REFERENCE = re.compile(r"PSH-[0-9A-Z]{4}-[0-9A-Z]{4}")
CODE = re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{4}\b")
# Steps and what may come between them; more means going in a circle.
MOST_PAGES = 40
TRIES = 200
LEAVING = {"change", "save", "stop", "back"}


class NotAcknowledged(Exception):
    """The path ended without a reference."""


@dataclass
class Enquirer:
    """One browser: its cookies, and what it answers by the name of each field."""

    base: str
    answers: dict[str, Any]
    browser: requests.Session = field(default_factory=requests.Session)
    pause: float = 0.2
    tries: int = TRIES

    def send(self) -> str:
        """The reference that was acknowledged. Raises `NotAcknowledged`."""
        return self.acknowledged(self.walk(self.acknowledged))

    def walk(self, until: Callable[[requests.Response], object], page: requests.Response | None = None) -> Any:
        """Answer page after page, from the first or the given one, and return the one that was wanted."""
        page = page or self.ask("GET", "/enquiries/new/")
        for _ in range(MOST_PAGES):
            if until(page):
                return page
            page = self.ask("POST", *self.filled(page))
        raise NotAcknowledged(f"{page.url}: {self.complaints(page)}")

    def press(self, page: requests.Response) -> requests.Response:
        """Fill in a page and press its button once, whatever the answer is."""
        address, data = self.filled(page)
        return self.browser.post(address, data=data, timeout=120)

    def acknowledged(self, page: requests.Response) -> str:
        """The reference on a receipt; empty on any other page."""
        found = REFERENCE.search(page.text)
        return found[0] if found and page.ok and "/receipt/" in page.url else ""

    def complaints(self, page: requests.Response) -> list[str]:
        """What the page says is wrong."""
        found = BeautifulSoup(page.text, "html.parser").select(".govuk-error-summary li")
        return [element.get_text(strip=True) for element in found]

    def ask(self, method: str, address: str, data: list[tuple[str, str]] | None = None) -> requests.Response:
        """Ask again and again while nobody answers or the answer is that it failed, as a person would."""
        for _ in range(self.tries):
            try:
                page = self.browser.request(method, urljoin(self.base, address), data=data, timeout=30)
            except requests.RequestException:
                time.sleep(self.pause)
                continue
            if page.status_code < 500:
                return page
            time.sleep(self.pause)
        raise NotAcknowledged(address)

    def filled(self, page: requests.Response) -> tuple[str, list[tuple[str, str]]]:
        """Where the page's form posts to, and its fields with the answers."""
        form = self._form(page)
        data = [pair for element in form.select("input, textarea, select") for pair in self._answer(element)]
        return urljoin(page.url, str(form.get("action") or "")), data + self._button(form)

    def _form(self, page: requests.Response) -> Tag:
        forms = BeautifulSoup(page.text, "html.parser").select("main form[method=post]")
        if not forms:
            raise NotAcknowledged(f"{page.status_code} {page.url} has no form")
        return forms[0]

    def _answer(self, element: Tag) -> list[tuple[str, str]]:
        name, kind = str(element.get("name") or ""), str(element.get("type") or element.name)
        if not name or kind in ("submit", "button"):
            return []
        value = str(element.get("value") or "")
        if kind == "hidden":
            return [(name, value)]
        answer = self.answers.get(name)
        if kind in ("radio", "checkbox"):
            chosen = answer if isinstance(answer, list) else [answer]
            return [(name, value)] if value in chosen else []
        return [(name, str(answer or ""))]

    def _button(self, form: Tag) -> list[tuple[str, str]]:
        for button in form.select("button, input[type=submit]"):
            name = str(button.get("name") or "")
            if name not in LEAVING and not button.get("formaction"):
                return [(name, str(button.get("value") or ""))] if name else []
        return []
