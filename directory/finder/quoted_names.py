"""What filters are called, as a sentence names them."""

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import gettext as _


def quoted_names(names: Iterable[str]) -> str:
    """Each in quotation marks, all of them joined by "and"; nothing for none."""
    quoted = [_("“%(name)s”") % {"name": name} for name in names]
    return reduce(_joined, quoted) if quoted else ""


def _joined(first: str, last: str) -> str:
    return _("%(first)s and %(last)s") % {"first": first, "last": last}
