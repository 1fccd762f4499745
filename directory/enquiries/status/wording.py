"""What a sender can do about an enquiry, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from directory.enquiries.models import SenderMessage


@dataclass(frozen=True, slots=True)
class KindWords:
    """`link` and `note` stand on the page; `title`, `hint` and `button` on the form; `sent` in the list afterwards."""

    link: str
    note: str
    title: str
    hint: str
    button: str
    sent: str
    is_for_closed: bool = True


KINDS: dict[str, KindWords] = {
    str(SenderMessage.Kind.ADDITION): KindWords(
        _("Add something"),
        _("A new date, or something we should know"),
        _("What do you want to add?"),
        _("A moderator reads it by the end of the next working day."),
        _("Send this"),
        _("You added something"),
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.CONTACT): KindWords(
        _("Change how contact is safe"),
        _("A new number, other times, no more calls"),
        _("How is contact safe now?"),
        _("Say which number, address or way is safe now, and which is not any more."),
        _("Send this"),
        _("You changed how contact is safe"),
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.COPY): KindWords(
        _("Ask for a copy"),
        _("Of what we keep, and who has read it. We answer within one month"),
        _("Ask for a copy"),
        _("Say how we can give it to you safely. We ask who you are before we do. You can leave this empty."),
        _("Ask for a copy"),
        _("You asked for a copy"),
    ),
    str(SenderMessage.Kind.CORRECTION): KindWords(
        _("Ask for a correction"),
        _("If something is wrong. We answer within one month"),
        _("What is wrong, and what is right?"),
        _("Leave out offences, and names of other people."),
        _("Send this"),
        _("You asked for a correction"),
    ),
    str(SenderMessage.Kind.WITHDRAWAL): KindWords(
        _("Withdraw this enquiry"),
        _("We stop, and tell whoever has it"),
        _("Withdraw this enquiry?"),
        _(
            "Nobody works on it any more. You can say why, or leave this empty. You cannot undo it, but you can send "
            "another enquiry at any time."
        ),
        _("Withdraw this enquiry"),
        _("You withdrew it"),
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.COMPLAINT): KindWords(
        _("Complain"),
        _("We write back within 30 days, and someone else looks at it"),
        _("What went wrong?"),
        _("Someone who did not work on your enquiry reads this. You hear from us within 30 days."),
        _("Send this complaint"),
        _("You complained"),
    ),
}
