"""What pages of enquiries do while the database does not answer."""

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_variables

logger = logging.getLogger(__name__)


@sensitive_variables()
def render_without_database(
    request: HttpRequest, template: str, context: dict[str, object], status: int
) -> HttpResponse:
    """Render a page; if what surrounds it needs a database that does not answer, render it without."""
    try:
        return render(request, template, context, status=status)
    except DatabaseError:
        bare = {**context, "csrf_token": get_token(request), "site_layout": None}
        return HttpResponse(render_to_string(template, bare), status=status)


def log_failure(event: str, error: Exception) -> None:
    """Log what failed and where. Not the message: a database may quote the values it was given."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place is not None else "unknown"
    logger.error("%s: %s in %s", event, type(error).__name__, where)
