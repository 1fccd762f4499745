"""What became of looking at an enquiry for signs of a machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to set it aside for a person to look through, and which mails it owes."""

    is_quarantined: bool = False
    tells_moderators: bool = True
    mails_sender: bool = True


NOTHING_ODD = Verdict()
