"""Somebody else was first. Each of these carries the enquiry as it stands now."""

from directory.enquiries.models import Enquiry


class EnquiryConflict(Exception):
    """Someone else was first. `enquiry` is as it stands now."""

    def __init__(self, enquiry: Enquiry) -> None:
        super().__init__(type(self).__name__)
        self.enquiry = enquiry


class AlreadyClaimed(EnquiryConflict):
    """Another moderator has claimed it."""


class AlreadyClosed(EnquiryConflict):
    """It was closed in the meantime."""


class NotClaimedByYou(EnquiryConflict):
    """Only whoever claimed it may do this, and that is no longer you."""


class StaleForm(EnquiryConflict):
    """The form was made from an older state: somebody changed the enquiry since."""


class NotPossibleNow(EnquiryConflict):
    """What was asked for does not fit how the enquiry stands by now."""
