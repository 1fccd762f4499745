"""The embedded engine with a million services: how long it takes to build, to answer, and how that grows.

Run with `python -m benchmarks.million`, or with other sizes: `python -m benchmarks.million 10000 100000`. The index is
built from ready documents; what it takes to make documents of database rows is measured by `benchmarks.finder`.
"""

import os
import resource
import sys
from functools import partial
from typing import Any

import django

SIZES = (10_000, 1_000_000)


def main(sizes: list[int]) -> None:
    """Measure and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    from benchmarks.measuring import Measured, machine
    from benchmarks.search import embedded_engine

    print(machine(), "\n")
    first: dict[str, Measured] = {}
    for size in sizes:
        ask = embedded_engine(size).search
        print(f"  largest resident size so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024:,.0f} MB")
        print(f"  {'':34}{'p50 ms':>10}{'p95 ms':>10}{'CPU ms':>10}{'growth':>10}")
        for name, query in questions().items():
            [measured] = Measured.in_turn(partial(ask, query), repetitions=30)
            growth = measured.cpu / first.setdefault(name, measured).cpu
            print(f"  {name:34}{measured.p50:10.2f}{measured.p95:10.2f}{measured.cpu:10.2f}{growth:10.1f}")
        print()


def questions() -> dict[str, Any]:
    """What a finder is asked."""
    from benchmarks.synthetic import AREAS, COMMON_WORD
    from search.query import Point, SearchQuery

    glasgow = {"near": Point(55.8617, -4.2583), "areas": AREAS[:2]}
    asked: dict[str, dict[str, Any]] = {
        "word in half of all": {"text": COMMON_WORD},
        "the same, two filters": {"text": COMMON_WORD, "filters": {"need": ("housing",), "area": AREAS[:1]}},
        "two words": {"text": f"custody {COMMON_WORD}"},
        "a typing error": {"text": "recvoery mentring"},
        "no text": {},
        "word within 16 km": {"text": COMMON_WORD, "radius_km": 16.0, **glasgow},
        "word within 80 km": {"text": COMMON_WORD, "radius_km": 80.0, **glasgow},
        "nearest first, 80 km": {"sort": "distance", "radius_km": 80.0, **glasgow},
        "page 50": {"text": COMMON_WORD, "offset": 490},
    }
    facets = ("need", "area", "setting")
    return {name: SearchQuery(**options, facets=facets, limit=10, snippets=False) for name, options in asked.items()}


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
