"""What we ask people to agree to. A text is never changed: a new version is added, and old ones stay readable."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .answers import PrivateAnswers

CONSENT_VERSION = "2026-11-22"

CONSENT_WORDINGS = {
    "2026-11-22": {
        "own": "It is about me, and I agree to share this",
        "agreed": "Yes, they know and agree to share this",
        "serious_harm": "No, but sharing it protects someone from serious harm",
    },
}


def consent_words(version: str, basis: str) -> str:
    """The words the sender chose, as they read them then, and when that wording was made."""
    words = CONSENT_WORDINGS.get(version, {}).get(basis)
    if words is None:
        return _("Not recorded")
    made = date.fromisoformat(version)
    return _("%(words)s. Wording of %(day)s") % {"words": words, "day": date_format(made, "j F Y")}


def consent_of(answers: PrivateAnswers | None) -> str:
    """The same for opened answers; empty once they were deleted."""
    return consent_words(answers.consent_wording, answers.consent_basis) if answers else ""
