"""The embedded engine beside Wagtail's stock database search, both in one run on the same rows.

Run with `python -m benchmarks.search`.
"""

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Any

import django

SMALL, LARGE = 10_000, 100_000
BATCH = 5_000
REPETITIONS = 30
# The stock search takes seconds for one answer.
STOCK_REPETITIONS = 3


def main() -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; medians\n")
    small = embedded_engine(SMALL)
    load_stock(SMALL)
    print(f"One word that half of {SMALL:,} services hold: 20 hits, the count, and two facets over all of them")
    ours = report("embedded engine", lambda: search_embedded(small))
    counted = report("stock, 20 hits and count", lambda: search_stock(facets=False), STOCK_REPETITIONS)
    whole = report("stock, with two facets", lambda: search_stock(facets=True), STOCK_REPETITIONS)
    agree(small)
    print(f"  stock takes {counted / ours:,.0f} times as long, {whole / ours:,.0f} times with facets\n")
    measure_variety(small, SMALL)
    measure_variety(embedded_engine(LARGE), LARGE)


def measure_variety(engine: Any, count: int) -> None:
    """Print how the embedded engine answers different questions."""
    from benchmarks.synthetic import AREAS, COMMON_WORD
    from search.query import Point, SearchQuery

    glasgow = Point(55.8617, -4.2583)
    facets = ("need", "area", "setting")
    questions = {
        "word in half of all, three facets": SearchQuery(text=COMMON_WORD, facets=facets),
        "no text, three facets": SearchQuery(facets=facets),
        "two words": SearchQuery(text="recovery housing", facets=facets),
        "a typing error": SearchQuery(text="recvoery mentring", facets=facets),
        "two filters": SearchQuery(
            text=COMMON_WORD, filters={"need": ("housing", "work"), "area": AREAS[:10]}, facets=facets
        ),
        "within 16 km": SearchQuery(text=COMMON_WORD, near=glasgow, radius_km=16, areas=AREAS[:2], facets=facets),
        "within 80 km": SearchQuery(text=COMMON_WORD, near=glasgow, radius_km=80, areas=AREAS[:2], facets=facets),
        "by distance": SearchQuery(near=glasgow, sort="distance", areas=AREAS[:2], facets=facets),
        "page 50": SearchQuery(text=COMMON_WORD, offset=980, facets=facets),
    }
    print(f"Embedded engine, {count:,} services")
    for name, question in questions.items():
        report(name, partial(engine.search, question))
    measure_suggestions(engine)
    print()


def measure_suggestions(engine: Any) -> None:
    """Print how fast suggestions come for each letter of a few texts."""
    from search.query import SearchQuery

    texts = ("recovery", "mentoring 12", "counselling drop-in", "huosing caf", "mentring", "lived exp")
    taken = []
    for text in texts:
        for end in range(1, len(text) + 1):
            start = time.perf_counter()
            engine.complete(SearchQuery(text=text[:end], limit=8))
            taken.append((time.perf_counter() - start) * 1_000)
    slowest = statistics.quantiles(taken, n=20)[-1]
    print(f"  {'suggestions, p50 and p95':36}{statistics.median(taken):12,.2f} ms {slowest:,.2f} ms")


def report(name: str, task: Callable[[], object], repetitions: int = REPETITIONS) -> float:
    """Run a task several times, print the median and return it in milliseconds."""
    gc.collect()
    taken = []
    for _ in range(repetitions):
        start = time.perf_counter()
        task()
        taken.append((time.perf_counter() - start) * 1_000)
    median = statistics.median(taken)
    print(f"  {name:36}{median:12,.2f} ms")
    return median


def embedded_engine(count: int) -> Any:
    """An embedded engine that serves this many services."""
    from benchmarks.settings import SCRATCH
    from benchmarks.synthetic import FACETS, document_of, rows
    from search.changelog.position import Position
    from search.engines.base import Progress
    from search.engines.embedded.engine import EmbeddedEngine

    engine = EmbeddedEngine(SCRATCH / f"search-{count}", facets=FACETS)
    start = time.perf_counter()
    source = (document_of(row) for row in rows(count))
    with engine.building():
        with engine.begin(Position()).session() as session:
            while batch := list(islice(source, BATCH)):
                session.add(batch)
            session.apply((), (), Progress(Position()))
        engine.promote()
    size = sum(path.stat().st_size for path in engine.folder.rglob("*") if path.is_file())
    print(f"{count:,} services indexed in {time.perf_counter() - start:.1f} s, {size / 1e6:.0f} MB")
    return engine


def load_stock(count: int, backend: str = "default") -> None:
    """Fill the stock search with the same rows. backend: one of WAGTAILSEARCH_BACKENDS whose index is there."""
    from django.core.management import call_command
    from django.test import override_settings
    from wagtail.search.backends import get_search_backend

    from benchmarks.models import Listing
    from benchmarks.synthetic import rows

    # Its full-text table is in no model, so here migrations run: those of everything that it builds on.
    with override_settings(MIGRATION_MODULES={"benchmarks": None}):
        call_command("migrate", run_syncdb=True, verbosity=0)
    Listing.objects.bulk_create(
        [Listing(title=row.title, summary=row.summary, need=row.need, area=row.area) for row in rows(count)],
        batch_size=1_000,
    )
    start = time.perf_counter()
    index = get_search_backend(backend).get_index_for_model(Listing)
    index.add_items(Listing, list(Listing.objects.all()))
    print(f"{count:,} services indexed by the stock search in {time.perf_counter() - start:.1f} s\n")


def search_embedded(engine: Any) -> tuple[int, dict[str, dict[str, int]]]:
    """Ask the embedded engine; return the count and two facets."""
    from benchmarks.synthetic import COMMON_WORD
    from search.query import SearchQuery

    result = engine.search(SearchQuery(text=COMMON_WORD, facets=("need", "area")))
    return result.total, result.facets


def search_stock(*, facets: bool, backend: str = "default") -> tuple[int, dict[str, dict[str, int]]]:
    """Ask the stock search the same."""
    from wagtail.search.backends import get_search_backend

    from benchmarks.models import Listing
    from benchmarks.synthetic import COMMON_WORD

    found = get_search_backend(backend).search(COMMON_WORD, Listing)
    hits, total = list(found[:20]), found.count()
    counts = {name: dict(found.facet(name)) for name in ("need", "area")} if facets else {}
    return (total if hits else 0), counts


def agree(engine: Any) -> None:
    """A fast wrong answer is no answer: both sides must count the same."""
    assert search_embedded(engine) == search_stock(facets=True), "the two searches disagree"


if __name__ == "__main__":
    main()
