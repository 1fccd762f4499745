"""The one number that a text dials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.contact_details.reserved import is_example_number
from directory.contact_details.telephone import number_to_dial, telephone_address
from directory.models import Contact, Phone


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0141 496 0100", "01414960100"),
        ("(0141) 496-0100", "01414960100"),
        ("+44 141 496 0100", "+441414960100"),
        ("+44 (0)141 496 0100", "+441414960100"),
        ("(+44) (0) 141 496 0100", "+441414960100"),
        ("0044 141 496 0100", "+441414960100"),
        ("0141 496 0100 ext 23", "01414960100"),
        ("0141 496 0100 x23", "01414960100"),
        ("0141 496 0100, option 2", "01414960100"),
        ("0141 496 0100 / 0102", "01414960100"),
        ("0141 496 0100/0102", "01414960100"),
        ("0141 496 0100 0102", "01414960100"),
        ("0141 496 0100 or 0141 496 0200", "01414960100"),
        ("Room 2, 0141 496 0100 (Mon-Fri 9-5)", "01414960100"),
        ("24/7 on 0808 200 0247", "08082000247"),
        ("07700 900 123 / 07700 900 124", "07700900123"),
        ("020 7946 0000", "02079460000"),
        ("0800 1111", "08001111"),
        ("0141\u00a0496\u200b 0100", "01414960100"),
        ("\uff10\uff11\uff14\uff11 496 0100", "01414960100"),
        ("+48 22 123 45 67", "+48221234567"),
        ("116 123", "116123"),
        ("Samaritans 116 123", "116123"),
        ("NHS 111", "111"),
        ("999", "999"),
        ("222", "222"),
    ],
)
def test_one_number_is_dialled_however_it_is_written(written: str, dialled: str) -> None:
    assert telephone_address(written) == f"tel:{dialled}"


@pytest.mark.parametrize(
    "written",
    ["", "Ask at reception", "Open 24 hours", "0141 496", "496 0100", "0141 496 01O0", "2026-11-26", "Press 55"],
)
def test_words_without_a_whole_number_are_no_link(written: str) -> None:
    assert telephone_address(written) == ""


@given(st.text(max_size=60))
def test_any_text_dials_digits_or_nothing(text: str) -> None:
    number = number_to_dial(text)
    assert number == "" or number.removeprefix("+").isdecimal()
    assert len(number) <= 16


@pytest.mark.parametrize("written", ["0141 496 0100 / 0102", "Room 2, 0141 496 0100", "+44 (0)141 496 0100"])
def test_a_number_for_examples_is_told_with_anything_beside_it(written: str) -> None:
    assert is_example_number(written)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "field"),
    [(Phone(number="Ask at reception"), "number"), (Contact(title="Duty worker", phone="0141 496"), "phone")],
)
def test_a_listing_takes_no_number_that_cannot_be_dialled(part: Phone | Contact, field: str) -> None:
    with pytest.raises(Exception, match="with its area code") as refused:
        part.clean()
    assert list(refused.value.message_dict) == [field]
