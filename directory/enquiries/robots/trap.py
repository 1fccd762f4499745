"""A field that people do not see. Machines fill in every field there is."""

from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables

TRAP = "website"


@sensitive_variables()
def was_trapped(request: HttpRequest) -> bool:
    """Whether the field was filled in."""
    return bool(request.POST.get(TRAP, "").strip())
