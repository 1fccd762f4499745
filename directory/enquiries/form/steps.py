"""The pages of questions: what is asked together, in which order, and whom it is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from directory.enquiries.content.answers import Channel, SenderKind

from .asked import Asked

TOLD_BY = {
    Channel.PHONE: ("phone", "voicemail"),
    Channel.TEXT: ("phone",),
    Channel.EMAIL: ("email",),
    Channel.LETTER: ("address",),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One page. Its slug is in the address, so it says nothing.

    `title`, `own_title`: the heading, for somebody else and for the person; empty where the only question is it.
    `part`: the heading it stands under when answers are checked.
    """

    slug: str
    part: str
    names: tuple[str, ...]
    title: str = ""
    own_title: str = ""
    lede: str = ""
    why: str = ""
    applies: Callable[[Asked], bool] = lambda asked: True
    asks: Callable[[Asked], tuple[str, ...]] | None = None

    def fields(self, asked: Asked) -> tuple[str, ...]:
        """The questions of this page, for whoever is asked."""
        return self.asks(asked) if self.asks else self.names

    def heading(self, asked: Asked) -> str:
        return self.own_title if asked.is_own and self.own_title else self.title


def _contact_details(asked: Asked) -> tuple[str, ...]:
    wanted = {name for channel in asked.channels for name in TOLD_BY.get(Channel(channel), ())}
    spoken = Channel.PHONE in asked.channels
    names: list[str] = [name for name in ("phone", "email", "address") if name in wanted]
    names += ["times"] if Channel.PHONE in asked.channels or Channel.TEXT in asked.channels else []
    names += ["voicemail", "introduction", "who_may_answer"] if spoken else []
    names += ["email_reference"] if asked.is_own and Channel.EMAIL in asked.channels else []
    return tuple(names)


def _about_sender(asked: Asked) -> tuple[str, ...]:
    organisation = () if asked.sender_kind == SenderKind.RELATIVE else ("sender_organisation",)
    return ("sender_name", "sender_role", *organisation, "sender_email", "sender_phone", "email_reference")


PERSON, HELP, CONTACT, SENDER = (
    _("Who the enquiry is for"),
    _("What would help"),
    _("Contacting them safely"),
    _("About you"),
)
SHARING = _("Sharing this")

STEPS = (
    Step("q1", PERSON, ("sender_kind",)),
    Step(
        "q2",
        PERSON,
        ("setting",),
        why=_(
            "Services take people by where they are in the justice system. We never ask what anyone was convicted of."
        ),
    ),
    Step(
        "q3",
        PERSON,
        ("establishment", "release_month"),
        title=_("Where is the person held, and until when?"),
        own_title=_("Where are you held, and until when?"),
        why=_(
            "Some services work in certain prisons, and some meet people at the gate. "
            "We never ask what anyone was convicted of."
        ),
        applies=lambda asked: asked.is_inside,
    ),
    Step(
        "q4",
        PERSON,
        ("postcode_district",),
        title=_("Where do they live?"),
        own_title=_("Where do you live?"),
        why=_("Services cover areas. Of a postcode we keep only the first half."),
    ),
    Step(
        "q5",
        HELP,
        ("needs", "what_would_help", "words"),
        title=_("What would help?"),
        why=_(
            "It helps us to choose the service and the peer worker. Say as little as you need to. "
            "A peer worker hears the rest from the person."
        ),
    ),
    Step(
        "q6",
        PERSON,
        ("name", "age", "gender", "same_gender_peer"),
        title=_("Who is the person?"),
        own_title=_("Who are you?"),
        why=_("A peer worker needs to know what to call somebody. Services take people by age, and some by gender."),
    ),
    Step(
        "q7",
        PERSON,
        ("language", "reading", "access_needs"),
        title=_("What does the service need to think of?"),
        lede=_("You can leave all of this empty."),
        why=_("So that a letter is read, a call is understood, and a place can be reached."),
    ),
    Step(
        "q8",
        CONTACT,
        ("channels",),
        why=_(
            "A call, a letter or the name of a service can put someone at risk at home. "
            "We and the service use only the ways you choose here."
        ),
    ),
    Step(
        "q9",
        CONTACT,
        ("phone", "email", "address", "times", "voicemail", "introduction", "who_may_answer"),
        title=_("How is contact safe?"),
        why=_("Whoever calls or writes sees these first, above the number or the address."),
        # Counted before it is known, so that the number of pages grows for few.
        applies=lambda asked: not asked.channels or bool(_contact_details(asked)),
        asks=_contact_details,
    ),
    Step(
        "q10",
        SENDER,
        ("sender_name", "sender_role", "sender_organisation", "sender_email", "sender_phone", "email_reference"),
        title=_("How can we reply to you?"),
        why=_("We reply to you, not to the person, unless you said otherwise."),
        applies=lambda asked: not asked.is_own,
        asks=_about_sender,
    ),
    Step(
        "q11",
        SHARING,
        ("safety_note",),
        why=_("Fewer people may read this than the rest. It is for whoever arranges the first meeting."),
    ),
    Step(
        "q12",
        SHARING,
        ("consent_basis",),
        why=_(
            "We may only pass on what the person agreed to share. If they do not know yet, ask them first. "
            "We keep your answer and the words above it."
        ),
    ),
)
STEPS_BY_SLUG: Mapping[str, Step] = {step.slug: step for step in STEPS}
FIRST = STEPS[0]
STEP_OF_QUESTION: Mapping[str, Step] = {name: step for step in STEPS for name in step.names}


def applying(asked: Asked) -> list[Step]:
    """The pages that concern whoever is asked, in order."""
    return [step for step in STEPS if step.applies(asked)]


def earlier_answers(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """Of the answers given, the choices that decide what is asked later. None of them was typed."""
    return {name: cleaned[name] for name in ("sender_kind", "setting", "channels") if cleaned.get(name)}
