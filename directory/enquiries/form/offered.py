"""What can be chosen in an enquiry: the settings, needs and establishments that editors offer."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from directory.models import Taxonomy, TaxonomyTerm
from directory.vocabulary.labels import read_establishments

Choices = tuple[tuple[str, str], ...]
# The question that offers each of them.
OFFERED_BY = {"setting": "settings", "needs": "needs", "establishment": "establishments"}


@dataclass(frozen=True, slots=True)
class Offered:
    """Pairs of a slug, or a code, and a name. As they stood when an enquiry was begun: a term may go meanwhile."""

    settings: Choices = ()
    needs: Choices = ()
    establishments: Choices = ()

    @classmethod
    def read(cls) -> "Offered":
        """What is offered now."""
        return cls(_terms(Taxonomy.SETTING), _terms(Taxonomy.NEED), tuple(read_establishments().items()))

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> "Offered":
        """Rebuild from `to_stored`."""
        return cls(**{name: tuple((slug, label) for slug, label in stored.get(name, ())) for name in cls.__slots__})

    def to_stored(self) -> dict[str, Any]:
        """As plain values, without what is empty."""
        return {name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}

    def only(self, fields: Collection[str]) -> "Offered":
        """What these questions offer and nothing else."""
        return Offered(**{name: getattr(self, name) for field, name in OFFERED_BY.items() if field in fields})


def _terms(taxonomy: str) -> Choices:
    return tuple(TaxonomyTerm.objects.of(taxonomy).offered().values_list("slug", "name"))
