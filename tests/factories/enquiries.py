"""Enquiries and forms for tests."""

import uuid
from typing import Any

from directory.enquiries.actions import receive_enquiry
from directory.enquiries.content.answers import CoarseAnswers, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.consent_wording import CONSENT_VERSION
from directory.enquiries.form.state import FormState
from directory.enquiries.models import Enquiry
from directory.models import Service

VALID_POST = {
    "sender_kind": "professional",
    "name": "R.M.",
    "age": "34",
    "setting": "community-sentence",
    "postcode_district": "G31 2AB",
    "needs": ["housing"],
    "words": "Has moved five times this year.",
    "channels": ["phone", "sender"],
    "phone": "0141 496 0100",
    "times": "Weekdays, 10am to 2pm",
    "voicemail": "no",
    "introduction": "Calling for R.",
    "sender_role": "Justice social worker",
    "sender_email": "a.example@council.example",
    "email_reference": "on",
    "consent_basis": "agreed",
}


def posted(form: FormState | None = None, **changes: Any) -> dict[str, Any]:
    """What a browser posts from a well-filled form; a change to None leaves the field out."""
    data = {**VALID_POST, "state": (form or FormState.fresh()).signed(), **changes}
    return {name: value for name, value in data.items() if value is not None}


def make_answers(*, setting: str = "community-sentence", **private: Any) -> EnquiryAnswers:
    """Answers of a professional who agrees to be mailed the reference."""
    return EnquiryAnswers(
        CoarseAnswers("professional", setting, ("housing",), "G31"),
        PrivateAnswers(
            **{
                "consent_basis": "agreed",
                "consent_wording": CONSENT_VERSION,
                "name": "R.M.",
                "channels": ("phone",),
                "phone": "0141 496 0100",
                "sender_email": "a.example@council.example",
                "email_reference": True,
                **private,
            }
        ),
    )


def make_enquiry(*, service: Service | None = None, **answers: Any) -> Enquiry:
    """An enquiry that was just received."""
    return receive_enquiry(token=uuid.uuid4(), answers=make_answers(**answers), service=service)
