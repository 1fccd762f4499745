"""What a draft holds, as it is sealed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from django.views.decorators.debug import sensitive_variables

from directory.enquiries.form.forms import Typed
from directory.enquiries.form.offered import Offered
from directory.enquiries.form.reading import ReadAnswers, read_typed


# Without a repr: it is all that somebody typed.
@dataclass(frozen=True, repr=False)
class DraftState:
    """Answers as typed, page by page.

    `checked`: pages on which somebody pressed Continue. `first_answers`: what was said before, for pages not yet
    seen. `has_read`: the page about what happens to it; `has_checked`: all answers at once; `is_interrupted`: the page
    about what cannot wait. `was_trapped`: a field that people do not see was filled in.
    """

    offered: Offered = field(default_factory=Offered)
    service_slug: str = ""
    service_name: str = ""
    typed: Mapping[str, Typed] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()
    first_answers: Mapping[str, Any] = field(default_factory=dict)
    has_read: bool = False
    has_checked: bool = False
    is_interrupted: bool = False
    was_trapped: bool = False

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> "DraftState":
        """Rebuild from `to_stored`. What an older version kept and this one does not know is left out."""
        known = {name: stored[name] for name in _names(cls) if name in stored}
        known["offered"] = Offered.from_stored(stored.get("offered", {}))
        known["checked"] = frozenset(stored.get("checked", ()))
        return cls(**known)

    @sensitive_variables()
    def to_stored(self) -> dict[str, Any]:
        """As plain values."""
        values = {name: getattr(self, name) for name in _names(self)}
        return {**values, "offered": self.offered.to_stored(), "checked": sorted(self.checked)}

    @sensitive_variables()
    def answered(self, slug: str, typed: Typed, *, is_checked: bool, was_trapped: bool = False) -> "DraftState":
        """With one page as it was just typed. The other pages stay as they are."""
        return replace(
            self,
            typed={**self.typed, slug: typed},
            checked=self.checked | {slug} if is_checked else self.checked - {slug},
            was_trapped=self.was_trapped or was_trapped,
        )

    @cached_property
    @sensitive_variables()
    def reading(self) -> ReadAnswers:
        """What the answers come to. Each page that was answered is checked for it, so nobody reads twice."""
        return read_typed(self.offered, self.typed, self.checked)


def _names(state: DraftState | type[DraftState]) -> list[str]:
    return [one.name for one in fields(state)]
