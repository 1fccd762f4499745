"""Which generation is served and which is being built: two aliases, and a lock for whoever builds."""

import secrets
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from search.engines.base import IndexBusy, IndexUnwritable, QueryRefused, ServerUnavailable
from search.engines.distributed import fields
from search.engines.distributed.server import IndexMissing, Server

# A build renews its lock with every batch. One that stands still for longer may be taken over.
LOCK_SECONDS = 120.0
LOCK_ID = "building"


class ServerGenerations:
    """The generations of one layout."""

    def __init__(self, server: Server, layout: str) -> None:
        prefix = server.settings.prefix
        self._server = server
        self.served = f"{prefix}-{layout}"
        self.upcoming = f"{prefix}-{layout}-upcoming"
        self._locks = f"{prefix}-locks"

    def named(self, alias: str) -> str | None:
        """The generation behind an alias. Raises ServerUnavailable."""
        try:
            return max(self._server.ask("GET", f"/_alias/{alias}", patient=True), default=None)
        except IndexMissing:
            return None

    def create(self) -> str:
        """Make a new upcoming generation, let go of the one before it, and return its name."""
        server, former = self._server, self.named(self.upcoming)
        name = f"{self.served}-{int(time.time() * 1_000):013d}-{secrets.token_hex(2)}"
        body = fields.index_body(server.dialect.similarity, server.settings.shards)
        with _writing():
            server.ask("PUT", f"/{name}", {**body, "aliases": {self.upcoming: {}}}, patient=True)
        if former:
            self.remove(former)
        return name

    def promote(self) -> None:
        """Put the upcoming generation in the place of the served one, in one step."""
        new, old = self.named(self.upcoming), self.named(self.served)
        if new is None:
            raise IndexUnwritable("the index that was being built is gone")
        actions: list[dict[str, Any]] = [
            {"add": {"index": new, "alias": self.served}},
            {"remove": {"index": new, "alias": self.upcoming}},
        ]
        if old and old != new:
            actions.insert(0, {"remove": {"index": old, "alias": self.served}})
        with _writing():
            self._server.ask("POST", "/_aliases", {"actions": actions}, patient=True)
        if old and old != new:
            # A search that was on its way to it still gets its answer.
            time.sleep(2 * self._server.settings.seconds)
            self.remove(old)

    def remove(self, name: str) -> None:
        """Remove a generation, unless it is gone already."""
        try:
            with _writing():
                self._server.ask("DELETE", f"/{name}", patient=True)
        except IndexMissing:
            return

    @contextmanager
    def building(self) -> Iterator["BuildLock"]:
        """The right to build, for one process of all machines. Raises IndexBusy."""
        lock = BuildLock(self._server, self._locks, self.served)
        lock.take()
        try:
            yield lock
        finally:
            lock.let_go()


class BuildLock:
    """A document that says who builds, and until when that holds."""

    def __init__(self, server: Server, index: str, name: str) -> None:
        self._server = server
        self._path = f"/{index}/_doc/{name}"
        self._owner = f"{socket.gethostname()}-{secrets.token_hex(8)}"
        self._held: dict[str, Any] = {}
        self._renewed = 0.0

    def take(self) -> None:
        """Write our name where there is none, or one that has lapsed."""
        try:
            found = self._server.ask("GET", self._path, patient=True)
        except IndexMissing:
            self._make_index()
            found = {}
        if found and found["_source"]["until"] > time.time():
            raise IndexBusy("another process builds the index on the server")
        condition = {name: found[f"_{name}"] for name in ("seq_no", "primary_term")} if found else {}
        self._write(**({f"if_{name}": value for name, value in condition.items()} or {"op_type": "create"}))

    def _make_index(self) -> None:
        """Not left to the first document: a server may be told to make no index by itself."""
        body = {"settings": {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1"}}}
        with suppress(QueryRefused):
            self._server.ask("PUT", self._path.partition("/_doc")[0], body, patient=True)

    def renew(self) -> None:
        """Hold it for longer. Raises IndexBusy when somebody else has taken it over."""
        if time.monotonic() - self._renewed > LOCK_SECONDS / 4:
            self._write(if_seq_no=self._held["_seq_no"], if_primary_term=self._held["_primary_term"])

    def let_go(self) -> None:
        """Leave it to the next one. What cannot be said now lapses by itself."""
        try:
            self._server.ask(
                "DELETE",
                self._path,
                if_seq_no=self._held["_seq_no"],
                if_primary_term=self._held["_primary_term"],
            )
        except (IndexMissing, QueryRefused, ServerUnavailable):
            return

    def _write(self, **conditions: Any) -> None:
        source = {"owner": self._owner, "until": time.time() + LOCK_SECONDS}
        try:
            with _writing():
                self._held = self._server.ask("PUT", self._path, source, patient=True, **conditions)
        except IndexUnwritable as fault:
            raise IndexBusy("another process builds the index on the server") from fault
        self._renewed = time.monotonic()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except QueryRefused as fault:
        raise IndexUnwritable(str(fault)) from fault
