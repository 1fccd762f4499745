"""Every stored value has a rule, and anonymising follows it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from directory.enquiries.actions import add_note, claim_enquiry, close_enquiry, open_enquiry
from directory.enquiries.content.encryption import UnreadableContent
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Correction, Enquiry, Hold, Note, OutboxMessage
from directory.enquiries.retention import anonymisation
from directory.enquiries.retention.anonymisation import TooMuchAtOnce, anonymise_due_enquiries
from directory.enquiries.retention.holds import NothingToHold, lift_hold, place_hold
from directory.enquiries.retention.rules import (
    RULES,
    every_field_has_a_retention_rule,
    find_rule_problems,
    relations_to_delete,
)
from directory.enquiries.storage.access_log import find_problems
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user


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
        call_command("anonymise_enquiries", apply=True, stdout=StringIO())
    assert Enquiry.objects.get(pk=old.pk).unseal_answers().name == "R.M."
    with pytest.raises(TooMuchAtOnce):
        anonymise_due_enquiries(confirmed=7)
    call_command("anonymise_enquiries", apply=True, confirm=1, stdout=StringIO())
    assert Enquiry.objects.get(pk=old.pk).anonymised_at is not None


@pytest.mark.django_db
def test_without_being_told_to_it_says_what_is_due_and_deletes_nothing(old: Enquiry) -> None:
    make_practice_enquiry(timedelta(days=31))
    output = StringIO()
    call_command("anonymise_enquiries", stdout=output)
    assert "2 enquiries are due: 1 closed a year ago, 1 practice, 0 never closed" in output.getvalue()
    assert not Enquiry.objects.exclude(anonymised_at=None).exists()


def make_practice_enquiry(age: timedelta) -> Enquiry:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(is_practice=True, received_at=timezone.now() - age)
    return enquiry


@pytest.mark.django_db
def test_practice_goes_after_30_days_open_or_closed() -> None:
    old, recent = make_practice_enquiry(timedelta(days=30, minutes=1)), make_practice_enquiry(timedelta(days=29))
    assert anonymise_due_enquiries() == 1
    assert Enquiry.objects.get(pk=old.pk).anonymised_at is not None
    assert Enquiry.objects.get(pk=recent.pk).unseal_answers().name == "R.M."


@pytest.mark.django_db
def test_everything_about_an_enquiry_goes_with_it(old: Enquiry, moderator: User) -> None:
    Correction.objects.create(enquiry=old, sealed_text=old.data_key.seal("It was May"))
    assert {relation.model for relation in relations_to_delete()} >= {Note, OutboxMessage, Correction, Hold}
    anonymise_due_enquiries()
    for relation in relations_to_delete():
        assert not relation.model._base_manager.filter(**{relation.name: old}).exists()


@pytest.mark.django_db
def test_a_hold_keeps_it_until_its_day(old: Enquiry) -> None:
    lead, today = make_user(roles.LEADS, "lead@staff.example"), timezone.localdate()
    hold = place_hold(enquiry=old, by=lead, reason="complaint", until=today)
    assert anonymise_due_enquiries() == 0
    Hold.objects.filter(pk=hold.pk).update(until=today - timedelta(days=1))
    assert anonymise_due_enquiries() == 1
    assert list(old.events.values_list("action", flat=True))[-2:] == ["held", "anonymised"]
    with pytest.raises(NothingToHold):
        place_hold(enquiry=old, by=lead, reason="complaint", until=today)


@pytest.mark.django_db
def test_a_lifted_hold_keeps_nothing_and_is_on_the_record(old: Enquiry, moderator: User) -> None:
    lead = make_user(roles.LEADS, "lead@staff.example")
    place_hold(enquiry=old, by=lead, reason="claim", until=timezone.localdate())
    hold = place_hold(enquiry=old, by=lead, reason="claim", until=timezone.localdate() + timedelta(days=9))
    assert Hold.objects.count() == 1
    for act in (
        lambda: lift_hold(hold=hold, by=moderator),
        lambda: place_hold(enquiry=old, by=moderator, reason="claim", until=timezone.localdate()),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert lift_hold(hold=hold, by=lead) is True
    assert lift_hold(hold=hold, by=lead) is False
    assert anonymise_due_enquiries() == 1
    assert "hold_lifted" in set(old.events.values_list("action", flat=True))
