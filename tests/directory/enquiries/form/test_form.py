"""The form: what it forgives, what it refuses, and that it keeps what was typed."""

import re
from typing import Any

import pytest
from django.test import Client

from directory.enquiries.form.forms import EnquiryForm
from directory.enquiries.form.offered import Offered
from directory.enquiries.models import Enquiry
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import (
    ANSWER,
    VALID_POST,
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
NEW = "/enquiries/new/"

ODD_TEXTS = [
    "\x00",
    "a\x00b",
    "😀" * 50,
    "x" * 10_000,
    "\u202e" * 20,
    "<script>alert(1)</script>",
    "%s %(x)s {0}",
    "\ud7ff\uffff",
]
TYPED = [*VALID_POST, "state", "email", "address", "sender_phone"]


def check(**changes: Any) -> EnquiryForm:
    return EnquiryForm(offered=Offered.read(), data=posted(**changes))


def test_a_well_filled_form_is_valid_and_split() -> None:
    form = check()
    assert form.is_valid(), form.errors
    answers = form.answers()
    assert answers.coarse.postcode_district == "G31"
    assert answers.private.channels == ("phone", "sender")
    assert answers.no_voicemail
    assert answers.receipt_address == "a.example@council.example"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sender_kind": None}, "sender_kind"),
        ({"sender_kind": "crown"}, "sender_kind"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 61}, "name"),
        ({"name": "", "sender_kind": "relative"}, "name"),
        ({"establishment": "moon"}, "establishment"),
        ({"release_month": "soon"}, "release_month"),
        ({"release_month": "2999-01"}, "release_month"),
        ({"gender": "x"}, "gender"),
        ({"reading": "x"}, "reading"),
        ({"access_needs": "x" * 501}, "access_needs"),
        ({"what_would_help": "x" * 1001}, "what_would_help"),
        ({"safety_note": "x" * 1001}, "safety_note"),
        ({"language": "x" * 61}, "language"),
        ({"who_may_answer": "x" * 201}, "who_may_answer"),
        ({"sender_name": "x" * 101}, "sender_name"),
        ({"sender_organisation": "x" * 121}, "sender_organisation"),
        ({"sender_kind": "person", "consent_basis": "own", "channels": ["text"], "sender_email": None}, "email"),
        ({"age": "old"}, "age"),
        ({"age": "9" * 5000}, "age"),
        ({"age": "-1"}, "age"),
        ({"setting": "moon"}, "setting"),
        ({"postcode_district": "Nowhere at all"}, "postcode_district"),
        ({"needs": ["gold"]}, "needs"),
        ({"needs": None, "words": ""}, "needs"),
        ({"words": "x" * 3001}, "words"),
        ({"channels": None}, "channels"),
        ({"channels": ["pigeon"]}, "channels"),
        ({"phone": ""}, "phone"),
        ({"phone": "ring me"}, "phone"),
        ({"channels": ["email"]}, "email"),
        ({"channels": ["letter"]}, "address"),
        ({"email": "not an address"}, "email"),
        ({"voicemail": "maybe"}, "voicemail"),
        ({"sender_role": ""}, "sender_role"),
        ({"sender_email": "", "email_reference": None}, "sender_email"),
        ({"sender_kind": "person", "consent_basis": "own", "channels": ["sender"]}, "channels"),
        ({"sender_email": "", "sender_phone": "0141 496 0100"}, "sender_email"),
        ({"consent_basis": None}, "consent_basis"),
        ({"consent_basis": "own"}, "consent_basis"),
        ({"sender_kind": "person", "consent_basis": "agreed"}, "consent_basis"),
    ],
)
def test_each_wrong_answer_is_told_at_its_field(changes: dict[str, Any], field: str) -> None:
    form = check(**changes)
    assert list(form.errors) == [field]
    assert len(form.errors[field]) == 1


@pytest.mark.parametrize("typed", ["g31", "G31 2AB", "g312ab", " G 31-2ab ", "EC1A 1BB", "M1"])
def test_only_the_first_half_of_a_postcode_is_kept(typed: str) -> None:
    form = check(postcode_district=typed)
    assert form.is_valid()
    assert len(form.cleaned_data["postcode_district"]) <= 4
    assert " " not in form.cleaned_data["postcode_district"]


def test_the_person_can_send_with_the_fewest_answers() -> None:
    data = {
        "sender_kind": "person",
        "name": "R",
        "setting": "unknown",
        "needs": ["housing"],
        "channels": ["text"],
        "phone": "0141 496 0100",
        "consent_basis": "own",
    }
    form = EnquiryForm(offered=Offered.read(), data=data)
    assert form.is_valid(), form.errors
    assert not form.answers().private.voicemail
    assert form.answers().receipt_address == ""


WRONG = {
    "name": "N" * 61,
    "age": "thirty",
    "postcode_district": "nowhere",
    "words": "W" * 3001,
    "phone": "none",
    "email": "mail.at.example",
    "address": "A" * 301,
    "times": "T" * 201,
    "introduction": "I" * 201,
    "sender_role": "R" * 101,
    "sender_email": "mine.at.example",
    "sender_phone": "none",
    "access_needs": "x" * 501,
    "safety_note": "x" * 1001,
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_answer_is_told_on_its_page_with_a_link_and_kept(client: Client, wrong: str) -> None:
    everything = {"channels": ["phone", "email", "letter", "sender"], "email": "r@mail.example", "address": "1 Road"}
    page = fill(client, **{**everything, wrong: WRONG[wrong]})
    html = page.content.decode()
    assert "<title>Error: Question" in html
    summary = html[html.index('id="error-summary"') : html.index("<h1")]
    links = re.findall(r'href="#([a-z_0-9]+)"', summary)
    assert links == [wrong]
    assert f'id="{wrong}"' in html
    assert WRONG[wrong] in html
    assert Enquiry.objects.count() == 0
    again = client.get(page.wsgi_request.path)
    assert WRONG[wrong] in again.content.decode(), "a reload loses nothing"
    mended = fill(client, page=again, **everything)
    assert "Check your answers" in mended.content.decode()


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_text_breaks_any_page(client: Client, text: str) -> None:
    everywhere = dict.fromkeys(TYPED, text)
    assert client.post(ANSWER, everywhere).status_code == 200
    page = answer(client, start(client), VALID_POST)
    for number in range(1, 13):
        got = client.get(f"/enquiries/1/q{number}/")
        got = got if got.status_code == 200 else page
        assert answer(client, got, everywhere, **everywhere | {"state": state_of(got)}).status_code == 200
        assert answer(client, client.get(f"/enquiries/1/{step_of(got)}/"), VALID_POST).status_code == 200


@pytest.mark.parametrize("field", TYPED)
def test_no_field_breaks_its_page(client: Client, field: str) -> None:
    for value in ("\x00😀\u202e" + "x" * 9_000, "\x00", ["a", "\x00"]):
        assert fill(client, **{field: value}).status_code == 200


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_service_in_the_address_breaks_the_page(client: Client, text: str) -> None:
    response = client.get(NEW, {"service": text})
    assert response.status_code == 200
    assert "do not list that service any more" in response.content.decode()


def test_more_than_the_server_takes_is_refused_and_not_a_crash(client: Client) -> None:
    page = answer(client, start(client), VALID_POST)
    assert client.post(ANSWER, {"state": state_of(page), "words": "x" * 3_000_000}).status_code == 400


def test_more_than_is_kept_comes_back_and_is_not_stored(client: Client) -> None:
    fill(client)
    page = answer(client, client.get("/enquiries/1/q5/"), posted(words="x" * 50_000))
    assert "x" * 50_000 in page.content.decode()
    assert "Shorten this to 3,000 characters" in page.content.decode()
    assert "x" * 50_000 not in client.get("/enquiries/1/q5/").content.decode()


def test_a_known_service_is_named_and_kept(client: Client) -> None:
    service = ServiceFactory(slug="lepps", name="Lived Experience Peers", ways=["enquiry"])
    page = start(client, "lepps")
    assert "Lived Experience Peers" in page.content.decode()
    checked = fill(client, page=page)
    assert "Lived Experience Peers" in checked.content.decode()
    press_send(client, checked)
    assert Enquiry.objects.get().service == service
    assert Enquiry.objects.get().service_name == "Lived Experience Peers"


def test_a_service_deleted_while_the_form_was_open_leaves_its_name(client: Client) -> None:
    service = ServiceFactory(slug="lepps", name="Lived Experience Peers", ways=["enquiry"])
    page = fill(client, service="lepps")
    service.delete()
    assert press_send(client, page).status_code == 303
    assert Enquiry.objects.get().service is None
    assert Enquiry.objects.get().service_name == "Lived Experience Peers"


def test_a_service_deleted_later_does_not_take_the_enquiry_with_it(client: Client) -> None:
    service = ServiceFactory(slug="lepps", ways=["enquiry"])
    send(client, service="lepps")
    service.delete()
    assert Enquiry.objects.get().service_name == service.name


@pytest.mark.parametrize("state", ["", "forged", None])
def test_a_page_without_its_state_comes_back_as_typed(client: Client, state: str | None) -> None:
    typed = posted(state=state, step="q5")
    response = client.post(ANSWER, typed)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Has moved five times this year." in page
    assert 'value="housing" checked' in page
    assert "open for too long" in page
    assert Enquiry.objects.count() == 0
    # What was typed is kept, and what is missing is asked.
    first = answer(client, response, posted())
    assert step_of(first) == "q1"
    assert press_send(client, fill(client, page=first)).status_code == 303
    assert Enquiry.objects.get().unseal_answers().words == "Has moved five times this year."


def test_nothing_typed_is_offered_to_the_browser_to_remember(client: Client) -> None:
    channels = ["phone", "email", "letter", "sender"]
    fill(client, channels=channels, email="r@mail.example", address="1 Road")
    visible: list[str] = []
    for number in range(1, 13):
        page = client.get(f"/enquiries/1/q{number}/").content.decode()
        fields = re.findall(r"<(?:input|textarea)[^>]*>", page)
        visible += [field for field in fields if 'type="hidden"' not in field]
    assert len(visible) > 40
    assert [field for field in visible if 'autocomplete="off"' not in field] == []
