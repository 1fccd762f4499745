"""Enquiries and the way through their pages, for tests."""

import re
import uuid
from html import unescape
from typing import Any

from django.test import Client

from directory.enquiries.actions import receive_enquiry
from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.consent_wording import CONSENT_VERSION
from directory.enquiries.form.steps import STEP_OF_QUESTION
from directory.enquiries.models import Enquiry
from directory.models import Service

NEW, ANSWER, SEND = "/enquiries/new/", "/enquiries/answer/", "/enquiries/send/"
STATE = re.compile(r'name="state" value="([^"]*)"')
CONTENTS = re.compile(r'<input type="hidden" name="step" value="(q\d+)">')

VALID_POST = {
    "sender_kind": "professional",
    "name": "R.M.",
    "age": "34",
    "setting": "community-sentence",
    "postcode_district": "G31 2AB",
    "needs": ["housing"],
    "words": "Has moved five times this year.",
    "channels": ["phone", "sender"],
    "phone": "0141 496 0100",
    "times": "Weekdays, 10am to 2pm",
    "voicemail": "no",
    "introduction": "Calling for R.",
    "sender_role": "Justice social worker",
    "sender_email": "a.example@council.example",
    "email_reference": "on",
    "consent_basis": "agreed",
}


def posted(**changes: Any) -> dict[str, Any]:
    """All answers of a well-filled enquiry; a change to None leaves one out."""
    data = {**VALID_POST, **changes}
    return {name: value for name, value in data.items() if value is not None}


def state_of(page: Any) -> str:
    """The hidden field of a page."""
    found = STATE.search(page.content.decode())
    return unescape(found[1]) if found else ""


def step_of(page: Any) -> str:
    """Which page of questions it is; nothing for any other page."""
    found = CONTENTS.search(page.content.decode())
    return found[1] if found else ""


def answers_of(slug: str, answers: dict[str, Any]) -> dict[str, Any]:
    """Of all answers, those that are given on this page."""
    return {
        name: value
        for name, value in answers.items()
        if name not in STEP_OF_QUESTION or STEP_OF_QUESTION[name].slug == slug or name == "email_reference"
    }


def start(client: Client, service: str = "") -> Any:
    """The first question."""
    return client.get(NEW, {"service": service} if service else {})


def answer(client: Client, page: Any, answers: dict[str, Any], **more: Any) -> Any:
    """Press Continue on a page, and load the page it leads to."""
    slug = step_of(page)
    data = {"state": state_of(page), "step": slug, **answers_of(slug, answers), **more}
    return follow(client, client.post(ANSWER, data))


def follow(client: Client, response: Any) -> Any:
    """Where a redirect leads; any other response as it is."""
    while response.status_code == 303 and not response.headers["Location"].endswith("/receipt/"):
        response = client.get(response.headers["Location"])
    return response


def fill(client: Client, *, service: str = "", page: Any = None, **changes: Any) -> Any:
    """Answer page after page until one comes again with a problem, or all can be checked; that page."""
    answers, page = posted(**changes), page or start(client, service)
    for _ in range(30):
        before = step_of(page)
        page = answer(client, page, answers)
        if page.status_code != 200 or "Check your answers" in page.content.decode() or step_of(page) == before != "":
            return page
    raise AssertionError("The questions never end.")


def press_send(client: Client, page: Any, **more: Any) -> Any:
    """Press "Send enquiry", or "Continue the enquiry"; where it leads, but for a receipt, which is not followed."""
    return follow(client, client.post(SEND, {"state": state_of(page), **more}))


def send(client: Client, *, service: str = "", **changes: Any) -> Any:
    """From the first question to the button."""
    return press_send(client, fill(client, service=service, **changes))


def make_answers(*, setting: str = "community-sentence", **private: Any) -> EnquiryAnswers:
    """Answers of a professional who agrees to be mailed the reference."""
    return EnquiryAnswers(
        CoarseAnswers("professional", setting, ("housing",), "G31"),
        PrivateAnswers(
            **{
                "consent_basis": "agreed",
                "consent_wording": CONSENT_VERSION,
                "name": "R.M.",
                "channels": ("phone",),
                "phone": "0141 496 0100",
                "sender_email": "a.example@council.example",
                "email_reference": True,
                **private,
            }
        ),
    )


def make_enquiry(*, service: Service | None = None, **answers: Any) -> Enquiry:
    """An enquiry that was just received."""
    return receive_enquiry(token=uuid.uuid4(), answers=make_answers(**answers), service=service)
