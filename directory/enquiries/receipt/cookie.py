"""The cookie that shows the receipt to the browser that sent an enquiry, for an hour and to nobody else."""

import json
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

from directory.enquiries.content.answers import SenderKind
from directory.enquiries.models import Enquiry
from directory.enquiries.reply_times.nations import main_nation
from directory.enquiries.urgent_help.reasons import UrgentReason
from directory.enquiries.urgent_help.stops import Concern

SALT = "directory.enquiries.receipt"
AGE = timedelta(hours=1)


@dataclass(frozen=True, slots=True, repr=False)
class Receipt:
    """What the cookie keeps: which enquiry, and what to do about it now."""

    enquiry_id: uuid.UUID
    concern: Concern

    @classmethod
    def of(cls, enquiry: Enquiry, reasons: tuple[UrgentReason, ...]) -> "Receipt":
        """The receipt of an enquiry that was just sent."""
        is_own = enquiry.sender_kind == SenderKind.PERSON
        return cls(enquiry.pk, Concern(reasons, main_nation(enquiry.postcode_district), is_own))

    def seal(self) -> str:
        """Encrypted for the cookie. Of one length, which says nothing about the reasons either."""
        bits = sum(1 << place for place, reason in enumerate(UrgentReason) if reason in self.concern.reasons)
        fields = (self.enquiry_id.hex, f"{bits:08x}", self.concern.nation, f"{self.concern.is_own:d}")
        return _key_ring().encrypt(json.dumps(fields).encode()).decode()

    @classmethod
    def open(cls, sealed: str) -> "Receipt | None":
        """What `seal` made in the last hour; None for anything else."""
        try:
            enquiry_id, bits, nation, is_own = json.loads(
                _key_ring().decrypt(sealed.encode(), ttl=int(AGE.total_seconds()))
            )
        except (InvalidToken, ValueError):
            return None
        reasons = tuple(reason for place, reason in enumerate(UrgentReason) if int(bits, 16) >> place & 1)
        return cls(uuid.UUID(enquiry_id), Concern(reasons, nation, is_own == "1"))

    @property
    def departure(self) -> str:
        """An id for the page, the same at every reload, that leads to nothing."""
        return salted_hmac(SALT, self.enquiry_id.hex).hexdigest()[:16]


def _key_ring() -> MultiFernet:
    secrets: Sequence[str] = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (salted_hmac(SALT, "", secret=secret, algorithm="sha256").digest() for secret in secrets)
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])
