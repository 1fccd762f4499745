"""Why an enquiry cannot wait, in a word or two."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from directory.enquiries.urgent_help.reasons import UrgentReason

LABELS = {
    UrgentReason.OVERDOSE: _("Overdose"),
    UrgentReason.SUICIDE: _("Suicide"),
    UrgentReason.SELF_HARM: _("Self-harm"),
    UrgentReason.SERIOUS_HARM: _("Serious harm"),
    UrgentReason.DOMESTIC_ABUSE: _("Abuse at home"),
    UrgentReason.THREAT: _("Under threat"),
    UrgentReason.POLICE_CUSTODY: _("In custody now"),
    UrgentReason.CHILD_AT_RISK: _("A child at risk"),
    UrgentReason.UNDER_16: _("Under 16"),
}


def reasons_in_words(reasons: Iterable[str]) -> list[str]:
    """Each in a word or two. One that is no longer known is at least said as it is stored."""
    return [LABELS[UrgentReason(reason)] if reason in LABELS else reason.replace("-", " ") for reason in reasons]
