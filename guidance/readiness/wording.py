"""Sentences about a check. It counts what is left: there is no score."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guidance.choices import Level
from search.text.lists_in_words import listed

from .standing import Standing


def heading_words(standing: Standing) -> str:
    """What is left, as a heading."""
    left, unanswered = len(standing.gaps), standing.unanswered
    if left:
        return ngettext("%(count)s thing left to do", "%(count)s things left to do", left) % {"count": left}
    if standing.total and unanswered == standing.total:
        return _("Nothing answered yet")
    if unanswered:
        words = ngettext("%(count)s question left to answer", "%(count)s questions left to answer", unanswered)
        return words % {"count": unanswered}
    return _("Nothing left to do")


def lede_words(standing: Standing, yes_more: int, since: str) -> str:
    """How many are yes, and how many of what is left is a must."""
    said = _("You say yes to %(yes)s of %(counted)s") % {"yes": standing.yes, "counted": standing.counted}
    if since and yes_more:
        how = _("%(count)s more than on %(day)s") if yes_more > 0 else _("%(count)s fewer than on %(day)s")
        said = f"{said}, {how % {'count': abs(yes_more), 'day': since}}"
    parts = [f"{said}."]
    if standing.gaps:
        musts = standing.must_gaps
        words = ngettext("%(count)s of what is left is a must.", "%(count)s of what is left are a must.", musts)
        parts.append(words % {"count": musts} if musts else _("Nothing of what is left is a must."))
        parts += [_unanswered_words(standing)] if standing.unanswered else []
    return " ".join(parts)


def summary_words(standing: Standing) -> str:
    """What is left, by how binding it is: "13 things left: 2 must, 8 should, 3 we suggest."."""
    left = len(standing.gaps)
    if not left:
        return f"{heading_words(standing)}."
    kinds = {
        _("must"): standing.must_gaps,
        _("should"): sum(gap.question.level == Level.SHOULD for gap in standing.gaps),
        _("we suggest"): sum(gap.question.level == Level.SUGGESTION for gap in standing.gaps),
    }
    counted = listed(f"{count} {kind}" for kind, count in kinds.items() if count)
    words = ngettext("%(count)s thing left: %(counted)s.", "%(count)s things left: %(counted)s.", left)
    return words % {"count": left, "counted": counted}


def _unanswered_words(standing: Standing) -> str:
    count = standing.unanswered
    words = ngettext("%(count)s question is not answered yet.", "%(count)s questions are not answered yet.", count)
    return words % {"count": count}
