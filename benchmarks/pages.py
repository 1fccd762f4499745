"""Whole responses of public pages through the real server, made anew and kept.

Run with `python -m benchmarks.pages`. `first` is what the first reader after a change waits for, `anew` what everybody
gets who goes past the kept pages, for a cookie or a parameter. Beside them, in the same run and by turns: the same
texts as a first tutorial of Wagtail shows them (`benchmarks.naive`), a plain view that draws a small template after
the one statement that a kept page needs, and the bare health view, in front of which is nothing.

Requests a second are those of two readers on this machine, who use its processors as well. Processor time is the
server's alone, so it can be compared on a machine that does other things. With KEEP set to a folder, the demo stays
there for the next run.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from benchmarks.measuring import machine
from benchmarks.page_server import FIRST, Asked, Served, Server, running

ROUNDS, REQUESTS = 5, 32
PLAIN, BARE = "/benchmark/plain/", "/health/live"
# No page reads it, and none is kept under it.
ANEW = "anew=1"
NEVER_KEPT = {
    "site search": "/search/?q=housing",
    "finder": "/find/",
    "finder, a search": "/find/?q=housing&need=housing",
}


def main() -> None:
    """Load the demo, start the server, ask for each page, print."""
    with tempfile.TemporaryDirectory(prefix="hub-pages-") as scratch:
        os.environ["BENCHMARK_SCRATCH"] = os.environ.get("KEEP") or scratch
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.page_settings"
        from django.core.wsgi import get_wsgi_application

        application = get_wsgi_application()
        load()
        asked = everything()
        counts = {name: statements(partial(call, application, one)) for name, one in asked.items()}
        with running() as server:
            served = by_turns(server, asked)
        show(asked, counts, served)


def load() -> None:
    """The demo, and its texts as naive pages."""
    from django.core.management import call_command

    from benchmarks.naive.making import make_naive_pages
    from benchmarks.naive.models import NaivePage

    call_command("migrate", verbosity=0)
    if NaivePage.objects.exists():
        return
    os.environ["DEMO_PASSWORD"] = "benchmark-pass-phrase"  # noqa: S105  guards nothing
    call_command("seed_demo", verbosity=0)
    make_naive_pages()


def everything() -> dict[str, Asked]:
    """What is asked for, by what the table calls it."""
    from benchmarks.naive.making import HOST

    found: dict[str, Asked] = {}
    for name, (path, has_naive) in pages().items():
        found[f"{name}, first"] = Asked(f"{path}?{FIRST}")
        found[f"{name}, anew"] = Asked(f"{path}?{ANEW}")
        if has_naive:
            found[f"{name}, naive"] = Asked(f"{path}?{ANEW}", HOST)
        found[f"{name}, kept"] = Asked(path)
    found |= {name: Asked(path) for name, path in NEVER_KEPT.items()}
    return {**found, "plain view, one statement": Asked(PLAIN), "bare health view": Asked(BARE)}


def pages() -> dict[str, tuple[str, bool]]:
    """One of each kind, the longest guide among them, and whether stock Wagtail can show the same texts."""
    from directory.models import Organization, Service
    from guidance.models import GuidePage, StagePage, StoryPage

    guide = max(GuidePage.objects.live(), key=lambda page: len(str(page.body.raw_data)))
    return {
        "home": ("/", False),
        "guidance": ("/guidance/", False),
        "stage": (_path(StagePage.objects.live().first()), True),
        "longest guide": (_path(guide), True),
        "story": (_path(StoryPage.objects.live().first()), True),
        "plain page": ("/about/", True),
        "requirements": ("/guidance/requirements/", False),
        "glossary": ("/glossary/", False),
        "service": (Service.objects.published().first().get_absolute_url(), False),
        "organisation": (Organization.objects.published().first().get_absolute_url(), False),
    }


def _path(page: Any) -> str:
    """Without the host, which is in an address as soon as there are two sites."""
    return str(urlsplit(page.full_url).path)


def by_turns(server: Server, asked: dict[str, Asked]) -> dict[str, list[Served]]:
    """All of them in each round, so that what slows the machine slows all."""
    for one in asked.values():
        server.serve(one, 4)
    served: dict[str, list[Served]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, one in asked.items():
            served[name].append(server.serve(one, REQUESTS))
    return served


def show(asked: dict[str, Asked], counts: dict[str, int], served: dict[str, list[Served]]) -> None:
    """The table."""
    cpu = {name: statistics.median(one.cpu / one.count for one in rounds) for name, rounds in served.items()}
    rate = {name: statistics.median(one.count / one.elapsed for one in rounds) for name, rounds in served.items()}
    plain = rate["plain view, one statement"]
    print(f"{machine()}. Median of {ROUNDS} rounds of {REQUESTS} requests.\n")
    print(f"{'':34}{'a second':>10}{'cpu ms':>9}{'SQL':>5}{'of plain':>10}{'of naive':>10}")
    for name in asked:
        page, _, way = name.partition(", ")
        naive = rate.get(f"{page}, naive") if way in {"first", "anew"} else None
        beside = f"{rate[name] / naive:10.1f}" if naive else ""
        print(f"{name:34}{rate[name]:10.0f}{cpu[name] * 1_000:9.2f}{counts[name]:5}{rate[name] / plain:10.2f}{beside}")


def _environ(asked: Asked) -> dict[str, Any]:
    """As a server of WSGI gives it."""
    path, _, query = asked.path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": asked.host,
        "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def call(application: Any, asked: Asked) -> int:
    """Ask the application itself; how many bytes came."""
    environ = _environ(asked)
    status: list[str] = []
    response = application(environ, lambda line, headers: status.append(line))
    size = sum(map(len, response))
    response.close()
    assert status[0].startswith("200"), f"{asked.path}: {status[0]}"
    return size


def statements(task: Callable[[], object]) -> int:
    """How many the second of two asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    task()
    with CaptureQueriesContext(connection) as captured:
        task()
    return len(captured)


if __name__ == "__main__":
    main()
