"""A form of staff that arrives while the database does not answer: nothing is done, nothing that was typed is lost."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from directory.enquiries.models import Enquiry, Note
from hub.accounts import roles
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
CANARY = 'Rang Jo <b>"Canary"</b> & co'
KEPT = ("csrfmiddlewaretoken", "version", "nonce")
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
FIELD = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


@pytest.fixture
def browser() -> Client:
    """A moderator's, which checks tokens, and shows errors as a visitor sees them."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(make_user(roles.MODERATORS))
    return client


def refuse_queries(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("no answer")


def note_form(browser: Client, enquiry: Enquiry) -> dict[str, str]:
    html = browser.get(reverse("enquiries_inbox:note", args=[enquiry.pk])).content.decode()
    hidden = {name: unescape(value) for name, value in HIDDEN.findall(html)}
    return {name: hidden[name] for name in KEPT if name in hidden} | {"text": CANARY}


def press_while_stopped(browser: Client, address: str, data: dict[str, str], **headers: str) -> Any:
    with connection.execute_wrapper(refuse_queries):
        return browser.post(address, data, headers={**HERE, **headers})


def test_a_note_comes_back_to_read_and_to_send_again(browser: Client) -> None:
    enquiry = make_enquiry()
    address = reverse("enquiries_inbox:note", args=[enquiry.pk])
    response = press_while_stopped(browser, address, note_form(browser, enquiry))
    html = response.content.decode()
    assert response.status_code == 503
    assert "no-store" in response.headers["Cache-Control"]
    assert CANARY in unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)[1])
    assert "<b>" not in html
    assert Note.objects.count() == 0
    again = {unescape(name): unescape(value) for name, value in FIELD.findall(html)}
    assert browser.post(address, again, headers=HERE).status_code == 302
    assert Note.objects.get().enquiry == enquiry


def test_any_other_form_of_staff_comes_back_to_send_again(browser: Client) -> None:
    address = reverse("enquiries_inbox:record")
    response = press_while_stopped(browser, address, {"words": CANARY, "needs": ["a", "b"]})
    assert response.status_code == 503
    fields = [(unescape(name), unescape(value)) for name, value in FIELD.findall(response.content.decode())]
    assert fields == [("csrfmiddlewaretoken", ""), ("words", CANARY), ("needs", "a"), ("needs", "b")]


@pytest.mark.parametrize(
    ("address", "data", "headers"),
    [
        ("/admin/login/", {"password": CANARY}, {}),
        ("/admin/account/", {"new_password1": CANARY}, {}),
        ("/admin/enquiries/find/", {"reference": CANARY}, {"Origin": "https://elsewhere.example"}),
        ("/admin/enquiries/find/", {"reference": CANARY}, {"Sec-Fetch-Site": "cross-site"}),
        ("/admin/enquiries/find/", {"reference": CANARY}, {"Sec-Fetch-Mode": "cors"}),
    ],
)
def test_passwords_and_forms_of_others_are_not_shown(
    browser: Client, address: str, data: dict[str, str], headers: dict[str, str]
) -> None:
    html = press_while_stopped(browser, address, data, **headers).content.decode()
    assert "Canary" not in html


def test_another_error_shows_nothing_of_the_form(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**more: Any) -> None:
        raise ValueError

    enquiry = make_enquiry()
    data = note_form(browser, enquiry)
    monkeypatch.setattr("directory.enquiries.actions.add_note", fail)
    response = browser.post(reverse("enquiries_inbox:note", args=[enquiry.pk]), data, headers=HERE)
    assert response.status_code == 500
    assert "Canary" not in response.content.decode()
