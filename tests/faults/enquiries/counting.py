"""What was sent, what is stored, and what was told of it: the three must agree."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub

STORED = """
import json
from directory.enquiries.models import Enquiry
answers = ((enquiry.reference, enquiry.unseal_answers()) for enquiry in Enquiry.objects.order_by("pk"))
print(json.dumps([(reference, private.name, private.words) for reference, private in answers]))
"""
# More than any test waits for.
UNKNOWN = 1_000_000
SUBJECT = re.compile(r"New enquiry (PSH-\S+)")


@dataclass
class Count:
    """Names of people stand for their enquiries: each was sent under a name of its own."""

    acknowledged: dict[str, str] = field(default_factory=dict)
    stored: list[tuple[str, str]] = field(default_factory=list)
    notified: list[str] = field(default_factory=list)

    def problems(self) -> Iterator[str]:
        """Everything that must never happen."""
        by_name = {name: reference for reference, name in self.stored}
        for name, reference in self.acknowledged.items():
            if by_name.get(name) != reference:
                yield f"lost: {name} was told {reference}"
        for name, times in Counter(name for _, name in self.stored).items():
            if times > 1:
                yield f"doubled: {name}"
        for reference, name in self.stored:
            if reference not in self.notified:
                yield f"not notified: {name}"


def stored_in(hub: RunningHub, kind: str) -> list[tuple[str, str]]:
    """Reference and name of every enquiry about somebody whose name begins so, decrypted by a process of its own."""
    return [(reference, name) for reference, name, _ in _asked(hub) if name.startswith(kind)]


def words_stored_in(hub: RunningHub, kind: str) -> dict[str, str]:
    """What each of them wrote, by name."""
    return {name: words for _, name, words in _asked(hub) if name.startswith(kind)}


def owed_by(hub: RunningHub) -> int:
    """How many mails are not sent yet. While the site does not answer: too many."""
    answer = hub.get("/health/work")[1]
    waiting = json.loads(answer).get("waiting", {}) if answer else {}
    return int(waiting.get("enquiry_mail", {}).get("count", UNKNOWN))


def notified_by(server: MailServer) -> list[str]:
    """References of the notices that arrived."""
    return [found[1] for found in map(SUBJECT.fullmatch, server.subjects()) if found]


def _asked(hub: RunningHub) -> list[tuple[str, str, str]]:
    return json.loads(hub.run(STORED).splitlines()[-1])
