"""What to do now about each reason that an enquiry cannot wait: whom to call, and what to say.

`docs/enquiries.md` says where the numbers come from.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.contact_details.telephone import telephone_address
from directory.opening_hours.bank_holidays import ENGLAND, NORTHERN_IRELAND, SCOTLAND, WALES

from .reasons import UrgentReason

ABOUT_A_CHILD = (UrgentReason.CHILD_AT_RISK, UrgentReason.UNDER_16)
COUNCIL_FINDER = (lazy("Find the council and its number"), "https://www.gov.uk/find-local-council")
SAMARITANS = "116 123"
POLICE = "101"
NSPCC = "0808 800 5000"
CHILDLINE = "0800 1111"
EMERGENCY_SOCIAL_WORK_NI = "028 9504 9999"
ABUSE_HELPLINES = {
    SCOTLAND: ("0800 027 1234", lazy("Scotland’s Domestic Abuse and Forced Marriage Helpline. Free, at any time")),
    ENGLAND: ("0808 2000 247", lazy("National Domestic Abuse Helpline. Free, at any time")),
    WALES: ("0808 80 10 800", lazy("Live Fear Free. Free, at any time")),
    NORTHERN_IRELAND: ("0808 802 1414", lazy("Domestic and Sexual Abuse Helpline. Free, at any time")),
}
SOCIAL_WORK = {
    SCOTLAND: lazy("Call social work at the council where {who} lives. There is someone at night and at weekends."),
    ENGLAND: lazy("Call social services at the council where {who} lives. There is someone at night and at weekends."),
    WALES: lazy("Call social services at the council where {who} lives. There is someone at night and at weekends."),
    NORTHERN_IRELAND: lazy(
        "Call emergency social work from 5pm to 9am, at weekends and on bank holidays. "
        "On other days, call the health and social care trust where {who} lives."
    ),
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
        own = _("Call 999 now, even if you feel well. Say what you took. Stay with someone if you can.")
        theirs = _(
            "Call 999 now, even if they feel well. Stay with them, and say what was taken. "
            "If it may be an opioid and you have naloxone, give it."
        )
        return UrgentStop(
            _("If you have taken too much") if concern.is_own else _("If someone has taken too much"),
            own if concern.is_own else theirs,
            _("An ambulance. If you cannot speak on a mobile, press 55 when asked"),
            "999",
        )
    return UrgentStop(
        _("If someone is in danger now"),
        _("Call 999. If you cannot speak on a mobile, press 55 when asked."),
        _("The police, or an ambulance"),
        "999",
    )


def _own_life(concern: Concern) -> UrgentStop:
    if concern.is_own:
        heading, text = _("If you cannot go on"), _("Call Samaritans. You can say anything, and nobody judges you.")
    else:
        heading = _("If someone may hurt themselves or end their life")
        text = _("Ask about it, and stay with them. They can call Samaritans, and so can you.")
    return UrgentStop(heading, text, _("Free, at any time, day or night"), SAMARITANS, _("Samaritans"))


def _abuse(concern: Concern) -> UrgentStop:
    number, note = ABUSE_HELPLINES[concern.nation]
    who = _("you are") if concern.is_own else _("someone is")
    text = _("Call the helpline from a phone that nobody else checks. They help to plan what is safe.")
    return UrgentStop(_("If %(who)s being hurt at home or by a partner") % {"who": who}, text, note, number)


def _threat(concern: Concern) -> UrgentStop:
    text = _("Tell the police who made the threat, and how. If it could happen today, call 999.")
    return UrgentStop(_("If someone is under threat"), text, _("At any time"), POLICE, _("Police"))


def _custody(concern: Concern) -> UrgentStop:
    if concern.is_own:
        text = _("Tell the custody sergeant or the custody nurse how you are. Ask them to write it down.")
        return UrgentStop(_("You are in police custody now"), text, _("Any officer can fetch them"))
    text = _("Tell the custody sergeant or the custody nurse what worries you. Ask them to write it down.")
    note = _("In the building? Tell any officer. Elsewhere, ask for the custody suite")
    return UrgentStop(_("They are in police custody now"), text, note, POLICE, _("Police"))


def _child(concern: Concern) -> UrgentStop:
    is_under_16 = concern.has(UrgentReason.UNDER_16)
    if concern.is_own and is_under_16:
        text = _("Call Childline. Or ask any police officer, nurse or teacher to call social work for you.")
        return UrgentStop(_("You are under 16"), text, _("Free, at any time"), CHILDLINE, _("Childline"))
    heading = _("They are under 16") if is_under_16 else _("If a child may not be safe")
    if concern.nation == NORTHERN_IRELAND:
        return _social_work_stop(
            concern, heading, _("the child"), EMERGENCY_SOCIAL_WORK_NI, _("Emergency social work")
        )
    return _social_work_stop(concern, heading, _("the child"), NSPCC, _("NSPCC, for advice about a child"))


def _serious_harm(concern: Concern) -> UrgentStop:
    number = EMERGENCY_SOCIAL_WORK_NI if concern.nation == NORTHERN_IRELAND else ""
    heading = _("If someone could be seriously harmed")
    return _social_work_stop(concern, heading, _("the person"), number, _("Emergency social work"))


def _social_work_stop(concern: Concern, heading: str, who: str, number: str, number_of: str) -> UrgentStop:
    link = None if concern.nation == NORTHERN_IRELAND else COUNCIL_FINDER
    text = SOCIAL_WORK[concern.nation].format(who=who)
    return UrgentStop(heading, text, _("You do not have to be sure"), number, number_of if number else "", link)


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
