"""How fast suggestions come while somebody types, at 100,000 services, beside a bare prefix query of the same index.

Run with `python -m benchmarks.suggestions`. The whole answer is measured in process, from the request to the JSON:
every letter of many names, misspelt ones among them, each asked once. It takes some minutes to fill the directory;
with DATA_DIR set, what is there is measured, and kept.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

import django

from benchmarks.measuring import Measured, machine

SERVICES = 100_000
MOST_LETTERS = 14
NAMES = """
    recovery café; peer mentoring; women's group; listening line; through the gate; housing support;
    custody mentoring; employability course; court support; drop-in; recvery cafe; huosing suport; mentring;
    alcohol; barlinnie; govanhill; kilmarnock; recruit and induct; LEPPS; CJSW; Glasgow City 12;
    family group, Fife; nothing like this
"""
PLACES = "govanhill; glasgow; newport, f; st andrews; kilmarnok; hmp barlinnie; edinburgh; nhs lanarkshire; zzz"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="hub-suggestions-") as scratch:
        _prepare(scratch)
        print(f"{machine()}; {_services():,} services; milliseconds")
        texts = list(_beginnings(NAMES))
        _report("whole answer, every box", lambda text: _answer(q=text), texts)
        _report("whole answer, box for places", lambda text: _answer(near=text), list(_beginnings(PLACES)))
        ours = _report("search room: all groups", _suggest, texts)
        bare = _report("Tantivy: one prefix query, four hits", _bare(), texts)
        finder = _report("finder's search, no facets", _search, texts)
        print(f"  all groups: {ours.p50 / bare.p50:.1f} times a prefix query, {ours.p50 / finder.p50:.2f} of a search")
        _measure_table()


def _prepare(scratch: str) -> None:
    os.environ.setdefault("DATA_DIR", scratch)
    os.environ.setdefault("SECRET_KEY", "benchmarks-only")
    # 32 bytes of the letter k, in the form cryptography.fernet expects.
    os.environ.setdefault("ENQUIRY_KEYS", "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=")
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.dev"
    django.setup()
    from django.core.management import call_command

    from search.indexing.indexer import update_index

    call_command("migrate", verbosity=0)
    call_command("seed_demo", verbosity=0)
    call_command("make_services", SERVICES, seed=1)
    update_index(seconds=None)


def _services() -> int:
    from directory.models import Service

    return Service.objects.published().count()


def _beginnings(names: str) -> Iterator[str]:
    """What has been typed after each letter, in an order that no cache can guess."""
    texts = [
        name[:end]
        for name in (" ".join(name.split()) for name in names.split(";"))
        for end in range(1, min(len(name), MOST_LETTERS) + 1)
    ]
    random.Random(1).shuffle(texts)
    return iter(texts)


def _report(name: str, task: Callable[[str], object], texts: list[str]) -> Measured:
    for text in texts[:10]:
        task(text)
    taken = []
    for text in texts:
        elapsed, cpu = time.perf_counter(), time.process_time()
        task(text)
        taken.append(((time.perf_counter() - elapsed) * 1_000, (time.process_time() - cpu) * 1_000))
    measured, processor = Measured.of(taken), Measured.of([(cpu, cpu) for _, cpu in taken])
    figures = (
        f"p50 {measured.p50:7.2f}   p95 {measured.p95:7.2f}   processor {measured.cpu:7.2f} and {processor.p95:7.2f}"
    )
    print(f"  {name:40} {figures}   ({len(texts)} texts)")
    return measured


def _answer(**parameters: str) -> None:
    from django.test import RequestFactory

    from home.views import suggestions

    assert suggestions(RequestFactory().get("/search/suggestions/", parameters)).status_code == 200


def _suggest(text: str) -> object:
    from home.autocomplete import GROUP_QUERIES
    from search.autocomplete import autocomplete_groups

    return autocomplete_groups(text, GROUP_QUERIES)


def _search(text: str) -> object:
    from search.api import find
    from search.query import SearchQuery

    return find(SearchQuery(text=text, kinds=("service",), limit=10))


def _bare() -> Callable[[str], object]:
    """One prefix query for the last word, straight to Tantivy."""
    from tantivy import Query

    from search.engines import local_engine
    from search.engines.embedded.storage import schema

    index: Any = local_engine().live()

    def ask(text: str) -> object:
        words = index.analysis.plain.analyze(text) or [""]
        query = Query.fuzzy_term_query(index.schema, schema.NAME_WORDS, words[-1], distance=0, prefix=True)
        searcher = index.searcher()
        return [searcher.doc(address) for _, address in searcher.search(query, 4, count=False).hits]

    return ask


def _measure_table() -> None:
    from directory.places.table import table

    taken = []
    for _ in range(9):
        table.cache_clear()
        elapsed, cpu = time.perf_counter(), time.process_time()
        table()
        taken.append(((time.perf_counter() - elapsed) * 1_000, (time.process_time() - cpu) * 1_000))
    measured = Measured.of(taken)
    print(f"  {'reading the table of places, once':40} p50 {measured.p50:7.2f}   processor {measured.cpu:7.2f}")


if __name__ == "__main__":
    main()
