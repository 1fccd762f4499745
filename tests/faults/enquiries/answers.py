"""What the enquirers of the fault tests answer, by the names of the fields."""

from typing import Any

from tests.factories.enquiries import VALID_POST


def answers(name: str, **changes: Any) -> dict[str, Any]:
    """A professional's enquiry about somebody of this name, who may be told from all others by it."""
    own = {"name": name, "words": f"{name} has moved five times this year.", "email_reference": None}
    return {**VALID_POST, **own, **changes}
