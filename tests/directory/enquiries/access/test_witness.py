"""The newest hash is mailed to people who keep it, and proves a cut end."""

from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection

from directory.enquiries.models import AuditEvent
from directory.enquiries.storage import append_only
from directory.enquiries.storage.access_log import last_hash
from hub.models import User
from hub.scheduling.jobs import JOBS_BY_NAME
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db


def send() -> str:
    errors = StringIO()
    call_command("send_log_witness", stdout=StringIO(), stderr=errors)
    return errors.getvalue()


def test_all_leads_get_hash_and_count_each_by_a_mail_of_their_own(lead: User, second_lead: User) -> None:
    make_enquiry()
    make_enquiry()
    send()
    assert [message.to for message in mail.outbox] == [["lead@staff.example"], ["second@staff.example"]]
    assert last_hash() in mail.outbox[0].body
    assert "has 2 lines" in mail.outbox[0].body


def test_the_setting_names_others(lead: User, settings) -> None:
    settings.ACCESS_LOG_WITNESSES = ["board@charity.example"]
    send()
    assert [message.to for message in mail.outbox] == [["board@charity.example"]]


def test_nobody_to_tell_is_said() -> None:
    assert "ACCESS_LOG_WITNESSES" in send()
    assert mail.outbox == []


def test_it_is_sent_every_day() -> None:
    assert JOBS_BY_NAME["send_log_witness"].every.days == 1


def test_a_cut_end_is_found_with_the_hashes_of_the_mails(lead: User) -> None:
    hashes = []
    for _ in range(3):
        make_enquiry()
        send()
        hashes.append(mail.outbox[-1].body.split("newest one:\n\n")[1].split("\n")[0])
    call_command("verify_access_log", "--expect", *hashes, stdout=StringIO())
    append_only.remove(connection)
    newest = AuditEvent.objects.order_by("-pk").first()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM enquiries_auditevent WHERE id = %s", [newest.pk])
        cursor.execute("DELETE FROM enquiries_outboxmessage")
        key = newest.enquiry_id.hex if connection.vendor == "sqlite" else str(newest.enquiry_id)
        cursor.execute("DELETE FROM enquiries_enquiry WHERE id = %s", [key])
    append_only.install(connection)
    call_command("verify_access_log", stdout=StringIO())
    call_command("verify_access_log", "--expect", *hashes[:2], stdout=StringIO())
    errors = StringIO()
    with pytest.raises(CommandError):
        call_command("verify_access_log", "--expect", hashes[0], "--expect", hashes[2].upper(), stderr=errors)
    assert hashes[2] in errors.getvalue()
