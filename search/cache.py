"""Small things that every page needs, read once and kept until the change log moves, in every process."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from search.changelog.log import head, record_changes
from search.changelog.position import Position

T = TypeVar("T")


def cached_until_change(read: Callable[[], T]) -> Callable[[], T]:
    """Keep what a reader gives until the change log moves; then it is read again. One small query a call.

    For what changes seldom and always leaves a row in the log: through a registration, or `log_changes_of`. The
    answer is shared, so nobody may change it.
    """

    # The newest place and one before it: a process that lags a moment must not make the others read anew.
    @lru_cache(maxsize=2)
    def read_at(position: Position) -> T:
        return read()

    @wraps(read)
    def kept() -> T:
        # The place first: what is read after it is at least as new.
        return read_at(head())

    return kept


def log_changes_of(kind: str, *models: type[Model]) -> None:
    """Append a row to the change log whenever an object of these models is saved or deleted.

    kind stands for no document, so nothing is indexed. Call it in `AppConfig.ready()`.
    """

    def changed(instance: Model, **kwargs: Any) -> None:
        record_changes(kind, [f"{instance._meta.model_name}-{instance.pk}"])

    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(changed, sender=model, weak=False, dispatch_uid=f"{kind}.{model.__name__}")
