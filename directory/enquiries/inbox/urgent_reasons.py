"""Why an enquiry cannot wait, in a word or two."""

from collections.abc import Iterable

from directory.enquiries.urgent_help.reasons import UrgentReason

LABELS = {
    UrgentReason.OVERDOSE: "Overdose",
    UrgentReason.SUICIDE: "Suicide",
    UrgentReason.SELF_HARM: "Self-harm",
    UrgentReason.SERIOUS_HARM: "Serious harm",
    UrgentReason.DOMESTIC_ABUSE: "Abuse at home",
    UrgentReason.THREAT: "Under threat",
    UrgentReason.POLICE_CUSTODY: "In custody now",
    UrgentReason.CHILD_AT_RISK: "A child at risk",
    UrgentReason.UNDER_16: "Under 16",
}


def reasons_in_words(reasons: Iterable[str]) -> list[str]:
    """Each in a word or two. One that is no longer known is at least said as it is stored."""
    return [LABELS[UrgentReason(reason)] if reason in LABELS else reason.replace("-", " ") for reason in reasons]
