"""Whatever is posted, the answer is a page and never a failure, and text comes back as it was typed."""

import random
import string
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.factories.enquiries import VALID_POST, answer, follow, start, state_of, step_of
from tests.faults.size import size

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("terms")]

BODIES = size(150, 10_000)
ADDRESSES = [f"/enquiries/{name}/" for name in ("answer", "send", "save", "come-back", "find", "stop", "status/add")]
KINDS = ["text/plain", "multipart/form-data; boundary=x", "application/json"]
CONTROLS = "\x00\x1b\u202e\ufeff"
ODD = [
    *CONTROLS,
    "\u200d",
    "'\"><",
    "{{ 7*7 }}",
    "%s%n",
    "\r\n",
    "\u0639\u0644\u06cc",
    "\U0001f469\u200d\U0001f467",
    "\U0010ffff",
    "A" * 40_000,
]


def text(chosen: random.Random) -> str:
    """Something that nobody would type, or somebody might."""
    pieces = chosen.choices([*ODD[:-1], *string.ascii_letters, " ", "\n"], k=chosen.randint(0, 60))
    return ODD[-1] if chosen.random() < 0.02 else "".join(pieces)


def bodies(chosen: random.Random, state: str) -> Iterator[tuple[str, Any, str]]:
    """Address, body and content type without end: well-formed, half-formed, and bytes that are no form at all."""
    names = [*VALID_POST, "step", "website", "reference", "code", "opened", "change", "csrfmiddlewaretoken", "\x00"]
    while True:
        address = chosen.choice(ADDRESSES)
        if chosen.random() < 0.1:
            yield (
                address,
                chosen.randbytes(chosen.randint(0, 500)),
                chosen.choice(["text/plain", "multipart/form-data; boundary=x"]),
            )
            continue
        data: dict[str, Any] = {
            name: [text(chosen)] * chosen.randint(1, 3) for name in chosen.choices(names, k=chosen.randint(0, 12))
        }
        data["state"] = state if chosen.random() < 0.8 else text(chosen)
        data.setdefault("step", f"q{chosen.randint(0, 12)}")
        yield address, data, ""


def failures(client: Client, count: int) -> list[str]:
    """Which of so many bodies ended in a failure of the server."""
    chosen = random.Random(7)  # noqa: S311 - guards nothing
    page = start(client)
    found = []
    for number, (address, body, kind) in enumerate(bodies(chosen, state_of(page))):
        if number == count:
            return found
        response = client.post(address, body, content_type=kind) if kind else client.post(address, body)
        if response.status_code >= 500:
            found.append(f"{response.status_code} {address} {str(body)[:200]!r}")
    return found


def test_no_body_makes_the_server_fail() -> None:
    assert failures(Client(raise_request_exception=False), BODIES) == []


def test_a_failure_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("directory.enquiries.steps.page_state.signing.loads", lambda *args, **kwargs: 1 / 0)
    assert failures(Client(raise_request_exception=False), 20)


def test_text_comes_back_as_it_was_typed() -> None:
    chosen = random.Random(8)  # noqa: S311 - guards nothing
    client = Client()
    page = start(client)
    for _ in range(12):
        if 'name="words"' in page.content.decode():
            break
        page = answer(client, page, VALID_POST)
    slug = step_of(page)
    for _ in range(size(30, 1_000)):
        typed = "".join(letter for letter in text(chosen) if letter not in CONTROLS)[:2_000].strip()
        data = {"state": state_of(page), "step": slug, "words": typed, "needs": "not-a-need"}
        shown = follow(client, client.post("/enquiries/answer/", data))
        area = BeautifulSoup(shown.content.decode(), "html.parser").select_one("textarea[name=words]")
        assert area is not None
        assert area.text.removeprefix("\n").replace("\r\n", "\n").strip() == typed.replace("\r\n", "\n").strip()
