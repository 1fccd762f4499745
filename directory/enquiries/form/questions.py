"""Each question of an enquiry as a form field. The same for the site, for paper and for whoever records a call.

A question is put to the person, or to somebody else about the person: `Asked.is_own` says which.
"""

from collections.abc import Callable, Iterable

from django import forms

from . import contact_questions, person_questions
from .asked import Asked

# In the order in which they are asked.
QUESTIONS: dict[str, Callable[[Asked], forms.Field]] = {
    "sender_kind": person_questions.sender_kind,
    "setting": person_questions.setting,
    "establishment": person_questions.establishment,
    "release_month": person_questions.release_month,
    "postcode_district": person_questions.postcode_district,
    "needs": person_questions.needs,
    "what_would_help": person_questions.what_would_help,
    "words": person_questions.words,
    "name": person_questions.name,
    "age": person_questions.age,
    "gender": person_questions.gender,
    "same_gender_peer": person_questions.same_gender_peer,
    "language": person_questions.language,
    "reading": person_questions.reading,
    "access_needs": person_questions.access_needs,
    "channels": contact_questions.channels,
    "phone": contact_questions.phone,
    "email": contact_questions.email,
    "address": contact_questions.address,
    "times": contact_questions.times,
    "voicemail": contact_questions.voicemail,
    "introduction": contact_questions.introduction,
    "who_may_answer": contact_questions.who_may_answer,
    "sender_name": contact_questions.sender_name,
    "sender_role": contact_questions.sender_role,
    "sender_organisation": contact_questions.sender_organisation,
    "sender_email": contact_questions.sender_email,
    "sender_phone": contact_questions.sender_phone,
    "email_reference": contact_questions.email_reference,
    "safety_note": contact_questions.safety_note,
    "consent_basis": contact_questions.consent_basis,
}


def make_fields(names: Iterable[str], asked: Asked) -> dict[str, forms.Field]:
    """Fresh fields for these questions, by name."""
    return {name: QUESTIONS[name](asked) for name in names}
