"""What to do now about each reason that an enquiry cannot wait: whom to call, and what to say.

`docs/enquiries.md` says where the numbers come from.
"""

from collections.abc import Callable
from dataclasses import dataclass

from directory.contact_details.telephone import telephone_address
from directory.opening_hours.bank_holidays import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES

from .reasons import UrgentReason

ABOUT_A_CHILD = (UrgentReason.CHILD_AT_RISK, UrgentReason.UNDER_16)
COUNCIL_FINDER = ("Find the council and its number", "https://www.gov.uk/find-local-council")
SAMARITANS = "116 123"
POLICE = "101"
NSPCC = "0808 800 5000"
CHILDLINE = "0800 1111"
EMERGENCY_SOCIAL_WORK_NI = "028 9504 9999"
ABUSE_HELPLINES = {
    SCOTLAND: ("0800 027 1234", "Scotland’s Domestic Abuse and Forced Marriage Helpline. Free, at any time"),
    ENGLAND: ("0808 2000 247", "National Domestic Abuse Helpline. Free, at any time"),
    WALES: ("0808 80 10 800", "Live Fear Free. Free, at any time"),
    NORTHERN_IRELAND: ("0808 802 1414", "Domestic and Sexual Abuse Helpline. Free, at any time"),
}
SOCIAL_WORK = {
    SCOTLAND: "Call social work at the council where {who} lives. There is someone at night and at weekends.",
    ENGLAND: "Call social services at the council where {who} lives. There is someone at night and at weekends.",
    WALES: "Call social services at the council where {who} lives. There is someone at night and at weekends.",
    NORTHERN_IRELAND: "Call emergency social work from 5pm to 9am, at weekends and on bank holidays. "
    "On other days, call the health and social care trust where {who} lives.",
}


# Without a repr: logs of templates print whole contexts.
@dataclass(frozen=True, slots=True, repr=False)
class UrgentStop:
    """One thing to do now. `number_of` says whose number it is; `link` is a title and the address behind it."""

    heading: str
    text: str
    note: str = ""
    number: str = ""
    number_of: str = ""
    link: tuple[str, str] | None = None

    @property
    def href(self) -> str:
        return telephone_address(self.number)


@dataclass(frozen=True, slots=True, repr=False)
class Concern:
    """What cannot wait, in which nation, and whether the sender is the person."""

    reasons: tuple[UrgentReason, ...]
    nation: str
    is_own: bool

    def has(self, *reasons: UrgentReason) -> bool:
        """Whether it is about any of these."""
        return not set(reasons).isdisjoint(self.reasons)

    @property
    def stops(self) -> tuple[UrgentStop, ...]:
        """What to do now, the worst first. 999 leads; reasons that lead to the same number share a stop."""
        return tuple(make(self) for applies, make in STOPS if applies(self))


def _danger(concern: Concern) -> UrgentStop:
    if concern.has(UrgentReason.OVERDOSE):
        own = "Call 999 now, even if you feel well. Say what you took. Stay with someone if you can."
        theirs = (
            "Call 999 now, even if they feel well. Stay with them, and say what was taken. "
            "If it may be an opioid and you have naloxone, give it."
        )
        return UrgentStop(
            "If you have taken too much" if concern.is_own else "If someone has taken too much",
            own if concern.is_own else theirs,
            "An ambulance. If you cannot speak on a mobile, press 55 when asked",
            "999",
        )
    return UrgentStop(
        "If someone is in danger now",
        "Call 999. If you cannot speak on a mobile, press 55 when asked.",
        "The police, or an ambulance",
        "999",
    )


def _own_life(concern: Concern) -> UrgentStop:
    if concern.is_own:
        heading, text = "If you cannot go on", "Call Samaritans. You can say anything, and nobody judges you."
    else:
        heading = "If someone may hurt themselves or end their life"
        text = "Ask about it, and stay with them. They can call Samaritans, and so can you."
    return UrgentStop(heading, text, "Free, at any time, day or night", SAMARITANS, "Samaritans")


def _abuse(concern: Concern) -> UrgentStop:
    number, note = ABUSE_HELPLINES[concern.nation]
    who = "you are" if concern.is_own else "someone is"
    text = "Call the helpline from a phone that nobody else checks. They help to plan what is safe."
    return UrgentStop(f"If {who} being hurt at home or by a partner", text, note, number)


def _threat(concern: Concern) -> UrgentStop:
    text = "Tell the police who made the threat, and how. If it could happen today, call 999."
    return UrgentStop("If someone is under threat", text, "At any time", POLICE, "Police")


def _custody(concern: Concern) -> UrgentStop:
    if concern.is_own:
        text = "Tell the custody sergeant or the custody nurse how you are. Ask them to write it down."
        return UrgentStop("You are in police custody now", text, "Any officer can fetch them")
    text = "Tell the custody sergeant or the custody nurse what worries you. Ask them to write it down."
    note = "In the building? Tell any officer. Elsewhere, ask for the custody suite"
    return UrgentStop("They are in police custody now", text, note, POLICE, "Police")


def _child(concern: Concern) -> UrgentStop:
    is_under_16 = concern.has(UrgentReason.UNDER_16)
    if concern.is_own and is_under_16:
        text = "Call Childline. Or ask any police officer, nurse or teacher to call social work for you."
        return UrgentStop("You are under 16", text, "Free, at any time", CHILDLINE, "Childline")
    heading = "They are under 16" if is_under_16 else "If a child may not be safe"
    if concern.nation == NORTHERN_IRELAND:
        return _social_work_stop(concern, heading, "the child", EMERGENCY_SOCIAL_WORK_NI, "Emergency social work")
    return _social_work_stop(concern, heading, "the child", NSPCC, "NSPCC, for advice about a child")


def _serious_harm(concern: Concern) -> UrgentStop:
    number = EMERGENCY_SOCIAL_WORK_NI if concern.nation == NORTHERN_IRELAND else ""
    heading = "If someone could be seriously harmed"
    return _social_work_stop(concern, heading, "the person", number, "Emergency social work")


def _social_work_stop(concern: Concern, heading: str, who: str, number: str, number_of: str) -> UrgentStop:
    link = None if concern.nation == NORTHERN_IRELAND else COUNCIL_FINDER
    text = SOCIAL_WORK[concern.nation].format(who=who)
    return UrgentStop(heading, text, "You do not have to be sure", number, number_of if number else "", link)


# In the order of the page.
STOPS: tuple[tuple[Callable[[Concern], bool], Callable[[Concern], UrgentStop]], ...] = (
    (lambda concern: True, _danger),
    (lambda concern: concern.has(UrgentReason.SUICIDE, UrgentReason.SELF_HARM), _own_life),
    (lambda concern: concern.has(UrgentReason.DOMESTIC_ABUSE), _abuse),
    (lambda concern: concern.has(UrgentReason.THREAT), _threat),
    (lambda concern: concern.has(UrgentReason.POLICE_CUSTODY), _custody),
    (lambda concern: concern.has(*ABOUT_A_CHILD), _child),
    # Social work is asked once, for the child.
    (lambda concern: concern.has(UrgentReason.SERIOUS_HARM) and not concern.has(*ABOUT_A_CHILD), _serious_harm),
)
