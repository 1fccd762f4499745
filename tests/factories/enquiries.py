"""Enquiries and the way through their pages, for tests."""

import re
import uuid
from dataclasses import replace
from html import unescape
from typing import Any

from django.http import QueryDict
from django.test import Client

from directory.enquiries.actions import receive_enquiry
from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.consent_wording import CONSENT_VERSION
from directory.enquiries.drafts.actions import change_draft, read_draft
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.forms import Typed, as_posted, typed_in
from directory.enquiries.form.steps import FIRST, STEP_OF_QUESTION, STEPS_BY_SLUG
from directory.enquiries.models import Draft, Enquiry
from directory.enquiries.steps.moves import next_place, with_known_place
from directory.enquiries.steps.page_state import PageState
from directory.enquiries.steps.rendering import CHECK, place_url
from directory.models import Service
from directory.places.fields import CHOICE

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


def fill_page_by_page(client: Client, *, service: str = "", page: Any = None, **changes: Any) -> Any:
    """Answer page after page until one comes again with a problem, or all can be checked; that page."""
    answers, page = posted(**changes), page or start(client, service)
    for _ in range(30):
        before = step_of(page)
        page = answer(client, page, answers)
        if page.status_code != 200 or "Check your answers" in page.content.decode() or step_of(page) == before != "":
            return page
    raise AssertionError("The questions never end.")


def fill(client: Client, *, service: str = "", page: Any = None, **changes: Any) -> Any:
    """The page that `fill_page_by_page` ends with, in a tenth of its time: only the first question is posted.

    What no page asks for, as a robot fills it in, is posted with every page.
    """
    answers, page = posted(**changes), page or start(client, service)
    if not {name.removesuffix(CHOICE) for name in answers} <= {*STEP_OF_QUESTION, "email_reference"}:
        return fill_page_by_page(client, page=page, **changes)
    if step_of(page) == FIRST.slug:
        page = answer(client, page, answers)
    state = PageState.read(state_of(page))
    if page.status_code != 200 or step_of(page) == FIRST.slug or state is None or state.draft_id is None:
        return page
    draft = Draft.objects.get(pk=state.draft_id)
    if read_draft(draft).has_checked:
        return fill_page_by_page(client, page=page, **changes)
    return follow(client, client.get(place_url(draft.number, type_answers(draft, answers, step_of(page)))))


def type_answers(draft: Draft, answers: dict[str, Any], slug: str = "") -> str:
    """Keep the answers of a page, or of the second, and of those after it; where that leads."""
    state = read_draft(draft)
    first = slug or state.reading.after(FIRST.slug)
    if first in (CHECK, ""):
        return first
    state, last = _with_pages(replace(state, has_read=True), first, answers)
    place = next_place(state, state.reading, last)
    change_draft(draft=draft, change=lambda kept: replace(state, has_checked=state.reading.is_complete))
    return place


def _with_pages(state: DraftState, first: str, answers: dict[str, Any]) -> tuple[DraftState, str]:
    """With the answers of this page and of those after it, up to one with a problem, and which was the last.

    Which pages there are depends on the answers, so this asks again until nothing more comes of them.
    """
    kept, pages = state, {}
    while (typed := _typed_on(state, first, answers)) != pages:
        pages = typed
        state = _with_typed(kept, pages)
    last = next((slug for slug in pages if slug in state.reading.open_slugs), "")
    if last:
        seen = list(pages)[: list(pages).index(last) + 1]
        state = _with_typed(kept, {slug: pages[slug] for slug in seen})
    return state, last or list(pages)[-1]


def _typed_on(state: DraftState, first: str, answers: dict[str, Any]) -> dict[str, Typed]:
    """What is typed on this page and on those after it, as far as they are known now."""
    slugs = [step.slug for step in state.reading.steps]
    return {
        slug: with_known_place(
            typed_in(_posted_on(slug, answers), STEPS_BY_SLUG[slug].fields(state.reading.asked[slug]))
        )
        for slug in slugs[slugs.index(first) :]
    }


def _with_typed(state: DraftState, pages: dict[str, Typed]) -> DraftState:
    return replace(state, typed={**state.typed, **pages}, checked=state.checked | pages.keys())


def _posted_on(slug: str, answers: dict[str, Any]) -> QueryDict:
    return as_posted({name: _as_list(value) for name, value in answers_of(slug, answers).items()})


def _as_list(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, (list, tuple)) else [str(value)]


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
