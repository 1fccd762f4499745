"""What a sender told us that cannot wait, said back in a sentence. Never quotes what was typed."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from search.text.lists_in_words import all_of, one_of

from .reasons import UrgentReason
from .stops import Concern

READ_IN_WORDS = {
    UrgentReason.OVERDOSE: lazy("someone has taken too much"),
    UrgentReason.SUICIDE: lazy("someone wants to end their life"),
    UrgentReason.SELF_HARM: lazy("someone hurts themselves"),
    UrgentReason.DOMESTIC_ABUSE: lazy("someone is hurt at home"),
    UrgentReason.THREAT: lazy("someone is under threat"),
    UrgentReason.CHILD_AT_RISK: lazy("a child is not safe"),
}


def chosen_clause(concern: Concern, age: int | None) -> str:
    """What was chosen, as one clause such as "they are 15, and someone could be seriously harmed"; may be empty."""
    they_are = _("you are") if concern.is_own else _("they are")
    clauses = {
        UrgentReason.UNDER_16: _("%(they_are)s %(age)s") % {"they_are": they_are, "age": age},
        UrgentReason.POLICE_CUSTODY: _("%(they_are)s in police custody now") % {"they_are": they_are},
        UrgentReason.SERIOUS_HARM: _("someone could be seriously harmed"),
    }
    return all_of(words for reason, words in clauses.items() if concern.has(reason))


def recognised_clause(concern: Concern) -> str:
    """What was read in the words, as one clause such as "someone hurts themselves"; may be empty."""
    return one_of(words for reason, words in READ_IN_WORDS.items() if concern.has(reason))
