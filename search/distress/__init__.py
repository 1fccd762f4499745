"""Distress in what somebody typed: recognised here, by the same rules wherever it is typed.

Nothing here logs, stores or counts anything, and what comes back holds nothing of the text.
"""

from search.distress.kinds import KINDS, NO_DISTRESS, Distress
from search.distress.recognition import NO_WORDS, EditorsWords, labels_in_text, recognise

__all__ = ["KINDS", "NO_DISTRESS", "NO_WORDS", "Distress", "EditorsWords", "labels_in_text", "recognise"]
