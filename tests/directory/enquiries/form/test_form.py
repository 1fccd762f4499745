"""The form: what it forgives, what it refuses, and that it keeps what was typed."""

import re
from typing import Any

import pytest
from directory.enquiries.form.state import FormState
from django.test import Client

from directory.enquiries.form.forms import EnquiryForm
from directory.enquiries.models import Enquiry
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import VALID_POST, posted

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
    state = FormState.fresh()
    return EnquiryForm(state=state, data=posted(state, **changes))


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
    state = FormState.fresh()
    data = {
        "sender_kind": "person",
        "name": "R",
        "setting": "unknown",
        "needs": ["housing"],
        "channels": ["text"],
        "phone": "0141 496 0100",
        "consent_basis": "own",
    }
    form = EnquiryForm(state=state, data=data)
    assert form.is_valid(), form.errors
    assert not form.answers().private.voicemail
    assert form.answers().receipt_address == ""


def test_every_field_wrong_gives_a_linked_summary_and_keeps_everything(client: Client) -> None:
    wrong = {
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
    }
    response = client.post(
        NEW, {"state": FormState.fresh().signed(), "setting": "x", "channels": "x", "needs": "x", **wrong}
    )
    page = response.content.decode()
    assert response.status_code == 200
    assert "<title>Error: Enquiry" in page
    summary = page[page.index('id="error-summary"') : page.index("<h1")]
    links = re.findall(r'href="#([a-z_0-9]+)"', summary)
    assert len(links) == len(VALID_POST) - 2 + 3, "all but the optional voicemail and the tick box"
    assert [link for link in links if f'id="{link}"' not in page] == []
    for typed in wrong.values():
        assert typed in page
    assert Enquiry.objects.count() == 0


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_text_breaks_the_page(client: Client, text: str) -> None:
    everywhere = dict.fromkeys(TYPED, text)
    assert client.post(NEW, everywhere).status_code == 200
    assert client.post(NEW, {**everywhere, "state": FormState.fresh().signed()}).status_code == 200


@pytest.mark.parametrize("field", TYPED)
def test_no_field_breaks_the_page(client: Client, field: str) -> None:
    for changes in ({field: "\x00😀\u202e" + "x" * 9_000}, {field: "\x00"}, {field: ["a", "\x00"]}):
        assert client.post(NEW, posted(**changes)).status_code in (200, 303)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_service_in_the_address_breaks_the_page(client: Client, text: str) -> None:
    response = client.get(NEW, {"service": text})
    assert response.status_code == 200
    assert "do not list that service any more" in response.content.decode()


def test_more_than_the_server_takes_is_refused_and_not_a_crash(client: Client) -> None:
    assert client.post(NEW, posted(words="x" * 3_000_000)).status_code == 400


def test_a_known_service_is_named_and_kept(client: Client) -> None:
    service = ServiceFactory(slug="lepps", name="Lived Experience Peers", ways=["enquiry"])
    page = client.get(NEW, {"service": "lepps"})
    assert "Lived Experience Peers" in page.content.decode()
    client.post(NEW, posted(page.context["state"]))
    assert Enquiry.objects.get().service == service
    assert Enquiry.objects.get().service_name == "Lived Experience Peers"


def test_a_service_deleted_while_the_form_was_open_leaves_its_name(client: Client) -> None:
    service = ServiceFactory(slug="lepps", name="Lived Experience Peers", ways=["enquiry"])
    state = client.get(NEW, {"service": "lepps"}).context["state"]
    service.delete()
    assert client.post(NEW, posted(state)).status_code == 303
    assert Enquiry.objects.get().service is None
    assert Enquiry.objects.get().service_name == "Lived Experience Peers"


def test_a_service_deleted_later_does_not_take_the_enquiry_with_it(client: Client) -> None:
    service = ServiceFactory(slug="lepps", ways=["enquiry"])
    state = client.get(NEW, {"service": "lepps"}).context["state"]
    client.post(NEW, posted(state))
    service.delete()
    assert Enquiry.objects.get().service_name == service.name


@pytest.mark.parametrize("state", ["", "forged", None])
def test_a_form_without_its_state_comes_back_as_typed(client: Client, state: str | None) -> None:
    response = client.post(NEW, posted(state=state))
    page = response.content.decode()
    assert response.status_code == 200
    assert "Has moved five times this year." in page
    assert "open for too long" in page
    assert Enquiry.objects.count() == 0
    again = client.post(NEW, posted(response.context["state"]))
    assert again.status_code == 303


def test_nothing_typed_is_offered_to_the_browser_to_remember(client: Client) -> None:
    page = client.get(NEW).content.decode()
    fields = re.findall(r"<(?:input|textarea)[^>]*>", page)
    visible = [field for field in fields if 'type="hidden"' not in field]
    assert len(visible) > 20
    assert [field for field in visible if 'autocomplete="off"' not in field] == []
