"""What moderators do to an enquiry: one winner, one line in the log, and nothing that was written is lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from directory.enquiries.actions import (
    AlreadyClosed,
    Attempt,
    NotPossibleNow,
    StaleForm,
    add_late_note,
    add_note,
    ask_sender,
    assign_enquiry,
    claim_enquiries,
    claim_enquiry,
    close_enquiry,
    close_quarantined,
    hand_over_all,
    keep_apart,
    let_through,
    merge_enquiries,
    open_enquiry,
    possible_duplicates,
    quarantine_enquiry,
    raise_flag,
    record_answer,
    record_attempt,
    reopen_enquiry,
    wait_for,
)
from directory.enquiries.mail.delivery import drain_outbox
from directory.enquiries.models import AuditEvent, ContactAttempt, Enquiry, Note, OutboxMessage, RiskFlag
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
OTHER_CONTACT = {"phone": "0131 496 0999", "sender_email": "other@elsewhere.example"}


def again(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.get(pk=enquiry.pk)


def is_overdue(enquiry: Enquiry) -> bool:
    return Enquiry.objects.overdue(timezone.now()).filter(pk=enquiry.pk).exists()


def make_late() -> Enquiry:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(answer_due_at=timezone.now() - timedelta(hours=3))
    return again(enquiry)


def test_every_change_makes_a_version_and_a_stale_one_is_refused(moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    seen = enquiry.version
    add_note(enquiry=enquiry, by=colleague, text="Rang once", version=seen)
    for stale in (
        lambda: add_note(enquiry=enquiry, by=moderator, text="Rang twice", version=seen),
        lambda: wait_for(enquiry=enquiry, by=moderator, whom="sender", until=timezone.localdate(), version=seen),
        lambda: raise_flag(enquiry=enquiry, by=moderator, kind="self", reason="Said so", version=seen),
        lambda: assign_enquiry(enquiry=enquiry, by=moderator, to=colleague, version=seen),
        lambda: record_answer(enquiry=enquiry, by=moderator, text="Done", done_by="Sam", version=seen),
        lambda: quarantine_enquiry(enquiry=enquiry, by=moderator, version=seen),
    ):
        with pytest.raises(StaleForm):
            stale()
    assert again(enquiry).version == seen + 1
    assert Note.objects.count() == 1
    assert not RiskFlag.objects.exists()


def test_a_note_sent_twice_is_one_and_said_again_later_is_two(moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    first = add_note(enquiry=enquiry, by=moderator, text="Rang once", version=1)
    assert add_note(enquiry=enquiry, by=moderator, text="Rang once", version=1) == first
    add_note(enquiry=enquiry, by=colleague, text="Rang once")
    add_note(enquiry=enquiry, by=moderator, text="Rang once")
    assert Note.objects.count() == 3
    assert enquiry.events.filter(action="noted").count() == 3


def test_a_late_note_is_marked_and_only_for_what_is_closed(moderator: User) -> None:
    enquiry = make_enquiry()
    with pytest.raises(NotPossibleNow):
        add_late_note(enquiry=enquiry, by=moderator, text="Too early")
    claim_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
    assert add_late_note(enquiry=enquiry, by=moderator, text="They rang again").kind == "late"
    Enquiry.objects.filter(pk=enquiry.pk).update(anonymised_at=timezone.now())
    with pytest.raises(AlreadyClosed):
        add_late_note(enquiry=enquiry, by=moderator, text="Far too late")


def test_an_answer_stops_the_clock_and_a_wait_rests_it_until_its_day_has_passed(moderator: User) -> None:
    waits, answered = make_late(), make_late()
    assert is_overdue(waits)
    wait_for(enquiry=waits, by=moderator, whom="sender", until=timezone.localdate())
    assert not is_overdue(waits)
    assert Enquiry.objects.waiting(timezone.now()).get() == waits
    tomorrow = timezone.now() + timedelta(days=1)
    assert waits in Enquiry.objects.overdue(tomorrow)
    assert not Enquiry.objects.waiting(tomorrow).exists()
    wait_for(enquiry=waits, by=moderator, whom="", until=None)
    assert is_overdue(waits)
    record_answer(enquiry=answered, by=moderator, text="Told them where to go", done_by="Ola")
    first = again(answered).answered_at
    record_answer(enquiry=again(answered), by=moderator, text="Told them again", done_by="Ola")
    assert again(answered).answered_at == first
    assert not is_overdue(answered)


@pytest.mark.parametrize("is_safe", [True, False])
def test_the_sender_is_mailed_the_reference_only_where_mail_is_safe(
    moderator: User, is_safe: bool, mailoutbox: list, settings
) -> None:
    enquiry = make_enquiry(email_reference=is_safe)
    OutboxMessage.objects.all().delete()
    until = timezone.localdate() + timedelta(days=3)
    asked = ask_sender(enquiry=enquiry, by=moderator, text="Which hostel?", until=until)
    ask_sender(enquiry=enquiry, by=moderator, text="Which room?", until=until)
    drain_outbox()
    attempts = open_enquiry(enquiry=enquiry, by=moderator).attempts
    assert [attempt.values["said"] for attempt in attempts] == ["Which hostel?", "Which room?"]
    assert asked.is_mailed is is_safe
    assert len(mailoutbox) == is_safe, "two questions before the mail went are one mail"
    assert attempts[0].values["result"] == ("message" if is_safe else "to_do")
    assert again(enquiry).waiting_for == ("sender" if is_safe else "")
    if is_safe:
        assert enquiry.reference in mailoutbox[0].subject
        assert "hostel" not in mailoutbox[0].body
        ask_sender(enquiry=enquiry, by=moderator, text="Which door?", until=until)
        drain_outbox()
        assert len(mailoutbox) == 2


def test_who_was_called_and_what_was_said_is_sealed(moderator: User) -> None:
    enquiry = make_enquiry()
    attempt = Attempt(contacted="sender", means="phone", result="reached", said="They moved to Leith")
    row = record_attempt(enquiry=enquiry, by=moderator, attempt=attempt, answers_it=True)
    assert again(enquiry).answered_at is not None
    assert "Leith" not in str(vars(ContactAttempt.objects.get()))
    opened = open_enquiry(enquiry=enquiry, by=moderator).attempts[0]
    assert (opened.row, opened.values["said"], opened.values["contacted"]) == (row, "They moved to Leith", "sender")


def test_several_are_claimed_each_for_itself(moderator: User, colleague: User) -> None:
    free, taken, closed = (make_enquiry() for _ in range(3))
    claim_enquiry(enquiry=taken, by=colleague)
    claim_enquiry(enquiry=closed, by=colleague)
    close_enquiry(enquiry=closed, by=colleague, reason="planned")
    done = claim_enquiries(enquiries=[free, taken, closed], by=moderator)
    assert done.won == [free]
    assert done.lost == [taken, closed]
    assert again(taken).claimed_by == colleague


def test_one_or_all_are_handed_over_to_somebody_who_works_the_inbox(moderator: User, colleague: User) -> None:
    enquiries = [make_enquiry() for _ in range(3)]
    for enquiry in enquiries:
        claim_enquiry(enquiry=enquiry, by=colleague)
    close_enquiry(enquiry=enquiries[0], by=colleague, reason="planned")
    assert set(hand_over_all(by=moderator, of=colleague, to=moderator)) == set(enquiries[1:])
    assert not Enquiry.objects.mine(colleague).exists()
    assert again(enquiries[0]).claimed_by == colleague
    assign_enquiry(enquiry=enquiries[1], by=moderator, to=colleague)
    assert again(enquiries[1]).claimed_by == colleague
    assert enquiries[1].events.last().detail == str(colleague.pk)
    editor = make_user(roles.EDITORS)
    with pytest.raises(PermissionDenied):
        assign_enquiry(enquiry=enquiries[1], by=moderator, to=editor)
    with pytest.raises(PermissionDenied):
        hand_over_all(by=editor, of=colleague, to=moderator)


def test_what_is_closed_can_be_opened_again_with_a_clock(moderator: User) -> None:
    enquiry = make_late()
    claim_enquiry(enquiry=enquiry, by=moderator)
    close_enquiry(enquiry=enquiry, by=moderator, reason="no_contact")
    reopen_enquiry(enquiry=enquiry, by=moderator, note="They rang")
    opened = again(enquiry)
    assert (opened.closed_at, opened.close_reason, opened.claimed_by) == (None, "", moderator)
    assert opened.answer_due_at > timezone.now()
    with pytest.raises(NotPossibleNow):
        reopen_enquiry(enquiry=enquiry, by=moderator, note="Twice")


def test_quarantine_holds_back_and_drops_nothing(moderator: User) -> None:
    held, robot = make_late(), make_enquiry()
    for enquiry in (held, robot):
        quarantine_enquiry(enquiry=enquiry, by=moderator, note="Same text five times")
    assert set(Enquiry.objects.quarantined()) == {held, robot}
    assert not Enquiry.objects.open().exists()
    with pytest.raises(NotPossibleNow):
        claim_enquiry(enquiry=held, by=moderator)
    let_through(enquiry=held, by=moderator)
    assert Enquiry.objects.to_triage().get() == held
    assert is_overdue(held), "its clock went on"
    close_quarantined(enquiry=robot, by=moderator)
    assert again(robot).close_reason == "not_an_enquiry"
    with pytest.raises(NotPossibleNow):
        close_quarantined(enquiry=held, by=moderator)


def test_the_newer_is_merged_into_the_older_with_its_urgency(moderator: User) -> None:
    older, newer = make_enquiry(), make_enquiry(urgent_reasons=("suicide",))
    far = timezone.now() + timedelta(days=9)
    Enquiry.objects.filter(pk=older.pk).update(answer_due_at=far)
    stranger = make_enquiry(**OTHER_CONTACT)
    assert list(possible_duplicates(older)) == [newer]
    add_note(enquiry=newer, by=moderator, text="Rang about this one")
    with pytest.raises(StaleForm):
        merge_enquiries(older=older, newer=newer, by=moderator, versions=(1, 1))
    merge_enquiries(older=older, newer=newer, by=moderator)
    kept, gone = again(older), again(newer)
    assert (kept.is_urgent, kept.answer_due_at) == (True, gone.answer_due_at)
    assert (gone.merged_into, gone.close_reason) == (older, "duplicate")
    assert [text for _, text in open_enquiry(enquiry=older, by=moderator).notes] == ["Rang about this one"]
    assert newer.events.filter(action="opened").count() == 1, "reading it with the other is on its record too"
    for one, other in ((older, newer), (newer, stranger)):
        with pytest.raises(AlreadyClosed):
            merge_enquiries(older=other, newer=one, by=moderator)
    reopen_enquiry(enquiry=newer, by=moderator, note="Not the same after all")
    assert again(newer).merged_into is None


def test_what_was_merged_into_what_was_merged_is_read_and_put_on_record_too(moderator: User) -> None:
    last, middle, first = (make_enquiry() for _ in range(3))
    for enquiry, text in ((first, "Of the first"), (middle, "Of the one between"), (last, "Of the last")):
        add_note(enquiry=enquiry, by=moderator, text=text)
    merge_enquiries(older=middle, newer=first, by=moderator)
    merge_enquiries(older=last, newer=middle, by=moderator)
    opened = open_enquiry(enquiry=last, by=moderator)
    assert {text for _, text in opened.notes} == {"Of the first", "Of the one between", "Of the last"}
    assert [enquiry.events.filter(action="opened").count() for enquiry in (first, middle, last)] == [1, 1, 1]
    assert list(possible_duplicates(last)) == []


def test_what_was_kept_apart_is_not_asked_about_again(moderator: User) -> None:
    one, other = make_enquiry(), make_enquiry()
    keep_apart(one=one, other=other, by=moderator)
    keep_apart(one=other, other=one, by=moderator)
    assert not possible_duplicates(one).exists()
    assert not possible_duplicates(other).exists()
    assert AuditEvent.objects.filter(action="kept_apart").count() == 2
