"""What a rule answers, once it is known whether the listing names the person's fact and whether that is confirmed."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .answers import ReferralAnswer, ReferralReason
from .rules import Rules

UNCONFIRMED = lazy("Nobody has confirmed it")
TURNED_AWAY = lazy("Nobody has confirmed whether others are turned away")


def match(rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str) -> ReferralReason:
    """The listing names the person's fact: yes if that is confirmed."""
    if fact in rules.confirmed:
        return ReferralReason(rule, ReferralAnswer.YES, confirmed_wording, fits=True)
    # Whether others are seen too is no question about somebody whom the listing names.
    doubt = UNCONFIRMED if fact == "gender" else open_question(rules, fact)
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {doubt}", fits=True)


def mismatch(
    rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str, doubt: str = TURNED_AWAY
) -> ReferralReason:
    """The listing names others: no if that is confirmed."""
    if fact in rules.confirmed:
        said = {"said": confirmed_wording, "day": date_format(rules.confirmed[fact].on, "j F Y")}
        return ReferralReason(
            rule, ReferralAnswer.NO, _("%(said)s. They confirmed this on %(day)s") % said, fits=False
        )
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {open_question(rules, fact, doubt)}", fits=False)


def open_question(rules: Rules, fact: str, otherwise: str = UNCONFIRMED) -> str:
    question = rules.questions.get(fact)
    return _("Not known yet: %(question)s") % {"question": question} if question else otherwise


def ask(rule: str, text: str) -> ReferralReason:
    return ReferralReason(rule, ReferralAnswer.ASK, text)


def unsaid(rule: str, text: str) -> ReferralReason:
    return ReferralReason(rule, ReferralAnswer.ASK, text, is_unsaid=True)
