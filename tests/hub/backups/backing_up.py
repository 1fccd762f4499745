"""Running the commands, and what they leave."""

import time
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from directory.enquiries.actions import add_note, claim_enquiry
from directory.enquiries.key_store.models import ContactHash, EnquiryKey
from directory.enquiries.models import Enquiry, Note
from hub.accounts import roles
from hub.backups.making import STAMP
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

NUMBER = "0141 496 0100"


def run(name: str, *arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command(name, *map(str, arguments), stdout=output, **options)
    return output.getvalue()


def back_up(folder: Path) -> Path:
    return Path(run("backup", folder).splitlines()[0])


def with_note() -> Enquiry:
    enquiry, moderator = make_enquiry(), make_user(roles.MODERATORS)
    claim_enquiry(enquiry=enquiry, by=moderator)
    add_note(enquiry=enquiry, by=moderator, text="Rang once")
    return enquiry


def shown_of(enquiry: Enquiry) -> dict[str, bool]:
    """What the databases still show of an enquiry."""
    current = Enquiry.objects.get(pk=enquiry.pk)
    return {
        "text": bool(current.sealed_answers),
        "note": Note.objects.filter(enquiry=enquiry).exists(),
        "home": bool(current.postcode_district),
        "key": EnquiryKey.objects.filter(pk=enquiry.key_id).exists(),
        "hash": ContactHash.objects.filter(key_id=enquiry.key_id).exists(),
    }


def wait_for_another_second(made: Path) -> None:
    # The name of a backup is the second it was made in.
    while timezone.now().strftime(STAMP) == made.name:
        time.sleep(0.05)
