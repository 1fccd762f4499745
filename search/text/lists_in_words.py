"""Several things said as one phrase. What stands between them, and before the last, is for each language to say."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def listed(parts: Iterable[object], *, with_commas: bool = False) -> str:
    """All of them with no word between: "A, B, C". What is empty is left out. with_commas: the parts hold some."""
    comma = pgettext("between the parts of a list", ", ")
    return (pgettext("between the parts of a list that hold commas", "; ") if with_commas else comma).join(
        _said(parts)
    )


def all_of(parts: Iterable[object]) -> str:
    """One and the others: "A, B and C"."""
    *most, last = _said(parts) or [""]
    return _("%(names)s and %(last)s") % {"names": listed(most), "last": last} if most else last


def one_of(parts: Iterable[object], *, with_commas: bool = False) -> str:
    """One or another: "A, B or C"."""
    *most, last = _said(parts) or [""]
    names = listed(most, with_commas=with_commas)
    return _("%(names)s or %(last)s") % {"names": names, "last": last} if most else last


def _said(parts: Iterable[object]) -> list[str]:
    return list(filter(None, map(str, parts)))
