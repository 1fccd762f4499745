"""What is sent, codes and messages, without a valid form token."""

from html import escape

import pytest
from django.test import Client

from directory.enquiries.models import Enquiry, WrongCode
from tests.hub.middleware.test_rejected_forms import CANARY, browser, hidden, open_form, post, token_of

__all__ = ["browser"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/enquiries/find/", "/enquiries/come-back/"])
def test_a_code_without_a_token_is_not_looked_at(browser: Client, address: str) -> None:
    response = post(browser, address, {"code": CANARY, "reference": CANARY, "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert "Canary" not in response.content.decode()
    assert not WrongCode.objects.exists()


def test_a_message_about_an_enquiry_comes_back_as_typed(browser: Client) -> None:
    response = post(browser, "/enquiries/status/send/", {"text": CANARY, "csrfmiddlewaretoken": "x" * 64})
    assert response.status_code == 403
    assert escape(CANARY) in response.content.decode()


def test_what_was_checked_is_not_sent_without_a_token_and_can_be_sent_then(browser: Client) -> None:
    open_form(browser)
    html = browser.get("/enquiries/1/check/").content.decode()
    data = {"state": hidden(html, "state"), "csrfmiddlewaretoken": "x" * 64}
    response = post(browser, "/enquiries/send/", data)
    html = response.content.decode()
    assert response.status_code == 403
    assert not Enquiry.objects.exists()
    again = {"state": hidden(html, "state"), "csrfmiddlewaretoken": token_of(html)}
    assert post(browser, "/enquiries/send/", again).status_code == 303
    assert Enquiry.objects.count() == 1
