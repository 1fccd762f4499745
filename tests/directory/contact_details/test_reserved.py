"""Numbers and addresses that nobody can answer are told from those somebody might."""

import pytest

from directory.contact_details.reserved import DRAMA_NUMBERS, NUMBER_LENGTH, is_example_address, is_example_number
from directory.models import Contact, Phone


@pytest.mark.parametrize(
    "number",
    [
        "0141 496 0182",
        "01414960182",
        "(0141) 496-0182",
        "0141.496.0182",
        "+44 141 496 0182",
        "+44 (0)141 496 0182",
        "0044 141 496 0182",
        "44 141 496 0182",
        "0141\u00a0496\u00a00182",
        "0141 496 0182 ext 12",
        "Call 0141 496 0182",
        "0113 496 0000",
        "0118 496 0999",
        "0121 496 0123",
        "0151 496 0123",
        "0161 496 0123",
        "0191 498 0123",
        "020 7946 0123",
        "028 9649 6123",
        "029 2018 0123",
        "01632 960123",
        "07700 900123",
        "+44 7700 900123",
        "08081 570123",
        "0909 879 0123",
        "03069 990123",
    ],
)
def test_numbers_reserved_for_drama_are_examples(number: str) -> None:
    assert is_example_number(number)
    assert Phone(number=number).is_example
    assert Contact(phone=number).has_example_phone


@pytest.mark.parametrize(
    "number",
    [
        "",
        "999",
        "116 123",
        "NHS 111",
        "0800 83 85 87",
        "0141 287 0000",
        "0141 496 1182",
        "0141 496 018",
        "496 0182",
        "0119 496 0123",
        "07700 901123",
        "020 7946 1123",
        "0191 496 0123",
        "+1 141 496 0182",
        "ask the desk",
    ],
)
def test_every_other_number_might_be_somebodys(number: str) -> None:
    assert not is_example_number(number)
    assert not Phone(number=number).is_example
    assert not Contact(phone=number).has_example_phone


def test_each_range_is_a_whole_number_but_for_three_digits() -> None:
    assert {len(start) for start in DRAMA_NUMBERS} == {NUMBER_LENGTH - 3}


@pytest.mark.parametrize(
    "address",
    [
        "hello@hub.example",
        "HELLO@HUB.EXAMPLE",
        "mailto:a@b.test",
        "a@b.invalid",
        "a@example.com",
        "a@mail.example.org",
        "https://www.example.com/path?a=b",
        "http://hub.example:8000/",
        "www.example.net",
        "hub.example.",
        "//hub.test/path",
    ],
)
def test_reserved_domains_are_examples(address: str) -> None:
    assert is_example_address(address)
    assert Contact(email=address).has_example_email


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a@sacro.org.uk",
        "https://www.sacro.org.uk/example.com",
        "a@notexample.com",
        "https://example.com.sacro.org.uk/",
        "example@gov.scot",
        "https://[broken/",
    ],
)
def test_every_other_domain_might_be_somebodys(address: str) -> None:
    assert not is_example_address(address)
    assert not Contact(email=address).has_example_email
