"""Guessed references, codes, cookies and addresses: none is right, and nothing tells a near one from any other."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from directory.enquiries.content.references import code_digest, code_of, new_reference, new_secret
from directory.enquiries.drafts.actions import begin_draft, save_draft
from directory.enquiries.drafts.codes import draft_code_digest
from directory.enquiries.drafts.cookie import new_holder
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.models import Draft, Enquiry
from directory.enquiries.receipt.cookie import Receipt
from directory.enquiries.status import cookie as status_cookie
from directory.enquiries.status.actions import find_by_code
from tests.factories.enquiries import make_enquiry
from tests.faults.guesses import Guesses
from tests.faults.size import size

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("terms")]

EXISTING = size(40, 1_000)
GUESSES = size(160, 10_000)
FIND, COME_BACK = "/enquiries/find/", "/enquiries/come-back/"


@pytest.fixture
def enquiries() -> list[Enquiry]:
    """Those that exist, each with a code."""
    made = [Enquiry(token=uuid.uuid4(), key_id=uuid.uuid4(), sender_kind="professional") for _ in range(EXISTING)]
    for enquiry in made:
        enquiry.code_digest = code_digest(enquiry.reference, code_of(enquiry.token))
    return Enquiry.objects.bulk_create(made)


def pairs(enquiries: list[Enquiry]) -> Iterator[tuple[str, str]]:
    """By turns: a reference that exists with a made-up code, or with that of another; and one that does not exist.

    A reference rests after five, so of those that exist none is tried more often.
    """
    for number in range(GUESSES):
        known = enquiries[number // 2 % EXISTING]
        other = enquiries[(number // 2 + 1) % EXISTING]
        near = [(known.reference, new_secret()), (known.reference, code_of(other.token))]
        is_near = number % 2 and number // 2 < EXISTING * 4
        yield near[number // 2 % 2] if is_near else (new_reference(), new_secret())


def guess_pairs(enquiries: list[Enquiry]) -> Guesses:
    guesses, client = Guesses(FIND), Client()
    for reference, code in pairs(enquiries):
        guesses.try_one(client, {"reference": reference, "code": code})
    return guesses


def test_guessed_references_and_codes(enquiries: list[Enquiry]) -> None:
    guesses = guess_pairs(enquiries)
    assert guesses.count == GUESSES
    assert guesses.hits == []
    assert guesses.is_silent, guesses
    right = enquiries[-1]
    found = guesses.try_one(Client(), {"reference": right.reference, "code": code_of(right.token)})
    assert found.headers["Location"] == "/enquiries/status/", "a control: the right pair opens it"
    assert len(guesses.hits) == 1, "and would have been counted"


def test_a_control_a_look_up_that_takes_longer_for_those_that_exist_is_seen(
    enquiries: list[Enquiry], monkeypatch: pytest.MonkeyPatch
) -> None:
    def looks_twice(*, reference: str, code: str) -> Enquiry | None:
        if Enquiry.objects.filter(reference=reference).exists():
            Enquiry.objects.filter(reference=reference).count()
        return find_by_code(reference=reference, code=code)

    monkeypatch.setattr("directory.enquiries.status.views.find_by_code", looks_twice)
    guesses = guess_pairs(enquiries)
    assert len(guesses.answers) == 1
    assert len(guesses.statements) > 1


@pytest.fixture
def saved_drafts() -> list[Draft]:
    later = timezone.now() + timedelta(days=14)
    return Draft.objects.bulk_create(
        Draft(
            token=uuid.uuid4(),
            holder_digest=uuid.uuid4().hex,
            number=1,
            key_id=uuid.uuid4(),
            code_digest=draft_code_digest(new_secret()),
            saved_at=timezone.now(),
            held_until=later,
            expires_at=later,
        )
        for _ in range(EXISTING)
    )


def test_guessed_codes_of_saved_drafts(saved_drafts: list[Draft]) -> None:
    guesses, client = Guesses(COME_BACK), Client()
    for _ in range(GUESSES):
        guesses.try_one(client, {"code": new_secret()})
    assert guesses.hits == []
    assert guesses.is_silent, guesses
    assert not Draft.objects.exclude(pk__in=[draft.pk for draft in saved_drafts]).exists()
    draft = begin_draft(token=uuid.uuid4(), holder=new_holder(), state=DraftState())
    code = save_draft(draft=draft, nonce=uuid.uuid4())
    found = guesses.try_one(Client(), {"code": code})
    assert found.headers["Location"].startswith("/enquiries/1/"), "a control: the right code leads back"
    assert len(guesses.hits) == 1


def sealed(enquiry: Enquiry) -> dict[str, str]:
    """The cookies that open the pages of an enquiry, by page."""
    return {
        "/enquiries/status/": status_cookie._key_ring().encrypt(enquiry.pk.bytes).decode(),
        "/enquiries/receipt/": Receipt.of(enquiry, ()).seal(),
    }


@pytest.mark.parametrize(
    ("path", "name"), [("/enquiries/status/", "enquiry_status"), ("/enquiries/receipt/", "enquiry_receipt")]
)
def test_cookies_made_with_another_secret(enquiries: list[Enquiry], path: str, name: str) -> None:
    guesses = Guesses(path)
    with override_settings(SECRET_KEY="somebody's own"):
        forged = [sealed(enquiry)[path] for enquiry in enquiries] * (GUESSES // EXISTING)
    for cookie in forged:
        client = Client()
        client.cookies[name] = cookie
        guesses.try_one(client)
    assert guesses.hits == []
    assert guesses.is_silent, guesses
    client = Client()
    client.cookies[name] = sealed(make_enquiry())[path]
    assert guesses.try_one(client).status_code == 200, "a control: one of our own opens it"
    assert len(guesses.hits) == 1


def test_addresses_of_drafts_of_others(saved_drafts: list[Draft]) -> None:
    client, answers = Client(), set()
    for number in range(1, GUESSES // 10):
        for slug in ("q5", "check", "before-sending"):
            page = client.get(f"/enquiries/{number}/{slug}/")
            answers.add((page.status_code, len(page.content)))
    assert len(answers) == 1
    assert answers.pop()[0] == 404
