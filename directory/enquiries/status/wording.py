"""What a sender can do about an enquiry, in words."""

from dataclasses import dataclass

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
        "Add something",
        "A new date, or something we should know",
        "What do you want to add?",
        "A moderator reads it by the end of the next working day.",
        "Send this",
        "You added something",
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.CONTACT): KindWords(
        "Change how contact is safe",
        "A new number, other times, no more calls",
        "How is contact safe now?",
        "Say which number, address or way is safe now, and which is not any more.",
        "Send this",
        "You changed how contact is safe",
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.COPY): KindWords(
        "Ask for a copy",
        "Of what we keep, and who has read it. We answer within one month",
        "Ask for a copy",
        "Say how we can give it to you safely. We ask who you are before we do. You can leave this empty.",
        "Ask for a copy",
        "You asked for a copy",
    ),
    str(SenderMessage.Kind.CORRECTION): KindWords(
        "Ask for a correction",
        "If something is wrong. We answer within one month",
        "What is wrong, and what is right?",
        "Leave out offences, and names of other people.",
        "Send this",
        "You asked for a correction",
    ),
    str(SenderMessage.Kind.WITHDRAWAL): KindWords(
        "Withdraw this enquiry",
        "We stop, and tell whoever has it",
        "Withdraw this enquiry?",
        "Nobody works on it any more. You can say why, or leave this empty. You cannot undo it, but you can send "
        "another enquiry at any time.",
        "Withdraw this enquiry",
        "You withdrew it",
        is_for_closed=False,
    ),
    str(SenderMessage.Kind.COMPLAINT): KindWords(
        "Complain",
        "We write back within 30 days, and someone else looks at it",
        "What went wrong?",
        "Someone who did not work on your enquiry reads this. You hear from us within 30 days.",
        "Send this complaint",
        "You complained",
    ),
}
