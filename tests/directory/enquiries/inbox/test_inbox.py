"""The inbox: lists without names, one winner, and nothing a moderator wrote is lost."""

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.actions import (
    AlreadyClaimed,
    AlreadyClosed,
    NotClaimedByYou,
    add_note,
    claim_enquiry,
    close_enquiry,
    open_enquiry,
    quarantine_enquiry,
    release_enquiry,
    wait_for,
)
from directory.enquiries.models import Enquiry
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/"


def address(enquiry: Enquiry, action: str = "") -> str:
    return f"{LIST}{enquiry.pk}/{action}"


def test_a_status_follows_from_what_happened(moderator: User, colleague: User) -> None:
    free, mine, others, done = (make_enquiry() for _ in range(4))
    claim_enquiry(enquiry=mine, by=moderator)
    claim_enquiry(enquiry=others, by=colleague)
    claim_enquiry(enquiry=done, by=moderator)
    close_enquiry(enquiry=done, by=moderator, reason="planned")
    everything = Enquiry.objects.visible_to(moderator)
    assert list(everything.to_triage()) == [free]
    assert list(everything.mine(moderator)) == [mine]
    assert list(everything.claimed_by_others(moderator)) == [others]
    assert list(everything.closed()) == [done]
    assert everything.counts_for(moderator, timezone.now()) == {
        "open": 3,
        "urgent": 0,
        "new": 1,
        "mine": 1,
        "waiting": 0,
        "overdue": 0,
        "sender": 0,
        "quarantined": 0,
        "closed": 1,
    }
    statuses = dict(everything.with_status().values_list("pk", "status"))
    assert [statuses[enquiry.pk] for enquiry in (free, mine, others, done)] == [
        "to_triage",
        "claimed",
        "claimed",
        "closed",
    ]


def test_who_comes_second_is_told_by_a_type_of_error(moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=moderator)
    claim_enquiry(enquiry=enquiry, by=moderator)
    assert enquiry.events.filter(action="claimed").count() == 1, "a double click is one claim"
    with pytest.raises(AlreadyClaimed):
        claim_enquiry(enquiry=enquiry, by=colleague)
    with pytest.raises(NotClaimedByYou):
        close_enquiry(enquiry=enquiry, by=colleague, reason="planned")
    with pytest.raises(ValueError, match="no_such_reason"):
        close_enquiry(enquiry=enquiry, by=moderator, reason="no_such_reason")
    close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
    for attempt in (
        lambda: claim_enquiry(enquiry=enquiry, by=colleague),
        lambda: close_enquiry(enquiry=enquiry, by=moderator, reason="duplicate"),
        lambda: add_note(enquiry=enquiry, by=moderator, text="Too late"),
        lambda: release_enquiry(enquiry=enquiry, by=moderator, claimed_by_id=moderator.pk),
    ):
        with pytest.raises(AlreadyClosed):
            attempt()
    assert Enquiry.objects.get().close_reason == "planned"


def test_a_claim_is_released_only_as_it_was_seen(moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=colleague)
    release_enquiry(enquiry=enquiry, by=moderator, claimed_by_id=colleague.pk)
    assert Enquiry.objects.to_triage().exists()
    claim_enquiry(enquiry=enquiry, by=moderator)
    with pytest.raises(AlreadyClaimed):
        release_enquiry(enquiry=enquiry, by=moderator, claimed_by_id=colleague.pk)
    assert Enquiry.objects.get().claimed_by == moderator


def test_the_list_has_no_names_and_reads_no_key(inbox: Client) -> None:
    make_enquiry(name="Quentin", words="A quiet word", service=ServiceFactory(name="Lived Experience Peers"))
    page = inbox.get(LIST).content.decode()
    for shown in ("Lived Experience Peers", "Community sentence, G31", "No voicemail", "A professional", "No names"):
        assert shown in page
    for hidden in ("Quentin", "quiet", "0141", "council.example"):
        assert hidden not in page
    row = inbox.get(LIST).context["listing"].rows[0].enquiry
    assert {"sealed_answers", "sealed_safety_note"} <= row.get_deferred_fields()


@pytest.mark.parametrize("tab", ["new", "mine", "open", "closed", "waiting", "overdue", "quarantined", "urgent"])
def test_a_list_costs_the_same_however_long(
    inbox: Client, moderator: User, colleague: User, tab: str, django_assert_num_queries
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            enquiry = make_enquiry(service=ServiceFactory(), urgent_reasons=("suicide",) if tab == "urgent" else ())
            if tab in ("mine", "open", "closed"):
                claim_enquiry(enquiry=enquiry, by=colleague if tab == "open" else moderator)
            if tab == "closed":
                close_enquiry(enquiry=enquiry, by=moderator, reason="planned")
            if tab == "waiting":
                wait_for(enquiry=enquiry, by=moderator, whom="sender", until=timezone.localdate())
            if tab == "overdue":
                Enquiry.objects.update(answer_due_at=timezone.now() - timedelta(hours=1))
            if tab == "quarantined":
                quarantine_enquiry(enquiry=enquiry, by=moderator)

    fill(1)
    inbox.get(LIST)
    with CaptureQueriesContext(connection) as one:
        inbox.get(LIST, {"tab": tab})
    # Each of these has a service of its own: whatever is asked for each row is asked four times more.
    fill(4)
    assert len(one.captured_queries) <= 15
    with django_assert_num_queries(len(one.captured_queries)):
        assert len(inbox.get(LIST, {"tab": tab}).context["listing"].rows) == 5


def test_long_lists_have_pages(inbox: Client) -> None:
    for _ in range(27):
        make_enquiry()
    assert len(inbox.get(LIST).context["listing"].rows) == 25
    second = inbox.get(LIST, {"page": "2"})
    assert len(second.context["listing"].rows) == 2
    for page in ("0", "-1", "1000000000", "abc", "\x00"):
        assert inbox.get(LIST, {"page": page}).status_code == 200


def test_filters_narrow_and_unknown_ones_are_ignored(inbox: Client) -> None:
    service = ServiceFactory()
    make_enquiry(service=service)
    make_enquiry(setting="police-custody")

    def found(**params: str) -> int:
        return len(inbox.get(LIST, params).context["listing"].rows)

    assert found() == 2
    assert found(service=str(service.pk)) == 1
    assert found(service="none") == 1
    assert found(setting="police-custody") == 1
    assert found(setting="police-custody", service=str(service.pk)) == 0
    for odd in ("x", "\x00", "99999999999999999999", "'"):
        assert found(setting=odd, service=odd, tab=odd) == 2


def test_due_dates_say_what_is_late(inbox: Client) -> None:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(answer_due_at=timezone.now() - timedelta(days=9))
    page = inbox.get(LIST).content.decode()
    assert "days late" in page


def test_a_reference_is_found_by_post_and_stays_out_of_addresses(inbox: Client) -> None:
    enquiry = make_enquiry()
    response = inbox.post(f"{LIST}find/", {"reference": enquiry.reference.lower().replace("-", " ")})
    assert response.headers["Location"] == address(enquiry)
    assert enquiry.reference not in response.headers["Location"]
    missing = inbox.post(f"{LIST}find/", {"reference": "PSH-<b>"})
    assert missing.status_code == 404
    assert "PSH-&lt;b&gt;" in missing.content.decode()


def test_opening_is_logged_before_anything_is_decrypted(
    inbox: Client, moderator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquiry = make_enquiry(name="Quentin")
    page = inbox.get(address(enquiry)).content.decode()
    assert "Quentin" in page
    assert "You opened it" in page
    assert enquiry.events.filter(action="opened", actor_id=moderator.pk).count() == 1

    decrypted = []
    monkeypatch.setattr("directory.enquiries.content.encryption.DataKey.open", lambda *args: decrypted.append(args))

    def fail(**kwargs: object) -> None:
        raise RuntimeError("log is full")

    monkeypatch.setattr("directory.enquiries.actions.opening.record_event", fail)
    with pytest.raises(RuntimeError, match="log is full"):
        open_enquiry(enquiry=enquiry, by=moderator)
    inbox.raise_request_exception = False
    response = inbox.get(address(enquiry))
    assert response.status_code == 500
    assert "Quentin" not in response.content.decode()
    assert decrypted == []


def test_a_wrong_key_shows_a_page_and_keeps_the_record(inbox: Client, settings) -> None:
    enquiry = make_enquiry(name="Quentin")
    settings.ENQUIRY_KEYS = [Fernet.generate_key().decode()]
    response = inbox.get(address(enquiry))
    assert response.status_code == 500
    assert "cannot be decrypted" in response.content.decode()
    assert enquiry.sealed_answers not in response.content.decode()


def test_claim_note_and_close_by_hand(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry(name="Quentin")
    assert inbox.post(address(enquiry, "claim/")).headers["Location"] == address(enquiry)
    inbox.post(address(enquiry, "note/"), {"text": "Rang once"})
    assert "Rang once" in inbox.get(address(enquiry)).content.decode()
    closed = inbox.post(address(enquiry, "close/"), {"reason": "planned", "note": "To Sacro"})
    assert closed.status_code == 302
    said = [str(message) for message in get_messages(closed.wsgi_request)]
    assert said
    assert all(enquiry.reference in message and "Quentin" not in message for message in said)
    page = inbox.get(address(enquiry)).content.decode()
    assert "To Sacro" in page
    assert "Closed: Planned: they have what they asked for" in page
    assert [event.action for event in enquiry.events.exclude(action="opened")] == [
        "received",
        "claimed",
        "noted",
        "closed",
    ]


def test_forms_left_empty_come_back_with_what_is_missing(inbox: Client, moderator: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=moderator)
    assert "Write the note before you save it" in inbox.post(address(enquiry, "note/")).content.decode()
    kept = inbox.post(address(enquiry, "close/"), {"note": "Long story\x00"}).content.decode()
    assert "Choose why it is closed" in kept
    assert "Long story" in kept
    assert Enquiry.objects.mine(moderator).exists()


def test_whoever_comes_second_keeps_what_they_wrote(inbox: Client, moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=colleague)
    claimed = inbox.post(address(enquiry, "claim/"))
    assert claimed.status_code == 409
    assert "claimed by Ola Reid" in claimed.content.decode()
    close = {"reason": "duplicate", "note": "Long story"}
    not_mine = inbox.post(address(enquiry, "close/"), close)
    assert not_mine.status_code == 409
    assert "Long story" in not_mine.content.decode()
    assert "Same as another enquiry" in not_mine.content.decode()
    close_enquiry(enquiry=enquiry, by=colleague, reason="planned")
    late = inbox.post(address(enquiry, "note/"), {"text": "Rang twice"})
    assert late.status_code == 409
    assert "Rang twice" in late.content.decode()
    assert "closed by Ola Reid" in late.content.decode()
    assert inbox.post(address(enquiry, "release/"), {"claimed_by": "x"}).status_code == 409


def test_the_menu_counts_what_waits(inbox: Client) -> None:
    make_enquiry()
    make_enquiry()
    assert "Enquiries (2)" in inbox.get(LIST).content.decode()


def test_nothing_of_the_inbox_is_stored_by_the_browser(inbox: Client) -> None:
    enquiry = make_enquiry()
    for response in (inbox.get(LIST), inbox.get(address(enquiry)), inbox.post(address(enquiry, "claim/"))):
        assert "no-store" in response.headers["Cache-Control"]
