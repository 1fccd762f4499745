"""Each question of an enquiry as a form field. The same for the site, for paper and for whoever records a call.

A question is put to the person, or to somebody else about the person: `Asked.is_own` says which.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from directory.enquiries.content.answers import SETTING_UNKNOWN, Channel, ConsentBasis, SenderKind
from directory.enquiries.content.consent_wording import CONSENT_VERSION, CONSENT_WORDINGS
from directory.forms.fields import NumberField
from directory.forms.widgets import Checkboxes, Radios
from directory.places.fields import PlaceField
from directory.referral.rules import INSIDE

from .fields import AddressField, PhoneField, PlainTextField, PrivateEmailField
from .offered import Offered

MONTHS_AHEAD = 60
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])", re.ASCII)
SENDER_CHOICES = (
    (SenderKind.PERSON, "Me"),
    (SenderKind.RELATIVE, "A relative or friend"),
    (SenderKind.PROFESSIONAL, "Someone I work with"),
)
CHANNEL_CHOICES = (
    (Channel.PHONE, "Phone call"),
    (Channel.TEXT, "Text message"),
    (Channel.EMAIL, "Email"),
    (Channel.LETTER, "Letter"),
    (Channel.SENDER, "Through me"),
)
CHANNEL_HINTS = {
    Channel.LETTER: "Only if nobody else opens the post",
    Channel.SENDER: "The service contacts you, not the person",
}
VOICEMAIL_CHOICES = (("yes", "Yes"), ("no", "No, do not leave one"))
GENDER_CHOICES = (("woman", "Woman"), ("man", "Man"), ("other", "Another way"), ("", "I would rather not say"))
READING_CHOICES = (
    ("", "No help needed, or I do not know"),
    ("help", "Some help with letters and forms"),
    ("aloud", "Someone to read it out"),
    ("easy", "Easy words and pictures"),
)
NOT_SAID = "I do not know"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a question is put to: what they answered before, and what can be chosen."""

    offered: Offered = field(default_factory=Offered)
    earlier: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sender_kind(self) -> str:
        return self.earlier.get("sender_kind", "")

    @property
    def is_own(self) -> bool:
        """Whether the enquiry is for whoever sends it."""
        return self.sender_kind == SenderKind.PERSON

    @property
    def is_inside(self) -> bool:
        """Whether the person is held somewhere, or about to leave it."""
        return self.earlier.get("setting") in INSIDE

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(self.earlier.get("channels", ()))

    def words(self, theirs: str, own: str) -> str:
        """What is said about the person, or to the person."""
        return own if self.is_own else theirs


class ReleaseMonthField(forms.ChoiceField):
    """A month as 2027-03, from this one on. One that has just passed is still an answer."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=[("", NOT_SAID), *release_months(timezone.localdate())],
            required=False,
            error_messages={"invalid_choice": "Choose the month from the list"},
            **options,
        )

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or bool(MONTH.fullmatch(str(value)) and str(value) < str(date.today()))


def release_months(today: date) -> list[tuple[str, str]]:
    """The months a release may be in, as 2027-03 and "March 2027"."""
    first = today.year * 12 + today.month - 1
    months = (date(number // 12, number % 12 + 1, 1) for number in range(first, first + MONTHS_AHEAD))
    return [(f"{month:%Y-%m}", f"{month:%B %Y}") for month in months]


def choice_field(choices: Any, error: str, *, required: bool = True, **options: Any) -> forms.ChoiceField:
    """Radios whose only message says what to do."""
    return forms.ChoiceField(
        choices=choices,
        required=required,
        widget=Radios,
        error_messages={"required": error, "invalid_choice": error},
        **options,
    )


def choices_field(
    choices: Any, error: str, *, required: bool = True, hints: Any = None, **options: Any
) -> forms.MultipleChoiceField:
    """Checkboxes whose only message says what to do."""
    messages = dict.fromkeys(("required", "invalid_choice", "invalid_list"), error)
    return forms.MultipleChoiceField(
        choices=choices, required=required, widget=Checkboxes(hints=hints), error_messages=messages, **options
    )


def make_fields(names: Iterable[str], asked: Asked) -> dict[str, forms.Field]:
    """Fresh fields for these questions, by name."""
    return {name: QUESTIONS[name](asked) for name in names}


def _sender_kind(asked: Asked) -> forms.Field:
    return choice_field(SENDER_CHOICES, "Choose who the enquiry is for", label="Who is the enquiry for?")


def _setting(asked: Asked) -> forms.Field:
    return choice_field(
        (*asked.offered.settings, (SETTING_UNKNOWN, NOT_SAID)),
        asked.words("Choose where the person is now", "Choose where you are now"),
        label=asked.words("Where is the person now?", "Where are you now?"),
    )


def _establishment(asked: Asked) -> forms.Field:
    return forms.ChoiceField(
        choices=[("", NOT_SAID), *asked.offered.establishments],
        required=False,
        label="Which prison or other place?",
        error_messages={"invalid_choice": "Choose the place from the list"},
    )


def _release_month(asked: Asked) -> forms.Field:
    return ReleaseMonthField(label="Month of release", help_text="If it is not certain, the month you expect.")


def _postcode_district(asked: Asked) -> forms.Field:
    where = asked.words("Where they live", "Where you live")
    return PlaceField(
        label="First part of the postcode, or the place",
        help_text=f"{where}, or will live, like G31 or Dennistoun. Leave it empty if there is no fixed address.",
        required=False,
        confirms=True,
    )


def _needs(asked: Asked) -> forms.Field:
    return choices_field(
        asked.offered.needs,
        "Choose what help is needed from the list",
        required=False,
        label="What help is needed?",
        help_text="Choose all that matter now.",
    )


def _what_would_help(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="What would help most?",
        help_text="For example, someone to go along to the first appointment.",
        required=False,
        max_length=1000,
        rows=3,
    )


def _words(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="In your words",
        help_text="What is going on, and what a good peer worker should know. "
        "Leave out offences, full names and names of other people.",
        required=False,
        max_length=3000,
        rows=7,
    )


def _name(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=asked.words("First name or initials of the person", "Your first name or initials"),
        help_text=asked.words("What a peer worker can call them.", "What a peer worker can call you.")
        + " Leave out the surname.",
        max_length=60,
        width=20,
        error_messages={"required": "Enter a first name or initials"},
    )


def _age(asked: Asked) -> forms.Field:
    return NumberField(
        label=asked.words("Age, if you know it", "Your age"),
        help_text="Some services are for certain ages.",
        required=False,
        min_value=8,
        max_value=110,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Enter an age in years, like 34"),
    )


def _gender(asked: Asked) -> forms.Field:
    return choice_field(
        GENDER_CHOICES,
        "Choose from the list",
        required=False,
        label=asked.words("The person is", "I am"),
        help_text="Some services are for women or for men only.",
    )


def _same_gender_peer(asked: Asked) -> forms.Field:
    return forms.BooleanField(
        label=asked.words("They want a peer worker of the same gender", "I want a peer worker of the same gender"),
        required=False,
    )


def _language(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="Language",
        help_text="If it is not English, or if an interpreter is needed. British Sign Language counts.",
        required=False,
        max_length=60,
        width=20,
    )


def _reading(asked: Asked) -> forms.Field:
    return choice_field(READING_CHOICES, "Choose from the list", required=False, label="Reading and writing")


def _access_needs(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="What makes meeting possible?",
        help_text="For example, a step-free place, a quiet room, or time to think.",
        required=False,
        max_length=500,
        rows=3,
    )


def _channels(asked: Asked) -> forms.Field:
    offered = [pair for pair in CHANNEL_CHOICES if not (asked.is_own and pair[0] == Channel.SENDER)]
    return choices_field(
        offered,
        hints=CHANNEL_HINTS,
        error=asked.words(
            "Choose how the service can contact the person safely", "Choose how the service can contact you safely"
        ),
        label=asked.words("How can the service contact the person safely?", "How can the service contact you safely?"),
        help_text="Think about who else sees the phone, the email or the post. Choose all that are safe.",
    )


def _phone(asked: Asked) -> forms.Field:
    return PhoneField(
        label="Safe phone number",
        help_text="For a phone call or a text message.",
        required=False,
        max_length=60,
        width=20,
    )


def _email(asked: Asked) -> forms.Field:
    return PrivateEmailField(
        label="Safe email address", help_text=asked.words("For an email to the person.", ""), required=False
    )


def _address(asked: Asked) -> forms.Field:
    return AddressField(label="Safe postal address", help_text="For a letter.", required=False, max_length=300, rows=3)


def _times(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="Safe times", help_text="For example, weekdays, 10am to 2pm.", required=False, max_length=200
    )


def _voicemail(asked: Asked) -> forms.Field:
    return choice_field(
        VOICEMAIL_CHOICES,
        "Choose whether a voicemail is safe",
        required=False,
        label="Can the service leave a voicemail?",
        help_text="If you do not choose, nobody leaves one.",
    )


def _introduction(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="Who should the caller say they are?",
        help_text="For example, “calling for R”, without the name of the service.",
        required=False,
        max_length=200,
    )


def _who_may_answer(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="Who else may answer?",
        help_text="And what may be said to them. If you leave it empty, nobody is told anything.",
        required=False,
        max_length=200,
    )


def _sender_name(asked: Asked) -> forms.Field:
    return PlainTextField(label="Your name", required=False, max_length=100)


def _sender_role(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="How you know the person" if asked.sender_kind == SenderKind.RELATIVE else "Your role",
        help_text="For example, mother, partner or neighbour."
        if asked.sender_kind == SenderKind.RELATIVE
        else "For example, justice social worker.",
        required=False,
        max_length=100,
    )


def _sender_organisation(asked: Asked) -> forms.Field:
    return PlainTextField(label="Your organisation", required=False, max_length=120)


def _sender_email(asked: Asked) -> forms.Field:
    return PrivateEmailField(label="Your email address", required=False)


def _sender_phone(asked: Asked) -> forms.Field:
    return PhoneField(label="Your phone number", required=False, max_length=60, width=20)


def _email_reference(asked: Asked) -> forms.Field:
    return forms.BooleanField(
        label="Email me the reference",
        help_text="The email holds the reference and nothing else. Leave this empty if someone else reads your email.",
        required=False,
    )


def _safety_note(asked: Asked) -> forms.Field:
    return PlainTextField(
        label="What keeps people safe?",
        help_text="For example, meet in a public place, not alone with a man, not on that street. "
        "Think of the person and of the peer worker. You can leave this empty.",
        required=False,
        max_length=1000,
        rows=4,
    )


def _consent_basis(asked: Asked) -> forms.Field:
    wordings = CONSENT_WORDINGS[CONSENT_VERSION]
    offered = [pair for pair in wordings.items() if not asked.is_own or pair[0] == ConsentBasis.OWN]
    return choice_field(
        [pair for pair in offered if asked.is_own or not asked.sender_kind or pair[0] != ConsentBasis.OWN],
        asked.words("Choose whether the person agrees to share this", "Say that you agree to share this"),
        label=asked.words("Does the person know you are asking?", "Do you agree to share this?"),
    )


# In the order in which they are asked.
QUESTIONS: dict[str, Callable[[Asked], forms.Field]] = {
    "sender_kind": _sender_kind,
    "setting": _setting,
    "establishment": _establishment,
    "release_month": _release_month,
    "postcode_district": _postcode_district,
    "needs": _needs,
    "what_would_help": _what_would_help,
    "words": _words,
    "name": _name,
    "age": _age,
    "gender": _gender,
    "same_gender_peer": _same_gender_peer,
    "language": _language,
    "reading": _reading,
    "access_needs": _access_needs,
    "channels": _channels,
    "phone": _phone,
    "email": _email,
    "address": _address,
    "times": _times,
    "voicemail": _voicemail,
    "introduction": _introduction,
    "who_may_answer": _who_may_answer,
    "sender_name": _sender_name,
    "sender_role": _sender_role,
    "sender_organisation": _sender_organisation,
    "sender_email": _sender_email,
    "sender_phone": _sender_phone,
    "email_reference": _email_reference,
    "safety_note": _safety_note,
    "consent_basis": _consent_basis,
}
