"""The line that says who a page answers for, with the ways to change and to forget it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.vocabulary.labels import Labels, read_establishments, read_labels
from search.text.lists_in_words import listed

from .facts import Facts

# How an address marks that something was just said, so that a page can tell when the browser did not keep it.
SAID, KEPT, NOTHING = "said", "1", "0"
GENDER_WORDS = {"woman": "woman", "man": "man", "other": lazy("another gender")}
SETTING_WORDS = {
    "police-custody": lazy("in police custody"),
    "court": lazy("at court"),
    "prison": lazy("in prison"),
    "before-release": lazy("about to be released"),
    "community-sentence": lazy("on a community sentence"),
    "licence": lazy("on licence or after"),
}


@dataclass(frozen=True, slots=True)
class FactsLine:
    """`words`: who it is for, or nothing. `is_lost`: something was just said and the browser did not keep it."""

    words: str
    change_url: str
    forget_url: str
    is_lost: bool = False


def facts_line(request: HttpRequest, facts: Facts) -> FactsLine:
    """The line for a page that can be gone back to."""
    query = urlencode({"back": _address(request)})
    return FactsLine(
        words=describe(facts) if facts.says_anything else "",
        change_url=f"{reverse('who')}?{query}",
        forget_url=f"{reverse('forget')}?{query}",
        is_lost=request.GET.get(SAID) == KEPT and not facts.says_anything,
    )


def _address(request: HttpRequest) -> str:
    """Path and query without the mark that something was just said."""
    parameters = request.GET.copy()
    parameters.pop(SAID, None)
    return f"{request.path}?{parameters.urlencode()}" if parameters else request.path


def describe(facts: Facts) -> str:
    """What was said, in one line: "woman, 17, in police custody, G51"."""
    labels, establishments = read_labels(), read_establishments() if facts.establishment else {}
    return listed(
        str(part)
        for part in (
            GENDER_WORDS.get(facts.gender, ""),
            str(facts.age) if facts.age is not None else "",
            _where(facts, labels, establishments),
            labels["order"].get(facts.order, ""),
            _release(facts),
            facts.home,
            _("asked by: %(lower)s") % {"lower": labels["route"][facts.route].lower()}
            if facts.route in labels["route"]
            else "",
        )
        if part
    )


def _where(facts: Facts, labels: Labels, establishments: Mapping[str, str]) -> str:
    at = establishments.get(facts.establishment, "")
    words = SETTING_WORDS.get(facts.setting) or labels["setting"].get(facts.setting, "").lower()
    return f"{words}, {at}" if at and words else (_("in %(at)s") % {"at": at} if at else words)


def _release(facts: Facts) -> str:
    if not facts.release:
        return ""
    month = date.fromisoformat(f"{facts.release[:7]}-01")
    return _("release in %(month)s") % {"month": date_format(month, "F Y")}


def mark_as_said(path: str, facts: Facts) -> str:
    """The path of a page with the mark that these facts were just said."""
    path, _unused, fragment = path.partition("#")
    mark = f"{SAID}={KEPT if facts.says_anything else NOTHING}"
    return f"{path}{'&' if '?' in path else '?'}{mark}{'#' if fragment else ''}{fragment}"
