"""What in an enquiry cannot wait until somebody reads it."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from django.db import DatabaseError
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import ConsentBasis, EnquiryAnswers
from directory.enquiries.privacy.database_failures import log_failure
from search.distress import recognise
from search.editorial import distress_in

POLICE_CUSTODY = "police-custody"
ADULT_AGE = 16


class UrgentReason(StrEnum):
    """Why an enquiry is urgent, the worst first. The kinds of distress have the names `search.distress` gives them."""

    OVERDOSE = "overdose"
    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    SERIOUS_HARM = "serious-harm"
    DOMESTIC_ABUSE = "domestic-abuse"
    THREAT = "threat"
    POLICE_CUSTODY = "police-custody"
    CHILD_AT_RISK = "child-at-risk"
    UNDER_16 = "under-16"


@sensitive_variables()
def find_reasons(answers: EnquiryAnswers) -> tuple[UrgentReason, ...]:
    """Each reason once, the worst first; none for most enquiries. Never fails: an enquiry must not be lost to it."""
    found = {*_from_choices(answers), *_from_words(answers)}
    return tuple(reason for reason in UrgentReason if reason in found)


@sensitive_variables()
def with_reasons(answers: EnquiryAnswers, reasons: tuple[UrgentReason, ...]) -> EnquiryAnswers:
    """The answers together with why they cannot wait."""
    return replace(answers, private=replace(answers.private, urgent_reasons=tuple(reason.value for reason in reasons)))


@sensitive_variables()
def _from_choices(answers: EnquiryAnswers) -> Iterator[UrgentReason]:
    age = answers.private.age
    if answers.private.consent_basis == ConsentBasis.SERIOUS_HARM:
        yield UrgentReason.SERIOUS_HARM
    if answers.coarse.setting == POLICE_CUSTODY:
        yield UrgentReason.POLICE_CUSTODY
    if age is not None and age < ADULT_AGE:
        yield UrgentReason.UNDER_16


@sensitive_variables()
def _from_words(answers: EnquiryAnswers) -> set[UrgentReason]:
    text = "\n".join(answers.free_texts)
    try:
        return {_named(kind) for kind in kinds_in(text)} if text else set()
    except Exception as error:
        log_failure("Distress could not be recognised", error)
        return set()


@sensitive_variables()
def kinds_in(text: str) -> tuple[str, ...]:
    """The kinds of distress, as the search sees them; without the words of editors when those cannot be read."""
    try:
        return distress_in(text).kinds
    except DatabaseError as error:
        log_failure("The words of editors could not be read", error)
        return recognise(text).kinds


def _named(kind: str) -> UrgentReason:
    """The reason of this name. A kind of distress that was added since is at least a serious harm."""
    try:
        return UrgentReason(kind)
    except ValueError:
        return UrgentReason.SERIOUS_HARM
