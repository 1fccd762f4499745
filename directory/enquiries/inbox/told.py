"""What else was told about an enquiry whose opening is on the record: messages of its sender, and who must be safe."""

from typing import TYPE_CHECKING, Any

from django.views.decorators.debug import sensitive_variables

from directory.enquiries.actions import OpenedEnquiry
from directory.enquiries.form.person_questions import GENDER_CHOICES
from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import Unprinted
from directory.vocabulary.labels import read_establishments

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@sensitive_variables()
def told_context(opened: OpenedEnquiry, user: "AbstractUser") -> dict[str, Any]:
    """For the page of one enquiry. The safety note is for leads alone: others learn that there is one."""
    enquiry, answers = opened.enquiry, opened.answers
    if answers is None:
        return {
            "messages_of_sender": [],
            "has_safety_note": False,
            "safety_note": "",
            "gender": "",
            "establishment": "",
        }
    key = enquiry.data_key
    messages = [
        (message, Unprinted(key.open(message.sealed_text)) if message.sealed_text else "")
        for message in enquiry.sender_messages.all()
    ]
    shown = bool(enquiry.sealed_safety_note) and is_lead(user)
    return {
        "messages_of_sender": messages,
        "has_safety_note": bool(enquiry.sealed_safety_note),
        "safety_note": Unprinted(key.open(enquiry.sealed_safety_note)) if shown else "",
        "gender": dict(GENDER_CHOICES).get(answers.gender, "") if answers.gender else "",
        "establishment": read_establishments().get(answers.establishment, "") if answers.establishment else "",
    }
