"""The engine this process searches with."""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.registry import named_facets, registrations


def current_engine() -> Engine:
    """The engine for the registered kinds, one for each process."""
    content = tuple((registration.kind, registration.version) for registration in registrations())
    # A forked worker must not share open readers with its parent.
    return _engine(Path(settings.SEARCH_INDEX_DIR), content, named_facets(), os.getpid())


@lru_cache(maxsize=8)
def _engine(folder: Path, content: tuple[tuple[str, int], ...], facets: tuple[str, ...], process: int) -> Engine:
    # Imported late: only the process that searches loads Tantivy.
    from search.engines.embedded.engine import EmbeddedEngine

    return EmbeddedEngine(folder, content, facets)
