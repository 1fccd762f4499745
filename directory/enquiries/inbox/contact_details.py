"""Phone numbers and addresses: covered until somebody asks for one, which is on the record."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import PrivateAnswers
from directory.enquiries.privacy.private_views import Unprinted

LABELS = {
    "phone": lazy("Phone"),
    "email": lazy("Email"),
    "address": lazy("Post"),
    "sender_email": lazy("Email"),
    "sender_phone": lazy("Phone"),
}
OF_SENDER = ("sender_email", "sender_phone")
FEWEST_DIGITS = 8
DOT = "•"


@dataclass(frozen=True, slots=True, repr=False)
class ContactDetail:
    """One of them, covered or not. `button` says what a button does that shows it."""

    name: str
    label: str
    text: str
    is_shown: bool

    @property
    def button(self) -> str:
        words = _("Show %(lower)s of the sender") if self.name in OF_SENDER else _("Show %(lower)s")
        return words % {"lower": self.label.lower()}


@sensitive_variables()
def contact_details(answers: PrivateAnswers, shown: Collection[str], *, of_sender: bool) -> Iterator[ContactDetail]:
    """Those of the person, or of the sender. `shown`: the names of those that were asked for."""
    for name, label in LABELS.items():
        value = getattr(answers, name)
        if value and (name in OF_SENDER) == of_sender:
            is_shown = name in shown
            yield ContactDetail(name, label, Unprinted(value if is_shown else covered(name, value)), is_shown)


@sensitive_variables()
def covered(name: str, value: str) -> str:
    """Enough to recognise it on the phone, and not enough to use it: 0141 ••• ••77."""
    if "email" in name:
        return f"{DOT * 5}@{value.rpartition('@')[2]}" if "@" in value else DOT * 5
    if name == "address":
        return DOT * 5
    digits = [place for place, character in enumerate(value) if character.isdigit()]
    told = {*digits[:4], *digits[-2:]} if len(digits) >= FEWEST_DIGITS else set()
    return "".join(
        character if place in told or not character.isalnum() else DOT for place, character in enumerate(value)
    )
