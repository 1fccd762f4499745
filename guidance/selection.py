"""Which guides a reader asked for: by their role, by nation, or as a list of questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from search.text.lists_in_words import listed

from .choices import Jurisdiction, ReaderRole
from .outline import GuideEntry, Outline, StageEntry

QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that changes one thing of the selection."""

    label: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What stands in the address: `?for=hr&in=scotland&by=questions`. Whatever is unknown there is left out."""

    role: str = ""
    nation: str = ""
    is_by_question: bool = False

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Selection":
        role, nation = query.get("for", ""), query.get("in", "")
        return cls(
            role=role if role in ReaderRole.values else "",
            nation=nation if nation in Jurisdiction.values else "",
            is_by_question=query.get("by") == QUESTIONS,
        )

    @property
    def is_made(self) -> bool:
        return self != Selection()

    @property
    def words(self) -> str:
        """What is shown, as the end of a heading: "for HR, in Scotland"."""
        role = _("for %(value)s") % {"value": ReaderRole(self.role).label} if self.role else ""
        nation = _("in %(value)s") % {"value": Jurisdiction(self.nation).label} if self.nation else ""
        return listed((role, nation))

    @property
    def address(self) -> str:
        """The query string; empty for all guides. It leads back to the whole list as well."""
        by = QUESTIONS if self.is_by_question else ""
        chosen = {"for": self.role, "in": self.nation, "by": by}
        return (
            f"?{urlencode({name: value for name, value in chosen.items() if value})}" if any(chosen.values()) else ""
        )

    @property
    def roles(self) -> tuple[Choice, ...]:
        return tuple(self._choice(label, self.role == value, role=value) for value, label in ReaderRole.choices)

    @property
    def nations(self) -> tuple[Choice, ...]:
        return tuple(self._choice(label, self.nation == value, nation=value) for value, label in Jurisdiction.choices)

    @property
    def by_question(self) -> Choice:
        return self._choice(_("All questions"), self.is_by_question, is_by_question=True)

    def of(self, outline: Outline) -> tuple[tuple[StageEntry, tuple[GuideEntry, ...]], ...]:
        """Each stage that has such guides, with them."""
        found = ((stage, tuple(filter(self._suits, stage.guides))) for stage in outline.stages)
        return tuple((stage, guides) for stage, guides in found if guides)

    def questions_of(self, outline: Outline) -> Iterator[tuple[StageEntry, list[tuple[str, GuideEntry]]]]:
        """Each stage with the questions of such guides, and the guide that answers."""
        for stage, guides in self.of(outline):
            asked = [(question, guide) for guide in guides for question in guide.questions]
            if asked:
                yield stage, asked

    def _suits(self, guide: GuideEntry) -> bool:
        return (not self.role or self.role in guide.roles) and (not self.nation or self.nation in guide.jurisdictions)

    def _choice(self, label: str, is_chosen: bool, **change: object) -> Choice:
        """Pressed again, what is chosen is chosen no longer."""
        undone = {name: False if value is True else "" for name, value in change.items()}
        return Choice(label, replace(self, **(undone if is_chosen else change)).address, is_chosen)
