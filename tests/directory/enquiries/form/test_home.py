"""The box for where the person lives: postcodes, places, and what cannot be placed."""

import re
from html import unescape

import pytest
from django.test import Client

from directory.enquiries.models import Enquiry
from tests.factories.enquiries import fill, press_send

pytestmark = pytest.mark.django_db


def send(client: Client, typed: str, **more: str) -> str:
    page = fill(client, postcode_district=typed, **more)
    if "Check your answers" not in page.content.decode():
        return unescape(page.content.decode())
    assert press_send(client, page).status_code == 303
    return ""


def offered(page: str) -> list[str]:
    return re.findall(r'name="postcode_district-choice" type="radio" value="([^"]+)"', page)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("G1 1", "G1"),
        ("EH1 2", "EH1"),
        ("G31 4", "G31"),
        ("G11", "G11"),
        ("g314eb", "G31"),
        ("G31\u200b 4EB", "G31"),
        ("12 Duke Street, Glasgow, G4 0UL", "G4"),
        ("G31 4EB, Scotland", "G31"),
        ("Govan", "Govan, Glasgow"),
        ("Glasgow", "Glasgow"),
        ("Orkney", "Orkney Islands"),
        ("Skye", "Isle of Skye, Highland"),
        ("", ""),
    ],
)
def test_a_postcode_is_kept_to_its_district_and_a_place_by_its_name(client: Client, typed: str, kept: str) -> None:
    assert send(client, typed) == ""
    assert Enquiry.objects.get().postcode_district == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("XX1", "Enter a full or partial postcode that exists"),
        ("Scotland", "too large"),
        ("Jersey", "We cannot place Jersey"),
        ("IM1 1AA", "We cannot place the Isle of Man"),
        ("BFPO 16", "forces address"),
        ("Kent", "Kent is more than one area"),
        ("Xyzzyville", "We do not know that place"),
    ],
)
def test_what_cannot_be_used_is_said_and_stays_in_the_box(client: Client, typed: str, said: str) -> None:
    page = send(client, typed)
    assert said in page
    assert f'value="{typed}"' in page
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("typed", "choices", "kept"),
    [
        ("G3I", ["G31"], "G31"),
        ("EH1 7", ["EH1"], "EH1"),
        ("Kilmarnok", ["Kilmarnock, East Ayrshire"], "Kilmarnock, East Ayrshire"),
        ("Ayrshire", ["East Ayrshire", "North Ayrshire", "South Ayrshire"], "South Ayrshire"),
    ],
)
def test_a_correction_and_a_choice_wait_for_a_yes(client: Client, typed: str, choices: list[str], kept: str) -> None:
    assert offered(send(client, typed)) == choices
    assert not Enquiry.objects.exists()
    assert send(client, typed, **{"postcode_district-choice": kept}) == ""
    assert Enquiry.objects.get().postcode_district == kept


def test_a_choice_for_another_text_is_not_taken(client: Client) -> None:
    assert send(client, "Govan", **{"postcode_district-choice": "South Ayrshire"}) == ""
    assert Enquiry.objects.get().postcode_district == "Govan, Glasgow"


def test_what_is_kept_of_a_place_is_its_name(client: Client) -> None:
    fill(client, postcode_district="12 Duke Street, Glasgow, G4 0UL")
    page = client.get("/enquiries/1/q4/").content.decode()
    assert 'value="G4"' in page
    assert "Duke Street" not in page
    # Three letters come about by chance in a signed value, but not as a word of their own.
    assert not re.search(r"\b(G4)?0UL\b", page)


def test_the_age_may_be_pasted(client: Client) -> None:
    assert send(client, "G31", age="\u00a034\u200b") == ""


def test_any_choice_of_any_text_gets_a_page(client: Client) -> None:
    for choice in ("\x00", "😀", "x" * 5_000):
        assert fill(client, **{"postcode_district-choice": choice}).status_code == 200
