"""Invented enquiries to practise with. They are nobody's, and leave when their moderator deletes them."""

import uuid
from typing import TYPE_CHECKING

from django.db import transaction

from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.consent_wording import CONSENT_VERSION
from directory.enquiries.key_store.keys import erase_keys
from directory.enquiries.models import Enquiry

from .changing import require_inbox
from .receiving import receive_enquiry

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def invented_answers() -> list[EnquiryAnswers]:
    """A handful that differ in what they ask of a moderator. Numbers are from the range kept for fiction."""
    return [
        _invented(
            CoarseAnswers("professional", "police-custody", ("family",), "G51"),
            name="K.T.",
            age=15,
            urgent_reasons=("police-custody", "under-16"),
            words="First time in a cell. Very quiet. Would talk to someone who has been through it.",
            channels=("sender",),
            sender_role="Custody nurse",
            sender_phone="0141 496 0150",
            introduction="Calling about the enquiry",
        ),
        _invented(
            CoarseAnswers("person", "community-sentence", ("housing",), "G31"),
            name="R.M.",
            age=34,
            words="I have moved five times this year and want somebody who knows what that is like.",
            channels=("phone",),
            phone="0141 496 0101",
            times="Weekdays, 10am to 2pm",
            consent_basis="own",
        ),
        _invented(
            CoarseAnswers("relative", "prison", ("family", "housing"), ""),
            name="Dee",
            words="My brother is out in March and says he has nowhere to go.",
            channels=("sender",),
            sender_role="Sister",
            sender_email="dee@example.com",
            email_reference=True,
        ),
        _invented(
            CoarseAnswers("professional", "licence", ("housing",), "EH6"),
            name="A.",
            age=41,
            words="Wants help to find a flat. Do not leave a message: the phone is shared.",
            channels=("phone",),
            phone="0131 496 0177",
            sender_role="Justice social worker",
            sender_email="worker@example.com",
        ),
    ]


def start_practice(*, by: "AbstractUser") -> list[Enquiry]:
    """Make a handful for this moderator, in place of those that are left from before."""
    require_inbox(by)
    end_practice(by=by)
    return [
        receive_enquiry(token=uuid.uuid4(), answers=answers, service=None, recorded_by=by, is_practice=True)
        for answers in invented_answers()
    ]


def end_practice(*, by: "AbstractUser") -> int:
    """Delete this moderator's invented enquiries, with all that was written on them, and say how many there were."""
    require_inbox(by)
    with transaction.atomic():
        invented = Enquiry.objects.select_for_update().practice_of(by)
        keys = list(invented.values_list("key_id", flat=True))
        Enquiry.objects.practice_of(by).delete()
    erase_keys(keys)
    return len(keys)


def _invented(coarse: CoarseAnswers, **private: object) -> EnquiryAnswers:
    values = {"consent_basis": "agreed", "consent_wording": CONSENT_VERSION, **private}
    safety = "Invented safety note: two workers go together." if private.get("urgent_reasons") else ""
    return EnquiryAnswers(coarse, PrivateAnswers(**values), safety)  # type: ignore[arg-type]
