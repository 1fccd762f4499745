"""A cache keyed by the newest row of the change log, so that no process shows what another has changed."""

from collections.abc import Callable
from functools import cache, lru_cache, wraps
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from search.changelog.log import head, record_changes
from search.changelog.position import Position
from search.languages import answered_language, spoken_language

T = TypeVar("T")


def cached_until_change(read: Callable[[], T]) -> Callable[[], T]:
    """Cache what a function without arguments returns until the change log has a new row. One small query a call.

    For what changes seldom and always leaves a row in the log: through a registration, or `log_changes_of`. The
    answer is shared, so nobody may change it. Each language has its own.
    """

    @cache
    def of(*languages: str) -> Callable[[Position], T]:
        # A slow thread may still ask for an earlier position. With room for two, that does not evict the newest.
        @lru_cache(maxsize=2)
        def read_at(position: Position) -> T:
            return read()

        return read_at

    @wraps(read)
    def kept() -> T:
        # The position is read before the value, so no value is older than the position it is cached under.
        return of(answered_language(), spoken_language())(head())

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
