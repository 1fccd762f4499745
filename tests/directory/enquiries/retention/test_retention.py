"""Every stored value has a rule, and anonymising follows it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.enquiries.actions import add_note, claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Enquiry, Note, OutboxMessage
from directory.enquiries.retention import anonymisation
from directory.enquiries.retention.anonymisation import TooMuchAtOnce, anonymise_due_enquiries
from directory.enquiries.retention.rules import RULES, every_field_has_a_retention_rule, find_rule_problems
from directory.enquiries.storage.access_log import find_problems
from hub.models import User
from tests.factories.enquiries import make_enquiry


def test_every_field_has_a_rule() -> None:
    assert every_field_has_a_retention_rule() == []


def test_a_field_without_a_rule_and_a_rule_without_a_field_fail() -> None:
    rules = {model: dict(fields) for model, fields in RULES.items()}
    rules["enquiry"]["shoe_size"] = rules["enquiry"].pop("sealed_answers")
    del rules["note"]
    problems = list(find_rule_problems(rules))
    assert "enquiry.sealed_answers has no retention rule." in problems
    assert "enquiry.shoe_size has a retention rule and is not stored." in problems
    assert "note.sealed_text has no retention rule." in problems


@pytest.fixture
def old(moderator: User) -> Enquiry:
    """Closed thirteen months ago, with a note."""
    enquiry = close_one(moderator)
    Enquiry.objects.filter(pk=enquiry.pk).update(closed_at=timezone.now() - timedelta(days=400))
    return enquiry


def close_one(moderator: User) -> Enquiry:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=moderator)
    add_note(enquiry=enquiry, by=moderator, text="Rang once")
    return close_enquiry(enquiry=enquiry, by=moderator, reason="planned")


@pytest.mark.django_db
def test_anonymising_deletes_names_and_words_and_keeps_counts(old: Enquiry, moderator: User) -> None:
    recent, waiting = close_one(moderator), make_enquiry()
    assert anonymise_due_enquiries() == 1
    emptied = Enquiry.objects.get(pk=old.pk)
    assert (emptied.sealed_answers, emptied.code_digest, emptied.postcode_district) == ("", "", "")
    assert not EnquiryKey.objects.filter(pk=old.key_id).exists()
    assert (emptied.claimed_by, emptied.closed_by, emptied.no_voicemail) == (None, None, False)
    assert (emptied.setting, emptied.needs, emptied.close_reason) == ("community-sentence", ["housing"], "planned")
    assert Note.objects.filter(enquiry=old).count() == OutboxMessage.objects.filter(enquiry=old).count() == 0
    with pytest.raises(UnreadableContent):
        emptied.unseal_answers()
    for kept in (recent, waiting):
        assert Enquiry.objects.get(pk=kept.pk).unseal_answers().name == "R.M."
    assert list(find_problems()) == []
    assert anonymise_due_enquiries() == 0
    assert open_enquiry(enquiry=emptied, by=moderator).answers is None


@pytest.mark.django_db
def test_an_anonymised_enquiry_can_still_be_opened_in_the_inbox(old: Enquiry, inbox) -> None:
    anonymise_due_enquiries()
    page = inbox.get(f"/admin/enquiries/{old.pk}/").content.decode()
    assert "Names and words were deleted" in page


@pytest.mark.django_db
def test_a_run_that_would_touch_too_many_stops(old: Enquiry, moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anonymisation, "SMALLEST_LIMIT", 0)
    with pytest.raises(CommandError, match="Nothing was deleted"):
        call_command("anonymise_enquiries", stdout=StringIO())
    assert Enquiry.objects.get(pk=old.pk).unseal_answers().name == "R.M."
    with pytest.raises(TooMuchAtOnce):
        anonymise_due_enquiries(confirmed=7)
    call_command("anonymise_enquiries", confirm=1, stdout=StringIO())
    assert Enquiry.objects.get(pk=old.pk).anonymised_at is not None


@pytest.mark.django_db
def test_a_clock_that_jumped_stops_the_run(moderator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    close_one(moderator)
    far = timezone.now() + timedelta(days=3650)
    monkeypatch.setattr("directory.enquiries.retention.anonymisation.timezone.now", lambda: far)
    with pytest.raises(TooMuchAtOnce, match="clock"):
        anonymise_due_enquiries()


@pytest.mark.django_db
def test_a_dry_run_counts_and_deletes_nothing(old: Enquiry) -> None:
    output = StringIO()
    call_command("anonymise_enquiries", dry_run=True, stdout=output)
    assert "1 enquiries are due" in output.getvalue()
    assert Enquiry.objects.get(pk=old.pk).anonymised_at is None
