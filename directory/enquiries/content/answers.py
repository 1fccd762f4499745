"""What a sender tells us, split into what lists may show and what only an opened enquiry shows."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as lazy

SETTING_UNKNOWN = "unknown"


class SenderKind(TextChoices):
    PERSON = "person", lazy("The person")
    RELATIVE = "relative", lazy("A relative or friend")
    PROFESSIONAL = "professional", lazy("A professional")


class Channel(TextChoices):
    PHONE = "phone", lazy("Phone call")
    TEXT = "text", lazy("Text message")
    EMAIL = "email", lazy("Email")
    LETTER = "letter", lazy("Letter")
    SENDER = "sender", lazy("Through the sender")


class ConsentBasis(TextChoices):
    OWN = "own", lazy("About the sender")
    AGREED = "agreed", lazy("The person agrees")
    SERIOUS_HARM = "serious_harm", lazy("To protect someone from serious harm")


@dataclass(frozen=True, slots=True)
class CoarseAnswers:
    """What lists and counts need: choices, and the first half of a postcode or the name of a known place.

    No name, no free text.
    """

    sender_kind: str
    setting: str
    needs: tuple[str, ...]
    postcode_district: str


# Template and error logs print objects: without a repr they have nothing to print.
@dataclass(frozen=True, slots=True, repr=False)
class PrivateAnswers:
    """Everything that is stored encrypted. Lists are tuples; an empty value was not answered.

    `release_month` is the first of a month as an ISO date; `urgent_reasons` are names of `UrgentReason`.
    """

    consent_basis: str = ""
    consent_wording: str = ""
    urgent_reasons: tuple[str, ...] = ()
    name: str = ""
    age: int | None = None
    gender: str = ""
    same_gender_peer: bool = False
    establishment: str = ""
    release_month: str = ""
    language: str = ""
    reading: str = ""
    access_needs: str = ""
    what_would_help: str = ""
    words: str = ""
    channels: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    address: str = ""
    times: str = ""
    voicemail: bool = False
    introduction: str = ""
    who_may_answer: str = ""
    sender_name: str = ""
    sender_role: str = ""
    sender_organisation: str = ""
    sender_email: str = ""
    sender_phone: str = ""
    email_reference: bool = False

    @classmethod
    def from_stored(cls, stored: dict[str, Any]) -> "PrivateAnswers":
        """Rebuild from JSON. Keys of an older form that no longer exist are left out."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {key: value for key, value in stored.items() if key in known}
        for key, value in values.items():
            values[key] = tuple(value) if isinstance(value, list) else value
        return cls(**values)

    def to_stored(self) -> dict[str, Any]:
        """The JSON that is sealed."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True, repr=False)
class EnquiryAnswers:
    """One filled-in form."""

    coarse: CoarseAnswers
    private: PrivateAnswers
    safety_note: str = ""

    @property
    def no_voicemail(self) -> bool:
        """Whether a call is safe but a message on the machine is not."""
        return Channel.PHONE in self.private.channels and not self.private.voicemail

    @property
    def is_urgent(self) -> bool:
        """Whether it cannot wait for the next working day."""
        return bool(self.private.urgent_reasons)

    @property
    def free_texts(self) -> tuple[str, ...]:
        """Everything that was typed in words, and is not empty. Names, numbers and addresses are not words."""
        private = self.private
        texts = (
            private.what_would_help,
            private.words,
            private.access_needs,
            private.language,
            private.times,
            private.introduction,
            private.who_may_answer,
            private.sender_role,
            self.safety_note,
        )
        return tuple(filter(None, texts))

    @property
    def receipt_address(self) -> str:
        """Where the reference may be mailed; empty unless the sender asked for it and gave an address."""
        if not self.private.email_reference:
            return ""
        if self.coarse.sender_kind == SenderKind.PERSON:
            return self.private.sender_email or self.private.email
        return self.private.sender_email
