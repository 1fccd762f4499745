"""Whole responses of public pages, made anew and kept, beside a plain view and the bare health view.

Run with `python -m benchmarks.pages`. One process calls the WSGI application itself, so no server and no client is in
the figures. All are asked by turns. The plain view draws a small template after the one statement that a kept page
needs, behind the same outer middleware.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

from benchmarks.measuring import Measured, machine

REPETITIONS = 200
PLAIN, BARE = "/benchmark/plain/", "/health/live"
# No page reads it, and none is kept under it.
ANEW = "anew=1"
Ask = Callable[..., int]


def main() -> None:
    """Load the demo, ask each page, print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.page_settings"
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    load()
    ask: Ask = partial(call, application)
    paths = {**pages(), "plain view, one statement": PLAIN, "bare health view": BARE}
    tasks: list[Callable[[], object]] = []
    names: list[str] = []
    for name, path in paths.items():
        is_page = path not in (PLAIN, BARE)
        for how, query in (("anew", ANEW), ("kept", "")) if is_page else (("", ""),):
            names.append(f"{name} {how}".strip())
            tasks.append(partial(ask, path, query))
    counts = [statements(task) for task in tasks]
    print(f"{machine()}. Processor time in milliseconds, median and 95th percentile of elapsed, SQL.\n")
    measured = Measured.in_turn(*tasks, repetitions=REPETITIONS)
    plain = measured[names.index("plain view, one statement")].cpu
    print(f"{'':42}{'cpu':>8}{'p50':>8}{'p95':>8}{'a second':>10}{'of plain':>10}{'SQL':>5}")
    for name, one, count in zip(names, measured, counts, strict=True):
        times = f"{one.cpu:8.2f}{one.p50:8.2f}{one.p95:8.2f}{1_000 / one.cpu:10.0f}"
        print(f"{name:42}{times}{plain / one.cpu:10.2f}{count:5}")


def load() -> None:
    """The demo, in a database of this process."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    os.environ["DEMO_PASSWORD"] = "benchmark-pass-phrase"  # noqa: S105  guards nothing
    call_command("seed_demo", verbosity=0)


def pages() -> dict[str, str]:
    """One of each kind, the longest guide among them."""
    from directory.models import Organization, Service
    from guidance.models import GuidePage, StagePage, StoryPage

    guide = max(GuidePage.objects.live(), key=lambda page: len(str(page.body.raw_data)))
    return {
        "home": "/",
        "guidance": "/guidance/",
        "stage": StagePage.objects.live().first().url,
        "longest guide": guide.url,
        "story": StoryPage.objects.live().first().url,
        "service": Service.objects.published().first().get_absolute_url(),
        "organisation": Organization.objects.published().first().get_absolute_url(),
    }


def call(application: Any, path: str, query: str = "") -> int:
    """Ask as a browser would; how many bytes came."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
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
    status: list[str] = []
    response = application(environ, lambda line, headers: status.append(line))
    size = sum(map(len, response))
    response.close()
    assert status[0].startswith("200"), f"{path}: {status[0]}"
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
