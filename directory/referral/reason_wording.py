"""How a rule's reason is put: the listing names the person's fact, names others, or leaves it open."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .answers import ReferralAnswer, ReferralReason
from .rules import Rules

UNCONFIRMED = lazy("Nobody has confirmed it")
TURNED_AWAY = lazy("Nobody has confirmed whether others are turned away")


def either(names: Iterable[str]) -> str:
    """Names as one choice: "A, B or C"."""
    *most, last = names
    return _("%(names)s or %(last)s") % {"names": ", ".join(most), "last": last} if most else last


def match(rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str) -> ReferralReason:
    """The listing names the person's fact: yes if that is confirmed."""
    if fact in rules.confirmed:
        return ReferralReason(rule, ReferralAnswer.YES, confirmed_wording, fits=True)
    # Whether others are seen too is no question about somebody whom the listing names.
    uncertain = UNCONFIRMED if fact == "gender" else doubt(rules, fact)
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {uncertain}", fits=True)


def mismatch(
    rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str, otherwise: str = TURNED_AWAY
) -> ReferralReason:
    """The listing names others: no if that is confirmed."""
    if fact in rules.confirmed:
        said = {"said": confirmed_wording, "day": date_format(rules.confirmed[fact].on, "j F Y")}
        return ReferralReason(
            rule, ReferralAnswer.NO, _("%(said)s. They confirmed this on %(day)s") % said, fits=False
        )
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {doubt(rules, fact, otherwise)}", fits=False)


def doubt(rules: Rules, fact: str, otherwise: str = UNCONFIRMED) -> str:
    """What keeps a fact from being certain: the question that is open about it, else the sentence given."""
    question = rules.questions.get(fact)
    return _("Not known yet: %(question)s") % {"question": question} if question else otherwise


def on(day: date | None) -> str:
    """The day in brackets, or nothing."""
    return f" ({date_format(day, 'j F Y')})" if day else ""


def ask(rule: str, text: str) -> ReferralReason:
    """The person has to ask."""
    return ReferralReason(rule, ReferralAnswer.ASK, text)


def unsaid(rule: str, text: str) -> ReferralReason:
    """It was not said of the person, and it matters."""
    return ReferralReason(rule, ReferralAnswer.ASK, text, is_unsaid=True)


def span(rules: Rules) -> str:
    """The ages that a listing names."""
    if rules.minimum_age is not None and rules.maximum_age is not None:
        return _("aged %(minimum_age)s to %(maximum_age)s") % {
            "minimum_age": rules.minimum_age,
            "maximum_age": rules.maximum_age,
        }
    if rules.minimum_age is not None:
        return _("aged %(minimum_age)s or over") % {"minimum_age": rules.minimum_age}
    return (
        _("aged %(maximum_age)s or under") % {"maximum_age": rules.maximum_age}
        if rules.maximum_age is not None
        else ""
    )
