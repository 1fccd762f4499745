"""Whom a question is put to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from directory.enquiries.content.answers import SenderKind
from directory.referral.rules import INSIDE

from .offered import Offered


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a question is put to: what they answered before, and what can be chosen."""

    offered: Offered = field(default_factory=Offered)
    earlier: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sender_kind(self) -> str:
        return self.earlier.get("sender_kind", "")

    @property
    def is_own(self) -> bool:
        """Whether the enquiry is for whoever sends it."""
        return self.sender_kind == SenderKind.PERSON

    @property
    def is_inside(self) -> bool:
        """Whether the person is held somewhere, or about to leave it."""
        return self.earlier.get("setting") in INSIDE

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.earlier.get("channels", ()))

    def words(self, theirs: str, own: str) -> str:
        """What is said about the person, or to the person."""
        return own if self.is_own else theirs
