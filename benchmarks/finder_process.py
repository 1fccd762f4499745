"""One process of `benchmarks.finder`: fills a directory, builds its index, then answers what it is told to ask itself.

Requests and answers are lines of JSON. The first line it writes says how many services there are, how many seconds the
index took, and how many megabytes of memory the process had needed by then.
"""

import contextlib
import json
import os
import resource
import sys
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import once

if TYPE_CHECKING:
    from django.test import Client


def main(size: int) -> None:
    """Fill, build, answer until nothing more is asked."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hub.settings.test"
    from django.conf import settings

    settings.SEARCH_URL, settings.SEARCH_SECONDS = os.environ.get("BENCHMARK_SEARCH_URL", ""), 60.0
    import hub.wsgi  # noqa: F401  the process as gunicorn starts it

    # Commands say on the standard output what they did; that is where the answers go.
    with contextlib.redirect_stdout(sys.stderr):
        fill(size)
    from search.engines import server_engine
    from search.indexing.indexer import rebuild

    start = time.perf_counter()
    rebuild(afresh=True)
    taken = time.perf_counter() - start
    if server := server_engine():
        rebuild(afresh=True, engine=server)
    say([size, taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024])
    from django.test import Client

    # One for all requests, because each loads every middleware, as a server does when it starts.
    client = Client()
    for line in sys.stdin:
        say(answer(client, json.loads(line)))


def fill(size: int) -> None:
    """Make so many services, or use those that are there."""
    from django.core.management import call_command

    from directory.models import Service
    from directory.vocabulary.loading import load_terms

    call_command("migrate", verbosity=0)
    if Service.objects.count() < size:
        call_command("load_areas", verbosity=0)
        load_terms()
        call_command("make_services", size, verbosity=0)


def answer(client: "Client", request: dict[str, Any]) -> dict[str, float]:
    """Ask for an address and say how long it took, or how many SQL queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url = request["address"]
    client.cookies.clear()
    if request.get("person"):
        client.cookies["facts"] = _facts_cookie()
    if request.get("statements"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return {"statements": len(queries)}
    elapsed, cpu = once(partial(client.get, url))
    return {"elapsed": elapsed, "cpu": cpu}


def _facts_cookie() -> str:
    """What a browser keeps for a woman of 17 in custody."""
    from django.http import HttpResponse
    from django.test import RequestFactory

    from directory.referral.cookie import keep_facts
    from directory.referral.facts import Facts

    facts = Facts(age=17, gender="woman", setting="police-custody", route="police")
    return keep_facts(RequestFactory().get("/"), HttpResponse(), facts).cookies["facts"].value


def say(what: object) -> None:
    """Write a line for who started this process."""
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
