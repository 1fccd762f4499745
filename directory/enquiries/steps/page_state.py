"""What a page of an enquiry carries with it: its draft, and what was on offer when it was made.

Signed and posted back, so that a page can be checked, and shown again with everything typed, while the database does
not answer; and so that two enquiries in two tabs do not mix.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.core import signing
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.form.asked import Asked
from directory.enquiries.form.offered import Offered

SALT = "directory.enquiries.steps"
MAX_AGE = timedelta(days=7)


@dataclass(frozen=True, slots=True, repr=False)
class PageState:
    """One page as it was handed out.

    `slug`: which page; `number`: of the draft, 0 before there is one; `holder`: the secret of a browser that has none
    yet; `nonce`: what a code for coming back follows from; `earlier`: the choices that decided what is asked; `seen`:
    a digest of the answers that were checked; `urgent`: what cannot wait about them; `interrupted`: whether that had
    been said when the page was made.
    """

    slug: str
    token: uuid.UUID
    draft_id: uuid.UUID | None = None
    number: int = 0
    holder: str = ""
    nonce: uuid.UUID = field(default_factory=uuid.uuid4)
    service_slug: str = ""
    service_name: str = ""
    offered: Offered = field(default_factory=Offered)
    earlier: Mapping[str, Any] = field(default_factory=dict)
    seen: str = ""
    urgent: tuple[str, ...] = ()
    interrupted: bool = False

    @classmethod
    @sensitive_variables()
    def read(cls, signed: str) -> "PageState | None":
        """The state of a posted page; None when it is too old, changed, or missing."""
        try:
            stored = signing.loads(signed, salt=SALT, max_age=MAX_AGE)
            return cls(
                **{
                    **stored,
                    "token": uuid.UUID(stored["token"]),
                    "nonce": uuid.UUID(stored["nonce"]),
                    "draft_id": uuid.UUID(stored["draft_id"]) if stored["draft_id"] else None,
                    "offered": Offered.from_stored(stored["offered"]),
                    "urgent": tuple(stored["urgent"]),
                }
            )
        except (signing.BadSignature, ValueError, KeyError, TypeError):
            return None

    @property
    def asked(self) -> Asked:
        """Whom the page asks."""
        return Asked(self.offered, self.earlier)

    def renewed(self) -> "PageState":
        """The same page, outside any draft."""
        return replace(self, token=uuid.uuid4(), draft_id=None, number=0)

    @sensitive_variables()
    def signed(self) -> str:
        """The text for the hidden field."""
        stored = {name: getattr(self, name) for name in self.__slots__}
        ids = {
            "token": self.token.hex,
            "nonce": self.nonce.hex,
            "draft_id": self.draft_id.hex if self.draft_id else "",
        }
        return signing.dumps(
            {**stored, **ids, "offered": self.offered.to_stored(), "earlier": dict(self.earlier)},
            salt=SALT,
            compress=True,
        )
