"""What a load balancer asks, and what tells whether the rest of the hub is at work."""

from collections.abc import Callable

from django.db import DatabaseError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.enquiries.key_store.router import ALIAS, APP_LABEL
from directory.enquiries.storage.key_probe import keys_fit
from directory.enquiries.storage.pairing import pairing_problem
from hub.scheduling.state import JobState, backlogs, job_states
from search.indexing.health import index_ready

Respond = Callable[[HttpRequest], HttpResponse]


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


@require_safe
@never_cache
def work(request: HttpRequest) -> JsonResponse:
    """What should happen by itself happens. For monitoring that calls somebody; visitors are served meanwhile."""
    try:
        jobs, waits = job_states(), list(backlogs())
    except DatabaseError:
        return JsonResponse({"status": "not working", "database": "does not answer"}, status=503)
    healthy = not any(entry.is_overdue for entry in (*jobs, *waits))
    answer = {
        "status": "working" if healthy else "not working",
        "jobs": {state.job.name: _job(state) for state in jobs},
        "waiting": {
            wait.name: {"count": wait.count, "oldest_seconds": wait.seconds, "overdue": wait.is_overdue}
            for wait in waits
        },
    }
    return JsonResponse(answer, status=200 if healthy else 503)


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """The process can serve visitors: the database answers, is migrated, and there is an index to search."""
    checks = {"database": _database(), "keys": _keys(), "search": _search()}
    healthy = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ready" if healthy else "not ready", **checks}, status=200 if healthy else 503)


def _job(state: JobState) -> dict[str, object]:
    row = state.row
    done = row.done_at if row else None
    return {
        "state": state.word,
        "last_outcome": row.outcome if row else "",
        "done_seconds_ago": int((state.now - done).total_seconds()) if done else None,
        "failures": row.failures if row else 0,
    }


def _database() -> str:
    try:
        if _pending(connection):
            return "migrations are missing"
        return "ok" if keys_fit() else "was made with other keys than ENQUIRY_KEYS"
    except DatabaseError:
        return "does not answer"


def _keys() -> str:
    try:
        if _pending(connections[ALIAS], APP_LABEL):
            return "migrations are missing"
        return "belong to another database" if pairing_problem() else "ok"
    except DatabaseError:
        return "does not answer"


def _pending(database: BaseDatabaseWrapper, app_label: str | None = None) -> bool:
    executor = MigrationExecutor(database)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes(app_label)))


def _search() -> str:
    try:
        is_ready, reason = index_ready()
    except DatabaseError:
        return "change log does not answer"
    return "ok" if is_ready else reason


VIEWS = {"/health/live": live, "/health/ready": ready, "/health/work": work}


def health_middleware(respond: Respond) -> Respond:
    """Answer before anything looks at the Host: a load balancer asks by address, and has no name to give."""

    def answer(request: HttpRequest) -> HttpResponse:
        view = VIEWS.get(request.path_info)
        if view is None:
            return respond(request)
        response = view(request)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answer
