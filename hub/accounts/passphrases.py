"""What a passphrase must not be. There are no rules about kinds of characters: length is what helps."""

import re
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST_CHARACTERS = 6
LONGEST_REPEATED_PART = 8
# Of a passphrase of 15 characters, what is left when its well-known part is taken away.
LEAST_OWN_CHARACTERS = 6
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class PredictablePassphraseValidator:
    """Refuses what is long and guessed at once: repetition, sequences, one common password with something around it.

    Lists of common passwords hold hardly any of 15 characters, so comparing with them alone finds nothing.
    """

    def validate(self, password: str, user: Any = None) -> None:
        text = password.lower()
        letters = re.sub(r"[^a-z0-9]", "", text)
        if len(set(text)) < FEWEST_CHARACTERS or _is_repeated(text):
            raise ValidationError(_("It repeats itself. Use four or five words that do not belong together."))
        if _is_sequence(letters):
            raise ValidationError(_("It is a row of the keyboard, the alphabet or numbers. Use words instead."))
        if self._is_padded(letters):
            raise ValidationError(_("Most of it is a very common password or the name of this site. Add other words."))

    def get_help_text(self) -> str:
        return _("Four or five words that do not belong together are good. Capitals, digits and signs are not needed.")

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(CommonPasswordValidator().passwords)

    def _is_padded(self, letters: str) -> bool:
        """Whether too little is left without the longest well-known part."""
        site = re.sub(r"[^a-z0-9]", "", settings.WAGTAIL_SITE_NAME.lower())
        shortest = max(1, len(letters) - LEAST_OWN_CHARACTERS + 1)
        parts = (
            letters[start:end] for start in range(len(letters)) for end in range(start + shortest, len(letters) + 1)
        )
        return any(part in self._common or part == site for part in parts)


def _is_repeated(text: str) -> bool:
    """One short part again and again, the last time perhaps cut off."""
    sizes = range(1, min(LONGEST_REPEATED_PART, len(text) // 2) + 1)
    return any(text == (text[:size] * len(text))[: len(text)] for size in sizes)


def _is_sequence(letters: str) -> bool:
    """Nearly each character follows from the one before it, by the alphabet, by counting or on the keyboard."""
    steps = [_follows(before, after) for before, after in pairwise(letters)]
    return bool(steps) and sum(steps) >= len(steps) * 0.8


def _follows(before: str, after: str) -> bool:
    if abs(ord(after) - ord(before)) <= 1 or (before, after) in (("9", "0"), ("0", "9")):
        return True
    return any(before + after in row or after + before in row for row in ROWS)
