"""One cluster: requests, and what becomes of those that fail."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from search.engines.base import IndexBroken, IndexUnwritable, QueryRefused, ServerUnavailable
from search.engines.distributed.dialect import PATIENCE_SECONDS, Dialect, Refused, Unreachable, dialect_of
from search.engines.distributed.settings import ServerSettings

NOT_FOUND, CONFLICT, TOO_MANY, SERVER_FAULT = 404, 409, 429, 500
# A server that says so is not at our service, though nothing is wrong with the index.
UNAVAILABLE = frozenset((401, 403, 408, TOO_MANY))
# It says so with the status of a fault of its own, but the next query may be to its liking.
TOO_LONG = frozenset(("too_many_clauses", "too_many_nested_clauses"))
# Pauses before writing once more what a busy or restarting server refused.
PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
LARGEST_REQUEST = 5_000_000

# What is to be written: the action with its metadata, and the document unless it is to be removed.
Action = tuple[dict[str, Any], Any]
Body = dict[str, Any]


class IndexMissing(IndexBroken):
    """The server has no such index."""


class Server:
    """Speaks to one cluster."""

    def __init__(self, settings: ServerSettings, dialect: Dialect | None = None) -> None:
        self.settings = settings
        self.dialect = dialect or dialect_of(settings)
        # Several shards score alike only when they first put their counts of words together.
        self._header = {"search_type": "dfs_query_then_fetch"} if settings.shards > 1 else {}

    def ask(self, method: str, path: str, body: Any = None, *, patient: bool = False, **parameters: Any) -> Any:
        """One request. Raises ServerUnavailable, IndexMissing or QueryRefused."""
        seconds = PATIENCE_SECONDS if patient else self.settings.seconds
        return self._ask(method, path, body, parameters, seconds=seconds)

    def search_each(self, index: str, bodies: Sequence[Body], seconds: float | None = None) -> list[Body]:
        """The answers to several searches, in one round trip. Raises like `ask`; a part of an answer is none.

        seconds says how long to wait, when it is not as long as the settings say.
        """
        seconds = self.settings.seconds if seconds is None else seconds
        if seconds <= 0:
            raise ServerUnavailable("the search server takes too long")
        lines = [line for body in bodies for line in (self._header, body)]
        answer = self._ask("POST", f"/{index}/_msearch", lines, {}, lines=True, seconds=seconds)
        found: list[Body] = answer["responses"]
        for one in found:
            status = one.get("status", 200)
            if "error" in one:
                raise self._fault(status, _cause(one["error"]))
            if one.get("timed_out") or one["_shards"]["failed"]:
                raise ServerUnavailable("a part of the index did not answer")
        return found

    def write(
        self, index: str, actions: Sequence[Action], *, wait: Callable[[float], object] = time.sleep
    ) -> list[str]:
        """Write or remove documents; what a busy server refuses is sent again after a pause.

        An older version of what is there already is left out. Returns the names of documents that the server will
        never take. Raises IndexUnwritable when it goes on refusing, or ServerUnavailable.
        """
        rejected: list[str] = []
        waiting = list(actions)
        for pause in (*PAUSES, None):
            try:
                waiting, refused = self._written(index, waiting)
                rejected += refused
            except ServerUnavailable:
                if pause is None:
                    raise
            if not waiting:
                return rejected
            if pause is not None:
                wait(pause)
        raise IndexUnwritable(f"the server refused {len(waiting)} documents")

    def _written(self, index: str, actions: Sequence[Action]) -> tuple[list[Action], list[str]]:
        """What was not written yet, and what never will be."""
        again: list[Action] = []
        rejected: list[str] = []
        for part in _portions(actions):
            lines = [line for action, source in part for line in ((action,) if source is None else (action, source))]
            answer = self._ask(
                "POST",
                f"/{index}/_bulk",
                lines,
                {"filter_path": "errors,items.*.status,items.*._id"},
                lines=True,
                seconds=PATIENCE_SECONDS,
            )
            if not answer.get("errors"):
                continue
            for action, item in zip(part, answer["items"], strict=True):
                ((_, outcome),) = item.items()
                status = outcome["status"]
                if status == TOO_MANY or status >= SERVER_FAULT:
                    again.append(action)
                elif status >= 400 and status not in (CONFLICT, NOT_FOUND):
                    rejected.append(outcome["_id"])
        return again, rejected

    def _ask(
        self,
        method: str,
        path: str,
        body: Any,
        parameters: dict[str, Any],
        *,
        lines: bool = False,
        seconds: float,
    ) -> Any:
        try:
            return self.dialect.ask(method, path, parameters, body, lines=lines, seconds=seconds)
        except Unreachable as fault:
            raise ServerUnavailable(f"the search server does not answer: {fault}") from fault
        except Refused as fault:
            raise self._fault(fault.status, str(fault)) from fault

    def _fault(self, status: int, reason: str) -> IndexBroken:
        if status == NOT_FOUND:
            return IndexMissing(f"the search server has no such index: {reason}")
        if reason not in TOO_LONG and (status in UNAVAILABLE or status >= SERVER_FAULT):
            return ServerUnavailable(f"the search server says {reason or status}")
        return QueryRefused(f"the search server refuses a request: {reason or status}")


def _cause(error: dict[str, Any]) -> str:
    """The type of what went wrong in the first part of an index, which says more than that of the whole."""
    causes = error.get("root_cause") or [error]
    return str(causes[0].get("type", ""))


def _portions(actions: Sequence[Action]) -> Iterator[list[Action]]:
    """Cut into requests that are not too large."""
    part: list[Action] = []
    size = 0
    for action in actions:
        weight = _weight(action[1])
        if part and size + weight > LARGEST_REQUEST:
            yield part
            part, size = [], 0
        part.append(action)
        size += weight
    if part:
        yield part


def _weight(source: Any) -> int:
    if isinstance(source, str):
        return len(source)
    if isinstance(source, dict):
        return sum(map(_weight, source.values())) + 20 * len(source)
    if isinstance(source, list | tuple):
        return sum(map(_weight, source))
    return 10
