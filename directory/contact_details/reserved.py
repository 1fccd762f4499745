"""Which numbers and addresses are reserved for examples, so that nobody takes them for real."""

import re
from urllib.parse import urlsplit

from .telephone import number_to_dial

# Ofcom sets these aside for drama: they will never be given to anyone. Each is followed by three more digits.
DRAMA_NUMBERS = (
    "01134960",
    "01144960",
    "01154960",
    "01164960",
    "01174960",
    "01184960",
    "01214960",
    "01314960",
    "01414960",
    "01514960",
    "01614960",
    "01632960",
    "01914980",
    "02079460",
    "02896496",
    "02920180",
    "03069990",
    "07700900",
    "08081570",
    "09098790",
)
NUMBER_LENGTH = 11
COUNTRY = "44"

# RFC 2606 and RFC 6761 set these names aside.
RESERVED_ENDINGS = ("example", "invalid", "test")
RESERVED_HOSTS = ("example.com", "example.net", "example.org")


def is_example_number(number: str) -> bool:
    """Whether a telephone number is one that Ofcom reserves for drama, however it is written.

    Digits after the number are an extension: they make it no more real.
    """
    digits = "".join(re.findall("[0-9]", number_to_dial(number) or number))
    digits = digits.removeprefix("00") if digits.startswith(f"00{COUNTRY}") else digits
    if digits.startswith(COUNTRY):
        # People write +44 (0)141: the nought is for callers in this country.
        digits = "0" + digits.removeprefix(COUNTRY).removeprefix("0")
    return len(digits) >= NUMBER_LENGTH and digits.startswith(DRAMA_NUMBERS)


def is_example_address(address: str) -> bool:
    """Whether an e-mail or web address lies in a domain that is reserved for examples."""
    host = _host(address).rstrip(".")
    is_reserved = host.rpartition(".")[2] in RESERVED_ENDINGS
    return is_reserved or any(host == name or host.endswith(f".{name}") for name in RESERVED_HOSTS)


def _host(address: str) -> str:
    """The domain of an e-mail or web address in small letters; nothing when it has none."""
    text = address.strip().lower().removeprefix("mailto:")
    try:
        return urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
