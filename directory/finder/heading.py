"""How many services a search finds, and what it asked for, as the page's heading and its title say it."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .query import FinderQuery

MOST_CHARACTERS = 60


def heading(query: FinderQuery, total: int) -> str:
    """For example "3 services for “housing” near Govan". total: how many services were found."""
    services = _("No services")
    if total:
        services = ngettext("%(number)s service", "%(number)s services", total) % {"number": total}
    said = {
        "services": services,
        "words": Truncator(query.text).chars(MOST_CHARACTERS),
        "place_name": query.place_name,
    }
    if query.text and query.place:
        return _("%(services)s for “%(words)s” near %(place_name)s") % said
    if query.text:
        return _("%(services)s for “%(words)s”") % said
    return _("%(services)s near %(place_name)s") % said if query.place else services
