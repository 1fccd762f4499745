"""The interface of a search engine, which every engine implements and passes the same contract tests for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from search.changelog.position import Position
from search.document import Document
from search.explanation import Explanation
from search.query import Completion, Hit, SearchQuery, SearchResult
from search.text.phrases import NO_THESAURUS, Thesaurus


class IndexBusy(Exception):
    """Another process is writing; what is there can still be searched."""


class IndexBroken(Exception):
    """The index cannot be read and has to be built anew."""


class ServerUnavailable(IndexBroken):
    """The server does not answer, or says that it cannot. Nothing tells that its index is at fault."""


class QueryRefused(IndexBroken):
    """The server is well, but refuses this one query."""


class IndexUnwritable(Exception):
    """The index can be read but not written, as on a full or read-only disk."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an index has come.

    position is the last change applied. While the index is being built, building is True and cursor holds the
    kind and key of the last document written, or None before the first.
    """

    position: Position
    building: bool = False
    cursor: tuple[str, str] | None = None


class Session(Protocol):
    """The right to write to one index, held by one process."""

    @property
    def progress(self) -> Progress: ...

    def add(self, documents: Iterable[Document]) -> None:
        """Write documents that the index does not hold; they count with the next `apply`, all or nothing.

        Raises IndexUnwritable.
        """

    def apply(self, documents: Iterable[Document], removed: Sequence[str], progress: Progress) -> None:
        """Replace documents, drop those with the removed identities and note the progress, all or nothing.

        Raises IndexUnwritable.
        """


class Index(Protocol):
    """One generation of an index."""

    @property
    def progress(self) -> Progress:
        """How far it has come on disk, whichever process brought it there. Raises IndexBroken."""

    def session(self) -> AbstractContextManager[Session]:
        """Take the right to write. Raises IndexBusy, IndexBroken or IndexUnwritable."""

    def count(self) -> int:
        """How many documents it holds."""

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """The identity and fingerprint of every document."""


class Searcher(Protocol):
    """Answers questions."""

    def search(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> SearchResult:
        """Answer from the live generation, else from the upcoming one, else with nothing.

        A part of the text that a rule of synonyms names is also present where what it finds is, and a phrase that
        people say for a value of a facet where the value is.

        Raises IndexBroken when the index could not answer.
        """

    def search_each(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus = NO_THESAURUS) -> list[SearchResult]:
        """Answer several queries, in their order. Raises IndexBroken."""

    def named(self, identities: Sequence[str]) -> dict[str, Hit]:
        """The documents with these identities, as far as they are in the index. Raises IndexBroken."""

    def complete(self, query: SearchQuery) -> tuple[Completion, ...]:
        """What begins like the text of a query, of its kinds, at most its limit. Raises IndexBroken."""

    def complete_each(self, queries: Sequence[SearchQuery]) -> list[tuple[Completion, ...]]:
        """The same for several queries, in their order. Raises IndexBroken."""

    def explain(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> Explanation:
        """Why the hits of a query are in their order. Raises IndexBroken."""


class Engine(Searcher, Protocol):
    """Keeps the generation that is served and, beside it, the one that is being built."""

    def live(self) -> Index | None:
        """The generation that is served; None when there is none or it cannot be read."""

    def upcoming(self) -> Index | None:
        """The generation that is being built, if any."""

    def building(self) -> AbstractContextManager[None]:
        """The right to build, for one process at a time. Raises IndexBusy or IndexUnwritable."""

    def begin(self, position: Position) -> Index:
        """Start a new upcoming generation that will follow the log from this position."""

    def promote(self) -> None:
        """Serve the upcoming generation and let go of the others."""

    def abandon(self) -> None:
        """Let go of the upcoming generation, unless there is nothing else to search."""

    def discard_if_broken(self) -> bool:
        """Stop serving the live generation when it cannot be read. Returns whether it was so."""
