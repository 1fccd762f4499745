"""Answers that are stored as codes, as people say them."""

from datetime import date

from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.form.person_questions import GENDER_CHOICES, READING_CHOICES
from directory.enquiries.privacy.private_views import Unprinted
from directory.vocabulary.labels import read_establishments


@sensitive_variables()
def answer_words(answers: PrivateAnswers) -> dict[str, str]:
    """Gender, establishment, reading and the month of release. Empty for what was not said."""
    words = {
        "gender": dict(GENDER_CHOICES).get(answers.gender, "") if answers.gender else "",
        "establishment": read_establishments().get(answers.establishment, "") if answers.establishment else "",
        "reading": dict(READING_CHOICES).get(answers.reading, answers.reading) if answers.reading else "",
        "release_month": f"{date.fromisoformat(answers.release_month):%B %Y}" if answers.release_month else "",
    }
    return {name: Unprinted(text) for name, text in words.items()}
