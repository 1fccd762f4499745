"""From cleaned answers to what is stored: what lists may show apart from what is encrypted."""

from collections.abc import Mapping
from typing import Any

from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import CoarseAnswers, ConsentBasis, EnquiryAnswers, PrivateAnswers
from directory.enquiries.content.consent_wording import CONSENT_VERSION

TEXTS = (
    "name",
    "gender",
    "establishment",
    "language",
    "reading",
    "access_needs",
    "what_would_help",
    "words",
    "phone",
    "email",
    "address",
    "times",
    "introduction",
    "who_may_answer",
    "sender_name",
    "sender_role",
    "sender_organisation",
    "sender_email",
    "sender_phone",
)


@sensitive_variables()
def make_answers(cleaned: Mapping[str, Any]) -> EnquiryAnswers:
    """The answers to the questions that were asked; a question that was not asked has no answer."""
    coarse = CoarseAnswers(
        sender_kind=str(cleaned["sender_kind"]),
        setting=cleaned["setting"],
        needs=tuple(cleaned.get("needs", ())),
        postcode_district=cleaned.get("postcode_district", ""),
    )
    month = cleaned.get("release_month", "")
    private = PrivateAnswers(
        **{name: cleaned.get(name, "") for name in TEXTS},
        age=cleaned.get("age"),
        same_gender_peer=bool(cleaned.get("same_gender_peer")),
        release_month=f"{month}-01" if month else "",
        channels=tuple(cleaned.get("channels", ())),
        voicemail=cleaned.get("voicemail") == "yes",
        email_reference=bool(cleaned.get("email_reference")),
        consent_basis=ConsentBasis(cleaned["consent_basis"]),
        consent_wording=CONSENT_VERSION,
    )
    return EnquiryAnswers(coarse, private, safety_note=cleaned.get("safety_note", ""))
