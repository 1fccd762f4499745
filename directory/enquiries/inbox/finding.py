"""From what somebody says on the phone to their enquiry: a reference, a part of one, a number, an address."""

import re
from typing import TYPE_CHECKING

from django.db.models import Value
from django.db.models.functions import Replace, Substr
from django.views.decorators.debug import sensitive_variables

from directory.enquiries import actions
from directory.enquiries.content.references import PREFIX, tidy_reference
from directory.enquiries.key_store.contact_hashes import ContactPoint
from directory.enquiries.models import Enquiry
from directory.enquiries.models.querysets import EnquiryQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

FEWEST_DIGITS = 9
SHORTEST_PART = 2
MOST_FOUND = 50
PHONE = re.compile(r"[\d\s()+./-]+")


@sensitive_variables("typed")
def find_enquiries(typed: str, user: "AbstractUser") -> EnquiryQuerySet:
    """The enquiries that fit what was typed, at most fifty. A phone number or an address is logged as a search."""
    contact = as_contact(typed)
    if contact is not None:
        found = actions.find_by_contact(contact=contact, by=user)
    else:
        found = Enquiry.objects.visible_to(user).real().filter(reference__in=_references(typed))
    return found.order_by("-received_at")[:MOST_FOUND]


@sensitive_variables("typed")
def as_contact(typed: str) -> ContactPoint | None:
    """What was typed as a phone number or an e-mail address; None when it is neither."""
    if "@" in typed:
        return ContactPoint.email(typed)
    digits = sum(character.isdigit() for character in typed)
    return ContactPoint.phone(typed) if digits >= FEWEST_DIGITS and PHONE.fullmatch(typed) else None


def _references(typed: str) -> list[str]:
    whole = tidy_reference(typed)
    if whole:
        return [whole]
    part = re.sub(r"[^A-Z0-9]", "", typed[:40].upper()).removeprefix(PREFIX)
    if len(part) < SHORTEST_PART:
        return []
    # Read from the index of references alone: the rows are heavy.
    plain = Substr(Replace("reference", Value("-"), Value("")), len(PREFIX) + 1)
    fitting = Enquiry.objects.annotate(plain=plain).filter(plain__contains=part).order_by("reference")
    return list(fitting.values_list("reference", flat=True)[: MOST_FOUND * 4])
