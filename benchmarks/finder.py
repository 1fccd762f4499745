"""Whole responses of the finder over made-up services, in one process: milliseconds and SQL queries.

Run with `python -m benchmarks.finder`, or with another number of services: `python -m benchmarks.finder 10000`. Making
100,000 services takes several minutes, and a million half an hour. Also says how long it takes to build the index from
the database.

Facets are counted anew for every response, but for the column "again": there they are known, as on the next page.
"""

import os
import sys
import time
from functools import partial
from typing import Any

SIZE = 100_000
SEARCHES = (
    "",
    "q=housing",
    "q=peer+mentoring+women",
    "q=recovery+cafe&need=housing",
    "q=mentoring&setting=prison&need=alcohol-and-drugs&need=housing",
    "q=huosing",
    "near=G51&radius=5",
    "near=G51&radius=10",
    "near=G51&radius=50",
    "near=G51&radius=50&sort=distance",
    "q=family&near=EH6&radius=10&need=family",
    "q=court&near=DD1&radius=50&page=5",
    "area=S12000049",
    "q=housing&sort=checked",
    "page=5",
    "q=zzyzx",
)


def main(size: int) -> None:
    """Fill the directory, ask, print."""
    # These settings keep everything in a folder that goes with the process.
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.test"
    from django.core.management import call_command

    import hub.wsgi  # noqa: F401  the process as gunicorn starts it
    from benchmarks.measuring import machine
    from search.catching_up import rebuild

    call_command("migrate", verbosity=0)
    call_command("load_areas", verbosity=0)
    from directory.demo.create import create_terms

    create_terms()
    call_command("make_services", size, verbosity=0)
    start, cpu = time.perf_counter(), time.process_time()
    rebuild(afresh=True)
    elapsed, spent = time.perf_counter() - start, time.process_time() - cpu
    print(
        f"\n{machine()}\n{size:,} services; index built from the database in {elapsed:.0f} s ({spent:.0f} s of CPU)\n"
    )
    measure()


def measure() -> None:
    """Print each search, and all of them together."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from benchmarks.measuring import Measured
    from search.engines.embedded import remembered_counts

    client, every, kept = Client(), [], remembered_counts.MOST
    print(f"{'':66}{'p50 ms':>8}{'p95 ms':>8}{'CPU ms':>8}{'SQL':>5}{'again':>8}")
    for search in SEARCHES:
        url = f"{reverse('find')}?{search}"
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(url).status_code == 200
        asked = len(queries)
        remembered_counts.MOST = 0
        [measured] = Measured.in_turn(partial(client.get, url), repetitions=20)
        remembered_counts.MOST = kept
        [again] = Measured.in_turn(partial(client.get, url), repetitions=20)
        every.append(measured)
        print(f"{url:66}{measured.p50:8.1f}{measured.p95:8.1f}{measured.cpu:8.1f}{asked:5}{again.p50:8.1f}")
    summary: Any = sorted(measured.p50 for measured in every)
    print(f"\nMedian of all {summary[len(summary) // 2]:.1f} ms; slowest p95 {max(one.p95 for one in every):.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else SIZE)
