"""The distributed engine: generations of indexes on a server, and the answers that come from there."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from search.changelog.position import Position
from search.document import identity
from search.engines.base import IndexBroken, Progress, ServerUnavailable
from search.engines.distributed import fields
from search.engines.distributed.answers import Answering, StrategyAttempt, plain_snippet, record_of
from search.engines.distributed.bodies import Body
from search.engines.distributed.completion import completed, completion_bodies
from search.engines.distributed.explaining import explain
from search.engines.distributed.generations import BuildLock, ServerGenerations
from search.engines.distributed.index import ServerIndex, progress_of
from search.engines.distributed.server import Server
from search.engines.distributed.vocabulary import LocalIndex
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.execute import hit_of
from search.engines.embedded.storage import schema
from search.explanation import Explanation
from search.query import Completion, Hit, SearchQuery, SearchResult
from search.text.phrases import NO_THESAURUS, Thesaurus

PROGRESS_BODY: Body = {
    "query": {"ids": {"values": [fields.PROGRESS_ID]}},
    "_source": [fields.PROGRESS, fields.LAYOUT],
    "size": 1,
}


class DistributedEngine:
    """Searches on a server. The embedded engine that stands by tells it which words there are."""

    def __init__(
        self,
        server: Server,
        standby: EmbeddedEngine,
        content: tuple[tuple[str, int], ...] = (),
        facets: tuple[str, ...] = (),
    ) -> None:
        """content lists the indexed kinds with their versions, facets their facets."""
        self.server = server
        self.standby = standby
        self._analysis = standby.analysis
        self._layout = fields.layout_name(
            content, facets, self._analysis, server.dialect.similarity, server.settings.shards
        )
        self._generations = ServerGenerations(server, self._layout)
        self._opened: dict[str, ServerIndex] = {}
        self._lock: BuildLock | None = None
        # The server gives up a little before this process does, so that it does not go on for nobody.
        self._timeout = f"{max(int(server.settings.seconds * 900), 1)}ms"

    def live(self) -> ServerIndex | None:
        return self._named(self._generations.served)

    def upcoming(self) -> ServerIndex | None:
        return self._named(self._generations.upcoming)

    @contextmanager
    def building(self) -> Iterator[None]:
        with self._generations.building() as lock:
            self._lock = lock
            try:
                yield
            finally:
                self._lock = None

    def begin(self, position: Position) -> ServerIndex:
        index = self._index(self._generations.create())
        with index.session() as session:
            session.apply((), (), Progress(position, building=True))
        return index

    def promote(self) -> None:
        self._generations.promote()

    def abandon(self) -> None:
        name = self._generations.named(self._generations.upcoming)
        if name and self.live() is not None:
            self._generations.remove(name)

    def discard_if_broken(self) -> bool:
        """Whether what is served has no progress of this layout; a server that does not answer proves nothing."""
        index = self.live()
        if index is None:
            return True
        try:
            index.progress  # noqa: B018  reading it is the test
        except ServerUnavailable:
            return False
        except IndexBroken:
            self._generations.remove(index.name)
            return True
        return False

    def search(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> SearchResult:
        return self.answer_each([query], thesaurus)[0][0]

    def search_each(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus = NO_THESAURUS) -> list[SearchResult]:
        return self.answer_each(queries, thesaurus)[0]

    def answer_each(
        self, queries: Sequence[SearchQuery], thesaurus: Thesaurus = NO_THESAURUS
    ) -> tuple[list[SearchResult], Progress]:
        """The answers to several queries, and how far the index has come that gave them. Raises IndexBroken."""
        answering = self._answering(queries, thesaurus)
        begun = time.monotonic()
        progress = self._ask([one.first() for one in answering], answering)
        later = [one.second() for one in answering]
        if any(later):
            # Two requests together take no longer than one may.
            progress = self._ask(later, answering, begun + self.server.settings.seconds - time.monotonic())
        with _damage_told():
            return [one.result() for one in answering], progress

    def searchable_progress(self) -> Progress:
        """How far what is found by now has come; as soon as a search would say. Raises IndexBroken."""
        return self._ask((), ())

    def named(self, identities: Sequence[str]) -> dict[str, Hit]:
        body = {
            "query": {"bool": {"filter": [{"ids": {"values": list(identities)}}, fields.IS_DOCUMENT]}},
            "_source": [schema.RECORD, schema.LONG_TEXT],
            "size": len(identities),
            "timeout": self._timeout,
        }
        found = self._searched([body])[0]["hits"]["hits"] if identities else ()
        with _damage_told():
            records = [(record_of(hit), hit["_source"].get(schema.LONG_TEXT, "")) for hit in found]
        hits = [hit_of(record, snippet=plain_snippet(record, body)) for record, body in records]
        return {identity(hit.kind, hit.key): hit for hit in hits}

    def complete(self, query: SearchQuery) -> tuple[Completion, ...]:
        return self.complete_each([query])[0]

    def complete_each(self, queries: Sequence[SearchQuery]) -> list[tuple[Completion, ...]]:
        bodies = [completion_bodies(query, self._analysis, self._timeout) for query in queries]
        answers = iter(self._searched([body for of_query in bodies for body in of_query]))
        with _damage_told():
            return [
                completed(query, [next(answers) for _ in of_query], self._analysis)
                for query, of_query in zip(queries, bodies, strict=True)
            ]

    def explain(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> Explanation:
        answering = self._answering([query], thesaurus)[0]
        for attempts in (answering.first, answering.second):
            self._ask([attempts()], [answering])
        with _damage_told():
            return explain(answering, self._searched)

    def _answering(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus) -> list[Answering]:
        local, expansion = self._local(), self.standby.expansion_of(thesaurus)
        return [Answering(query, local, expansion, self._timeout) for query in queries]

    def _ask(
        self, attempts: Sequence[list[StrategyAttempt]], answering: Sequence[Answering], seconds: float | None = None
    ) -> Progress:
        """Send some strategies for each query, all at once, and hand the answers out."""
        bodies = [body for of_query in attempts for attempt in of_query for body in attempt.bodies]
        progress, *answers = self._searched([PROGRESS_BODY, *bodies], seconds)
        following = iter(answers)
        for one, of_query in zip(answering, attempts, strict=True):
            for attempt in of_query:
                one.receive(attempt, [next(following) for _ in attempt.bodies])
            one.take(of_query)
        found = progress["hits"]["hits"]
        return progress_of(found[0]["_source"] if found else None, self._layout)

    def _searched(self, bodies: Sequence[Body], seconds: float | None = None) -> list[Body]:
        return self.server.search_each(self._generations.served, bodies, seconds) if bodies else []

    def _local(self) -> LocalIndex:
        try:
            index = self.standby.live()
            return LocalIndex(index, index.searcher() if index else None)
        except IndexBroken:
            return LocalIndex(None, None)

    def _named(self, alias: str) -> ServerIndex | None:
        name = self._generations.named(alias)
        return self._index(name) if name else None

    def _index(self, name: str) -> ServerIndex:
        # One object for one generation: whoever holds it can tell whether another one is served by now.
        if name not in self._opened:
            index = ServerIndex(self.server, name, self._layout, self._analysis, self._renew)
            self._opened = {**dict(list(self._opened.items())[-2:]), name: index}
        return self._opened[name]

    def _renew(self) -> None:
        if self._lock is not None:
            self._lock.renew()


@contextmanager
def _damage_told() -> Iterator[None]:
    """What is stored may be damaged, or written by something else."""
    try:
        yield
    except (KeyError, TypeError, ValueError) as fault:
        raise IndexBroken(f"what the search server holds cannot be read: {type(fault).__name__}") from fault
