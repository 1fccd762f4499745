"""The embedded engine beside bare Tantivy: the same documents, the same questions, one run.

Bare Tantivy is what one would write for exactly one question: an index with the fields it needs and the calls it
needs. It has no typing errors, no ranks, no unfinished words, no synonyms, and near a place it takes a square for a
circle. Run with `python -m benchmarks.engine`, or with other sizes: `python -m benchmarks.engine 10000`.
"""

import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

import django

SIZES = (10_000, 100_000)
BATCH = 5_000
SHOWN = 20
COMPARED = ("word in half of all", "the same, two filters", "two words", "word within 16 km", "word within 80 km")


def main(sizes: list[int]) -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine

    print(machine(), "\n")
    for size in sizes:
        ours, bare = embedded(size), BareIndex(size)
        print(f"{size:,} services: {SHOWN} hits, the count and two facets over all of them, in ms")
        print(f"  {'':34}{'engine p50':>11}{'p95':>8}{'bare p50':>10}{'p95':>8}{'ratio':>7}{'CPU ratio':>11}")
        for name, ask_ours, ask_bare in questions(ours, bare):
            agree(name, ask_ours(), ask_bare())
            first, second = Measured.in_turn(ask_ours, ask_bare)
            print(
                f"  {name:34}{first.p50:11.2f}{first.p95:8.2f}{second.p50:10.2f}{second.p95:8.2f}"
                f"{first.p50 / second.p50:7.2f}{first.cpu / second.cpu:11.2f}"
            )
        print()


Answer = tuple[int, dict[str, dict[str, int]]]
Question = Callable[[], Answer]


def questions(ours: Any, bare: "BareIndex") -> Iterator[tuple[str, Question, Question]]:
    """Each kind of question, to be put to both; another one of its kind every time."""
    from benchmarks.questions import asked

    for name in COMPARED:
        first, second = (asked(name, facets=("need", "area"), limit=SHOWN, snippets=False) for _ in range(2))
        yield name, partial(ask, ours, first), partial(lambda queries: bare.ask(next(queries)), second)


def ask(engine: Any, queries: Iterator[Any]) -> Answer:
    """Ask the embedded engine the next question."""
    result = engine.search(next(queries))
    return result.total, result.facets


def agree(name: str, ours: Answer, bare: Answer) -> None:
    """Both must count the same. A square holds more than a circle, which is all the difference there may be."""
    if "km" in name:
        assert 0 < ours[0] <= bare[0], f"{name}: {ours[0]} is more than {bare[0]}"
    else:
        assert ours == bare, f"{name}: {ours[0]} is not {bare[0]}"


def embedded(size: int) -> Any:
    """The embedded engine with so many services."""
    from benchmarks.search import embedded_engine

    return embedded_engine(size)


class BareIndex:
    """Tantivy with nothing around it."""

    def __init__(self, size: int) -> None:
        import tantivy

        from benchmarks.settings import SCRATCH
        from benchmarks.synthetic import rows

        folder = SCRATCH / f"bare-{size}"
        folder.mkdir()
        self.schema = bare_schema()
        index = tantivy.Index(self.schema, str(folder))
        writer = index.writer(256_000_000, 1)
        source = rows(size)
        while batch := list(islice(source, BATCH)):
            for row in batch:
                writer.add_document(bare_entry(row))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()
        self.stem = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self.analyzer = self.stem.filter(tantivy.Filter.stemmer("english")).build()

    def ask(self, query: Any) -> Answer:
        """Put a question to it."""
        from tantivy import Occur, Query

        words = self.analyzer.analyze(query.text)
        clauses = [(Occur.Must, self.word(word)) for word in words]
        bonus = [(Occur.Should, self.phrase(words))] if len(words) > 1 else []
        if query.near:
            clauses.append((Occur.Must, self.around(query)))
        chosen = {
            facet: Query.boolean_query(
                [(Occur.Should, Query.term_query(self.schema, facet, value, "basic")) for value in values]
            )
            for facet, values in query.filters.items()
        }
        found: Any = self.searcher.search(
            Query.boolean_query([*clauses, *bonus, *((Occur.Must, one) for one in chosen.values())]), query.limit
        )
        shown = [self.searcher.doc(address).to_dict() for _, address in found.hits]
        assert shown
        counts: dict[str, dict[str, int]] = {}
        groups: dict[str, list[str]] = {}
        for facet in query.facets:
            groups.setdefault(facet if facet in chosen else "", []).append(facet)
        for without, facets in groups.items():
            others = [(Occur.Must, one) for facet, one in chosen.items() if facet != without]
            asked = {facet: {"terms": {"field": facet, "size": 1_000}} for facet in facets}
            answer = self.searcher.aggregate(Query.boolean_query([*clauses, *others]), asked)
            for facet in facets:
                counts[facet] = {bucket["key"]: bucket["doc_count"] for bucket in answer[facet]["buckets"]}
        return found.count, counts

    def word(self, word: str) -> Any:
        """Matches a word in title or summary, the title counting more."""
        from tantivy import Occur, Query

        title = Query.boost_query(Query.term_query(self.schema, "title", word), 3.0)
        return Query.boolean_query(
            [(Occur.Should, title), (Occur.Should, Query.term_query(self.schema, "summary", word))]
        )

    def phrase(self, words: list[str]) -> Any:
        """Matches words next to each other."""
        from tantivy import Occur, Query

        terms: list[str | tuple[int, str]] = [*words]
        phrases = [Query.phrase_query(self.schema, name, terms) for name in ("title", "summary")]
        return Query.boolean_query([(Occur.Should, phrase) for phrase in phrases])

    def around(self, query: Any) -> Any:
        """Matches what covers the place, or lies in a square around it."""
        import math

        from tantivy import FieldType, Occur, Query

        from search.engines.embedded.geo.grid import EARTH_RADIUS_KM

        north = math.degrees(query.radius_km / EARTH_RADIUS_KM)
        east = north / math.cos(math.radians(query.near.latitude + north))
        ranges = (("latitude", query.near.latitude, north), ("longitude", query.near.longitude, east))
        square = Query.boolean_query(
            [
                (Occur.Must, Query.range_query(self.schema, name, FieldType.Float, middle - reach, middle + reach))
                for name, middle, reach in ranges
            ]
        )
        covering = [(Occur.Should, Query.term_query(self.schema, "area", code, "basic")) for code in query.areas]
        return Query.boolean_query([(Occur.Should, square), *covering])


def bare_schema() -> Any:
    """The fields that the questions need."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for name in ("title", "summary"):
        builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
    builder.add_text_field("url", stored=True, tokenizer_name="raw")
    for name in ("need", "area"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("latitude", "longitude"):
        builder.add_float_field(name, fast=True, indexed=True)
    return builder.build()


def bare_entry(row: Any) -> Any:
    """One service."""
    import tantivy

    entry = tantivy.Document()
    entry.add_text("title", row.title)
    entry.add_text("summary", row.summary)
    entry.add_text("url", f"/services/{row.number}/")
    entry.add_text("need", row.need)
    entry.add_text("area", row.area)
    entry.add_float("latitude", row.point[0])
    entry.add_float("longitude", row.point[1])
    return entry


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
