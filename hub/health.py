"""What a load balancer asks."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.enquiries.key_probe import keys_fit
from search.health import index_ready


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "live"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """The process can serve visitors: the database answers, is migrated, and there is an index to search."""
    checks = {"database": _database(), "search": _search()}
    healthy = all(state == "ok" for state in checks.values())
    return JsonResponse({"status": "ready" if healthy else "not ready", **checks}, status=200 if healthy else 503)


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return "does not answer"
    if pending:
        return "migrations are missing"
    try:
        return "ok" if keys_fit() else "was made with other keys than ENQUIRY_KEYS"
    except DatabaseError:
        return "does not answer"


def _search() -> str:
    try:
        is_ready, reason = index_ready()
    except DatabaseError:
        return "change log does not answer"
    return "ok" if is_ready else reason
