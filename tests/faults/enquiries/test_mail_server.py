"""A mail server that is away or hangs delays no enquiry, and everything is sent after its return."""

import time

import pytest

from tests.faults.enquirer import Enquirer
from tests.faults.enquiries.answers import answers
from tests.faults.enquiries.counting import notified_by, owed_by, stored_in
from tests.faults.mail_server import MailServer, Mood
from tests.faults.running_hub import RunningHub
from tests.faults.size import size

pytestmark = pytest.mark.django_db

ENQUIRIES = size(4, 60)
DUE_NOW = """
from django.utils import timezone
from directory.enquiries.models import OutboxMessage
OutboxMessage.objects.owed().update(next_attempt_at=timezone.now(), leased_until=None)
"""


@pytest.mark.parametrize("mood", [Mood.AWAY, Mood.HANGS])
def test_all_is_sent_after_its_return_and_several_at_a_time(
    mailing_hub: RunningHub, mail_server: MailServer, mood: Mood
) -> None:
    mail_server.be(mood)
    longest = 0.0
    for number in range(ENQUIRIES):
        begun = time.monotonic()
        Enquirer(f"http://127.0.0.1:{mailing_hub.port}", answers(f"Mailed {mood.value} {number}"), tries=1).send()
        longest = max(longest, time.monotonic() - begun)
    assert longest < 20, "an enquiry waited for the mail server"
    assert owed_by(mailing_hub) == ENQUIRIES
    mail_server.be(Mood.TAKES_MAIL)
    mail_server.seconds_a_mail, mail_server.most_at_once = 1.0, 0
    # Nobody waits half an hour in a test for the next attempt.
    mailing_hub.run(DUE_NOW)
    mailing_hub.wait_for(lambda: owed_by(mailing_hub) == 0, "the outbox to be empty", seconds=300)
    mine = {reference for reference, _ in stored_in(mailing_hub, f"Mailed {mood.value}")}
    assert len(mine) == ENQUIRIES
    assert mine <= set(notified_by(mail_server))
    assert mail_server.most_at_once > 1
