"""What can go wrong with an enquiry, by name."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Enquiry


class UnreadableContent(Exception):
    """The content cannot be decrypted: a wrong key, an erased key, or changed bytes."""


class EnquiryNotSaved(Exception):
    """The enquiry could not be written although the database answered."""


class NoRecipient(Exception):
    """A mail is owed to moderators, and no address is set."""


class ChangedAfterSending(Exception):
    """The form was sent before, with other answers."""

    def __init__(self, enquiry: "Enquiry") -> None:
        super().__init__("Sent before with other answers.")
        self.enquiry = enquiry


class EnquiryConflict(Exception):
    """Someone else was first. `enquiry` is as it stands now."""

    def __init__(self, enquiry: "Enquiry") -> None:
        super().__init__(type(self).__name__)
        self.enquiry = enquiry


class AlreadyClaimed(EnquiryConflict):
    """Another moderator has claimed it."""


class AlreadyClosed(EnquiryConflict):
    """It was closed in the meantime."""


class NotClaimedByYou(EnquiryConflict):
    """Only whoever claimed it may do this, and that is no longer you."""
