"""The embedded engine: generations of Tantivy indexes in one folder."""

import contextlib
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock

from search.changelog.position import Position
from search.engines.base import IndexBroken, IndexUnwritable, Progress
from search.engines.embedded.analysis import Analysis
from search.engines.embedded.execute import QueryExecution, execute, fetch_hits
from search.engines.embedded.explaining import explain
from search.engines.embedded.matching.completion import complete
from search.engines.embedded.matching.expansion import Expansion
from search.engines.embedded.storage.errors import OpeningRefused, reading
from search.engines.embedded.storage.generations import SERVED, UPCOMING, Generations
from search.engines.embedded.storage.index import TantivyIndex
from search.engines.embedded.storage.layout import layout_name
from search.explanation import Explanation
from search.query import Completion, Hit, SearchQuery, SearchResult
from search.text.phrases import NO_THESAURUS, Thesaurus


class EmbeddedEngine:
    """Searches in this process; shares its folder with other processes of this machine."""

    def __init__(self, folder: Path, content: tuple[tuple[str, int], ...] = (), facets: tuple[str, ...] = ()) -> None:
        """folder holds all layouts; content lists the indexed kinds with their versions, facets their facets."""
        self.analysis = Analysis()
        self.folder = folder / layout_name(content, facets, self.analysis)
        self._facets = facets
        self._generations = Generations(self.folder)
        self._unexpanded = self._expansion = Expansion(NO_THESAURUS, self.analysis)
        self._open: dict[str, TantivyIndex] = {}
        self._lock = Lock()

    def live(self) -> TantivyIndex | None:
        with contextlib.suppress(IndexBroken):
            return self._opened(SERVED)
        return None

    def upcoming(self) -> TantivyIndex | None:
        with contextlib.suppress(IndexBroken):
            return self._opened(UPCOMING)
        return None

    def building(self) -> AbstractContextManager[None]:
        return self._generations.building()

    def begin(self, position: Position) -> TantivyIndex:
        name = self._generations.new_name()
        folder, progress = self._generations.folder(name), Progress(position, building=True)
        index = TantivyIndex.create(folder, self.analysis, progress, self._facets)
        with self._lock:
            self._open[name] = index
        self._generations.assign(UPCOMING, name)
        return index

    def promote(self) -> None:
        name = self._generations.named(UPCOMING)
        if name is None:
            raise IndexUnwritable("the index that was being built is gone")
        self._generations.assign(SERVED, name)
        self._generations.vacate(UPCOMING)
        self._clear_all_but(name)

    def abandon(self) -> None:
        if self.live() is not None:
            self._generations.vacate(UPCOMING)
            self._clear_all_but(self._generations.named(SERVED))

    def discard_if_broken(self) -> bool:
        name = self._generations.named(SERVED)
        if name is None:
            return True
        folder = self._generations.folder(name)
        try:
            with reading():
                fresh = TantivyIndex.open(folder, self.analysis, self._facets)
                fresh.progress  # noqa: B018  reading it is the test
                next(fresh.fingerprints(), None)
        except OpeningRefused:
            return False
        except IndexBroken:
            self._generations.vacate(SERVED)
            shutil.rmtree(folder, ignore_errors=True)
            with self._lock:
                self._open.pop(name, None)
            return True
        with self._lock:
            self._open[name] = fresh
        return False

    def search(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> SearchResult:
        index = self._opened(SERVED) or self._opened(UPCOMING)
        if index is None:
            return SearchResult(facets={facet: {} for facet in query.facets})
        with reading():
            return execute(query, index, self.expansion_of(thesaurus))

    def search_each(self, queries: Sequence[SearchQuery], thesaurus: Thesaurus = NO_THESAURUS) -> list[SearchResult]:
        return [self.search(query, thesaurus) for query in queries]

    def named(self, identities: Sequence[str]) -> dict[str, Hit]:
        index = self._opened(SERVED) or self._opened(UPCOMING)
        if index is None:
            return {}
        with reading():
            return fetch_hits(identities, index)

    def complete(self, query: SearchQuery) -> tuple[Completion, ...]:
        index = self._opened(SERVED) or self._opened(UPCOMING)
        if index is None:
            return ()
        with reading():
            return complete(query, index)

    def complete_each(self, queries: Sequence[SearchQuery]) -> list[tuple[Completion, ...]]:
        return [self.complete(query) for query in queries]

    def explain(self, query: SearchQuery, thesaurus: Thesaurus = NO_THESAURUS) -> Explanation:
        index = self._opened(SERVED) or self._opened(UPCOMING)
        if index is None:
            return Explanation()
        with reading():
            return explain(QueryExecution(query, index, index.searcher(), self.expansion_of(thesaurus)))

    def _clear_all_but(self, name: str | None) -> None:
        """Remove generations without a role, and close them: an open file keeps its room on the disk."""
        with self._lock:
            self._open = {kept: index for kept, index in self._open.items() if kept == name}
        self._generations.tidy()

    def expansion_of(self, thesaurus: Thesaurus) -> Expansion:
        """Editors' words in the form in which engines look them up; kept until they change."""
        if thesaurus is NO_THESAURUS:
            # What a search without a text comes with. The next one with a text finds its own where it was: making it
            # anew takes far longer than the search.
            return self._unexpanded
        expansion = self._expansion
        if expansion.thesaurus is not thesaurus:
            if expansion.thesaurus == thesaurus:
                # Equal words that were read anew. With the new object kept, the next check is one of identity:
                # comparing by value would go through thousands of words with each search.
                expansion.thesaurus = thesaurus
            else:
                self._expansion = expansion = Expansion(thesaurus, self.analysis)
        return expansion

    def _opened(self, role: str) -> TantivyIndex | None:
        name = self._generations.named(role)
        if name is None:
            return None
        with self._lock:
            index = self._open.get(name)
            if index is None:
                index = TantivyIndex.open(self._generations.folder(name), self.analysis, self._facets)
                self._open[name] = index
            return index
