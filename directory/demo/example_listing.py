"""What all listings of the invented town have in common."""

from datetime import time
from decimal import Decimal
from typing import Any

from .example_places import ORGANIZATIONS
from .listing import DemoListing, FromToday, Row

INVENTED = "Invented for this demonstration, with everything it says. Nobody runs it."
# A slug is in the address of the page: whoever gets a link sees what it is.
PREFIX = "example-"
ENGLISH: Row = {"code": "en"}
FREE: tuple[Row, ...] = ({"amount": Decimal("0.00")},)


def example(
    slug: str, name: str, organization: str, summary: str, *, checked: int, by: str, fields: Row, **parts: Any
) -> DemoListing:
    """A listing of the town that was checked so many days before the demo is loaded, with somebody.

    `fields` and `parts` are those of `DemoListing`. What it said about its room dates from the check, unless `fields`
    say otherwise.
    """
    body, day = ORGANIZATIONS[organization], FromToday(-checked)
    common: Row = {
        "is_example": True,
        "assured_date": day,
        "assured_with": f"{by} (invented)",
        "referrals_as_of": day,
        "url": f"{body.url}{slug}/",
        "email": body.email,
        "funding": "an invented fund",
    }
    return DemoListing(
        f"{PREFIX}{slug}",
        name,
        organization,
        summary,
        INVENTED,
        languages=parts.pop("languages", (ENGLISH,)),
        fields={**common, **fields},
        **parts,
    )


def hours(first: str, last: str, opens: int, closes: int, **more: object) -> Row:
    """A row of opening hours, on the hour. A closing hour of 24 is midnight."""
    return {"byday": first, "until_day": last, "opens_at": time(opens), "closes_at": time(closes % 24), **more}
