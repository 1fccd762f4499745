"""One thing a page: what is asked of whom, where it goes on, and that nothing is lost on the way."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.enquiries.form.questions import QUESTIONS
from directory.enquiries.form.steps import STEPS
from directory.enquiries.models import Draft, Enquiry
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.enquiries import (
    ANSWER,
    answer,
    fill,
    posted,
    press_send,
    send,
    start,
    state_of,
    step_of,
)

pytestmark = pytest.mark.django_db
OWN = {
    "sender_kind": "person",
    "consent_basis": "own",
    "channels": ["text"],
    "sender_role": None,
    "email_reference": None,
}


def walked(client: Client, **changes: Any) -> list[str]:
    """The pages that are asked, in order."""
    page, seen = start(client), []
    while "Check your answers" not in page.content.decode():
        seen.append(step_of(page) or "before")
        page = answer(client, page, posted(**changes))
        assert len(seen) < 30
    return seen


def text_of(page: Any) -> str:
    return unescape(page.content.decode())


@pytest.mark.parametrize(
    ("changes", "skipped"),
    [
        ({}, {"q3"}),
        ({"setting": "prison"}, set()),
        ({"channels": ["sender"]}, {"q3", "q9"}),
        ({"sender_kind": "relative"}, {"q3"}),
        (OWN, {"q3", "q10"}),
        ({**OWN, "setting": "prison"}, {"q10"}),
    ],
)
def test_each_is_asked_what_concerns_them_after_the_word_about_it(
    client: Client, changes: dict[str, Any], skipped: set[str]
) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    slugs = [step.slug for step in STEPS if step.slug not in skipped]
    assert walked(client, **changes) == [slugs[0], "before", *slugs[1:]]


def test_every_question_is_on_one_page_and_has_words() -> None:
    asked = [name for step in STEPS for name in step.names]
    assert sorted(asked) == sorted(QUESTIONS)


def test_pages_say_how_many_there_are_and_nothing_else(client: Client) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    fill(client, setting="prison")
    titles = []
    for step in STEPS:
        page = client.get(f"/enquiries/1/{step.slug}/").content.decode()
        titles += re.findall(r"<title>([^<]*)</title>", page)
        assert page.count("<h1") == 1
        assert "Leave this site" in page
    assert titles == [f"Question {number} of 12 - Peer Support Hub" for number in range(1, 13)]


def test_the_person_is_spoken_to_as_such(client: Client) -> None:
    fill(client, **OWN)
    pages = "".join(client.get(f"/enquiries/1/q{number}/").content.decode() for number in (2, 4, 6, 8, 12))
    for said in ("Where are you now?", "Where do you live?", "Who are you?", "contact you safely", "Do you agree"):
        assert said in pages
    assert "the person safely" not in pages
    assert "Through me" not in pages


def test_what_was_said_of_the_person_is_filled_in(client: Client) -> None:
    asked = {"check-age": "17", "check-gender": "woman", "check-setting": "police-custody", "check-home": "Govan"}
    client.post(
        "/for/", {**asked, "check-route": "", "check-order": "", "check-establishment": "", "check-release": ""}
    )
    if "facts" not in client.cookies:
        pytest.fail("The facts were not kept.")
    page = start(client)
    for _ in range(4):
        page = answer(client, page, {"sender_kind": "professional"} if step_of(page) == "q1" else {})
        if step_of(page) == "q2":
            break
    assert 'value="police-custody" checked' in text_of(page)
    assert "What you said before is filled in" in text_of(page)


def test_a_change_leads_back_to_the_answers(client: Client) -> None:
    fill(client)
    page = answer(client, client.get("/enquiries/1/q6/"), posted(name="T."))
    assert "Check your answers" in text_of(page)
    assert "T." in text_of(page)


def test_a_change_of_branch_asks_what_it_makes_necessary_and_nothing_else(client: Client) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    fill(client)
    page = answer(client, client.get("/enquiries/1/q2/"), posted(setting="prison"))
    assert step_of(page) == "q3"
    assert "Check your answers" in text_of(answer(client, page, {}))
    page = answer(client, client.get("/enquiries/1/q1/"), posted(sender_kind="person"))
    assert step_of(page) == "q8", "who asks for themselves is not reached through themselves"
    page = answer(client, page, posted(channels=["phone"]))
    assert step_of(page) == "q12", "what they agreed to does not fit any more"
    checked = text_of(answer(client, page, posted(consent_basis="own")))
    assert "Justice social worker" not in checked
    assert "It is about me" in checked


def test_what_is_not_asked_any_more_is_not_sent(client: Client) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    fill(client, setting="prison", release_month="")
    page = answer(client, client.get("/enquiries/1/q8/"), posted(channels=["sender"]))
    assert press_send(client, page).status_code == 303
    private = Enquiry.objects.get().unseal_answers()
    assert (private.phone, private.times) == ("", "")


def test_nobody_gets_to_the_end_past_a_question(client: Client) -> None:
    page = answer(client, start(client), posted())
    assert "What happens to what you tell us" in text_of(page)
    for slug in ("q2", "q12", "check", "before-sending", "moon"):
        assert client.get(f"/enquiries/1/{slug}/").headers["Location"] == "/enquiries/1/before/"
    answer(client, page, {})
    for slug in ("check", "before-sending", "q3", "moon"):
        assert client.get(f"/enquiries/1/{slug}/").headers["Location"] == "/enquiries/1/q2/"


def test_another_browser_sees_no_page(client: Client) -> None:
    fill(client)
    for path in ("/enquiries/1/q5/", "/enquiries/1/check/"):
        page = Client().get(path)
        assert page.status_code == 404
        assert "five times" not in text_of(page)


def test_another_browser_cannot_write_into_a_draft(client: Client) -> None:
    fill(client)
    page = client.get("/enquiries/1/q5/")
    other = Client().post(ANSWER, {"state": state_of(page), "step": "q5", "words": "Not theirs"})
    assert "open for too long" in text_of(other)
    assert "Not theirs" in text_of(other)
    assert "Not theirs" not in text_of(client.get("/enquiries/1/check/"))


def test_two_enquiries_in_two_tabs_do_not_mix(client: Client) -> None:
    ServiceFactory(slug="one", name="First Peers", ways=["enquiry"])
    ServiceFactory(slug="two", name="Second Peers", ways=["enquiry"])
    first, second = start(client, "one"), start(client, "two")
    for _ in range(14):
        first = (
            answer(client, first, posted(words="In the first"))
            if step_of(first) or "happens" in text_of(first)
            else first
        )
        second = (
            answer(client, second, posted(words="In the second")) if "Check your" not in text_of(second) else second
        )
        if "Check your" in text_of(first) and "Check your" in text_of(second):
            break
    assert "In the first" in text_of(client.get("/enquiries/1/check/"))
    assert "First Peers" in text_of(client.get("/enquiries/1/check/"))
    assert "In the second" in text_of(client.get("/enquiries/2/check/"))
    assert {press_send(client, page).status_code for page in (first, second)} == {303}
    kept = {enquiry.service_name: enquiry.unseal_answers().words for enquiry in Enquiry.objects.all()}
    assert kept == {"First Peers": "In the first", "Second Peers": "In the second"}


def test_two_tabs_of_one_enquiry_keep_each_others_answers(client: Client) -> None:
    fill(client)
    one, other = client.get("/enquiries/1/q5/"), client.get("/enquiries/1/q6/")
    answer(client, one, posted(words="From one tab"))
    answer(client, other, posted(name="Other tab"))
    checked = text_of(answer(client, client.get("/enquiries/1/q5/"), posted(words="From one tab")))
    assert "From one tab" in checked
    assert "Other tab" in checked


def test_the_first_page_sent_twice_is_one_draft_also_before_the_cookie_came(client: Client) -> None:
    page = start(client)
    data = {"state": state_of(page), "sender_kind": "relative"}
    first, second = client.post(ANSWER, data), Client().post(ANSWER, data)
    assert (first.status_code, second.status_code) == (303, 303)
    assert Draft.objects.count() == 1


def test_the_start_leads_back_to_what_is_not_sent(client: Client) -> None:
    fill(client)
    assert 'href="/enquiries/1/check/"' in text_of(start(client))
    assert "not sent yet" not in text_of(start(Client()))


def test_no_address_holds_anything_typed(client: Client) -> None:
    page = start(client)
    for _ in range(14):
        response = client.post(ANSWER, {"state": state_of(page), **posted()})
        if response.status_code != 303:
            break
        assert re.fullmatch(r"/enquiries/1/(q\d+|before|check)/", response.headers["Location"])
        page = client.get(response.headers["Location"])


@pytest.mark.parametrize("slug", [step.slug for step in STEPS] + ["check", "before"])
def test_no_page_asks_the_database_more_than_this(client: Client, slug: str) -> None:
    fill(client)
    client.get(f"/enquiries/1/{slug}/")
    with CaptureQueriesContext(connection) as shown:
        client.get(f"/enquiries/1/{slug}/")
    assert len(shown) <= 3, [query["sql"] for query in shown]


def test_sending_asks_the_database_no_more_than_this(client: Client) -> None:
    page = fill(client)
    with CaptureQueriesContext(connection) as asked:
        client.post("/enquiries/send/", {"state": state_of(page)})
    assert len(asked) <= 40, [query["sql"] for query in asked]


@pytest.mark.parametrize(
    "typed", ["http://a.example", "<script>alert(1)</script>", "a\r\nb\r\n\r\nc", "  x  ", "ÄÖ 👩🏽‍🦱 ‮"]
)
def test_what_is_typed_is_shown_as_text(client: Client, typed: str) -> None:
    page = fill(client, words=typed)
    assert "<script>alert" not in page.content.decode()
    shown = client.get("/enquiries/1/q5/")
    assert shown.context["form"]["words"].value().replace("\r\n", "\n") == typed.replace("\r\n", "\n")


@settings(max_examples=15)
@given(
    words=st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Z", "Mn", "Me")), min_size=1, max_size=60),
    kind=st.sampled_from(["relative", "professional"]),
    needs=st.sets(st.sampled_from(["housing", "family"])),
    channels=st.sets(st.sampled_from(["phone", "text", "email", "letter", "sender"]), min_size=1),
    age=st.one_of(st.none(), st.integers(16, 110)),
)
def test_any_answers_come_through_as_typed(
    words: str, kind: str, needs: set[str], channels: set[str], age: int | None
) -> None:
    client = Client()
    answers = {
        "sender_kind": kind,
        "words": words,
        "what_would_help": words,
        "needs": sorted(needs),
        "channels": sorted(channels),
        "age": str(age or ""),
        "email": "r@mail.example",
        "address": "1 Road",
    }
    checked = fill(client, **answers)
    assert words in unescape(checked.content.decode())
    sent = press_send(client, checked)
    if sent.status_code != 303:
        sent = press_send(client, sent)
    assert sent.status_code == 303
    private = Enquiry.objects.latest("received_at").unseal_answers()
    assert (private.words, private.what_would_help, private.age) == (words, words, age)
    assert (
        private.channels
        == tuple(channel for channel in ("phone", "text", "email", "letter", "sender") if channel in channels)
        or set(private.channels) == channels
    )


def test_the_enquiry_keeps_who_what_and_where_apart(client: Client) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    send(client, setting="prison", gender="woman", same_gender_peer="on", safety_note="In a café", language="Polish")
    enquiry = Enquiry.objects.get()
    private = enquiry.unseal_answers()
    assert (private.gender, private.same_gender_peer, private.language) == ("woman", True, "Polish")
    assert enquiry.data_key.open(enquiry.sealed_safety_note) == "In a café"
    assert "café" not in enquiry.sealed_answers
