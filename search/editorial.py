"""What editors decided, as the search uses it. A decision is live with the next search, in every process."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models.signals import post_delete, post_save

from search.changes import record_changes
from search.engines.base import Position
from search.models import Synonym
from search.synonyms import Rules, read_rules

# Rows of the change log with this kind stand for no document; they move the log on, and that is the point.
KIND = "editorial"


@dataclass(frozen=True, slots=True)
class Editorial:
    """Everything editors decided."""

    synonyms: Rules = ()


@lru_cache(maxsize=4)
def editorial_at(position: Position) -> Editorial:
    """What holds when the change log stands here. One query when the log has moved, none when not."""
    return Editorial(synonyms=read_rules(Synonym.objects.values_list("terms", flat=True)))


def watch_editorial() -> None:
    """Note every change of what editors decide in the change log."""
    for model in (Synonym,):
        for signal in (post_save, post_delete):
            signal.connect(_changed, sender=model, dispatch_uid=f"search.editorial.{model.__name__}")


def _changed(instance: Any, **kwargs: Any) -> None:
    record_changes(KIND, [f"{instance._meta.model_name}-{instance.pk}"])
