"""The engine this process searches with: the embedded one, or a server with the embedded one standing by."""

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from search.engines.base import Engine, Searcher
from search.registry import named_facets, registrations

if TYPE_CHECKING:
    from search.engines.distributed.engine import DistributedEngine
    from search.engines.distributed.settings import ServerSettings
    from search.engines.embedded.engine import EmbeddedEngine
    from search.engines.guarded import GuardedEngine

Content = tuple[tuple[str, int], ...]


def current_engine() -> Searcher:
    """What answers searches of the registered kinds, one for each process."""
    return _guarded(*_what()) if has_server() else local_engine()


def local_engine() -> Engine:
    """The embedded engine, which every process follows the change log with."""
    return _local(*_what())


def server_engine() -> "DistributedEngine | None":
    """The engine of the server, which the search worker keeps up to date. None without a server."""
    return _guarded(*_what()).server if has_server() else None


def has_server() -> bool:
    """Whether a server was chosen."""
    return bool(getattr(settings, "SEARCH_URL", ""))


def _what() -> tuple[Path, Content, tuple[str, ...], int]:
    content = tuple((registration.kind, registration.version) for registration in registrations())
    # A forked worker must not share open readers with its parent.
    return Path(settings.SEARCH_INDEX_DIR), content, named_facets(), os.getpid()


@lru_cache(maxsize=8)
def _local(folder: Path, content: Content, facets: tuple[str, ...], process: int) -> "EmbeddedEngine":
    # Imported late: only the process that searches loads Tantivy.
    from search.engines.embedded.engine import EmbeddedEngine

    return EmbeddedEngine(folder, content, facets)


def _guarded(folder: Path, content: Content, facets: tuple[str, ...], process: int) -> "GuardedEngine":
    # Imported late: only who has a server loads its client.
    from search.engines.distributed.settings import server_settings

    return _guarded_at(server_settings(), folder, content, facets, process)


@lru_cache(maxsize=8)
def _guarded_at(
    server: "ServerSettings | None", folder: Path, content: Content, facets: tuple[str, ...], process: int
) -> "GuardedEngine":
    from search.engines.distributed.engine import DistributedEngine
    from search.engines.distributed.server import Server
    from search.engines.guarded import GuardedEngine

    assert server is not None  # noqa: S101  asked for only where there is a server

    standby = _local(folder, content, facets, process)
    return GuardedEngine(DistributedEngine(Server(server), standby, content, facets), standby)
