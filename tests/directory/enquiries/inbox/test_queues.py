"""The queues: urgent first, soonest due first, narrowed by what is in the clear, and read from an index."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.enquiries.actions import (
    ask_for_safety_note,
    claim_enquiry,
    close_enquiry,
    quarantine_enquiry,
    record_answer,
    wait_for,
)
from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import AuditEvent, Enquiry
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/"
FIND = f"{LIST}find/"


def listed(inbox: Client, **params: str) -> list[Enquiry]:
    return [row.enquiry for row in inbox.get(LIST, params).context["listing"].rows]


def test_urgent_ones_come_first_then_what_is_due_soonest_and_what_rests_last(inbox: Client, moderator: User) -> None:
    later, soon, urgent, waits, answered = (
        make_enquiry(urgent_reasons=("suicide",) if number == 2 else ()) for number in range(5)
    )
    now = timezone.now()
    for enquiry, hours in ((later, 9), (soon, 3), (urgent, 20), (waits, 1), (answered, 2)):
        Enquiry.objects.filter(pk=enquiry.pk).update(answer_due_at=now + timedelta(hours=hours))
    wait_for(enquiry=waits, by=moderator, whom="service", until=timezone.localdate())
    record_answer(enquiry=answered, by=moderator, text="Told them", done_by="Sam")
    assert listed(inbox) == [urgent, soon, later, waits, answered]
    html = inbox.get(LIST).content.decode()
    assert html.index("First in every queue") < html.index(urgent.reference) < html.index(soon.reference)
    assert "Waiting for a service until" in html
    assert "Enquiries (1 urgent)" in html


@pytest.mark.parametrize("tab", ["open", "urgent", "new", "mine", "waiting", "overdue", "quarantined", "closed"])
def test_each_queue_shows_its_own_and_counts_them(inbox: Client, moderator: User, tab: str) -> None:
    enquiries = {name: make_enquiry() for name in ("new", "mine", "waiting", "overdue", "quarantined", "closed")}
    enquiries["urgent"] = make_enquiry(urgent_reasons=("threat",))
    for name in ("mine", "closed"):
        claim_enquiry(enquiry=enquiries[name], by=moderator)
    close_enquiry(enquiry=enquiries["closed"], by=moderator, reason="planned")
    wait_for(enquiry=enquiries["waiting"], by=moderator, whom="sender", until=timezone.localdate())
    quarantine_enquiry(enquiry=enquiries["quarantined"], by=moderator)
    late = Enquiry.objects.filter(pk=enquiries["overdue"].pk)
    late.update(answer_due_at=timezone.now() - timedelta(hours=1))
    free = {enquiries[name] for name in ("new", "waiting", "overdue", "urgent")}
    expected = {
        "open": {*free, enquiries["mine"]},
        "new": free,
        **{name: {enquiries[name]} for name in ("urgent", "mine", "waiting", "overdue", "quarantined", "closed")},
    }
    assert set(listed(inbox, tab=tab)) == expected[tab]
    counts = {each.name: each.count for each in inbox.get(LIST).context["listing"].tabs}
    assert counts[tab] == len(expected[tab])


def test_filters_narrow_by_what_is_in_the_clear(inbox: Client, moderator: User, colleague: User) -> None:
    service = ServiceFactory()
    one, other = make_enquiry(service=service), make_enquiry()
    claim_enquiry(enquiry=one, by=colleague)
    Enquiry.objects.filter(pk=other.pk).update(
        needs=["family"],
        sender_kind="relative",
        postcode_district="",
        answer_due_at=timezone.now() - timedelta(minutes=5),
    )
    for params, found in (
        ({"service": str(service.pk)}, one),
        ({"service": "none"}, other),
        ({"sender": "professional"}, one),
        ({"sender": "relative"}, other),
        ({"need": "housing"}, one),
        ({"need": "family"}, other),
        ({"area": "G31"}, one),
        ({"area": "none"}, other),
        ({"claimer": str(colleague.pk)}, one),
        ({"claimer": "others"}, one),
        ({"claimer": "none"}, other),
        ({"due": "late"}, other),
        ({"due": "today"}, other),
    ):
        assert listed(inbox, **params) == [found], params
    assert listed(inbox, claimer="me") == []
    assert len(listed(inbox, due="week")) == 2
    for odd in ("x", "\x00", "'", "99999999999999999999", '"]'):
        names = ("due", "service", "sender", "need", "setting", "area", "claimer")
        assert len(listed(inbox, **dict.fromkeys(names, odd))) == 2


@pytest.mark.parametrize(
    "typed", ["0141 496 0100", "+44 141 496 0100", "(0141) 4960100", "A.Example@council.example "]
)
def test_a_phone_or_an_address_finds_its_enquiries_and_the_search_is_logged(inbox: Client, typed: str) -> None:
    one, other = make_enquiry(), make_enquiry()
    make_enquiry(phone="0131 496 0999", sender_email="other@elsewhere.example")
    response = inbox.post(FIND, {"reference": typed})
    assert {row.enquiry for row in response.context["listing"].rows} == {one, other}
    assert "0141" not in response.content.decode()
    event = AuditEvent.objects.get(action="searched")
    assert event.detail.endswith(": 2")
    assert "496" not in event.detail


def test_a_part_of_a_reference_finds_it_also_across_its_hyphen(inbox: Client) -> None:
    enquiry = make_enquiry()
    Enquiry.objects.filter(pk=enquiry.pk).update(reference="PSH-4K7M-2XQD")
    for typed in ("7M2X", "psh-4k7m", "m-2x", "2XQD"):
        assert inbox.post(FIND, {"reference": typed}).status_code == 302, typed
    for typed in ("", "P", "PSH", "H4K7", "99", "%", "_", "\x00", "x" * 300):
        assert inbox.post(FIND, {"reference": typed}).status_code == 404, typed
    assert not AuditEvent.objects.filter(action="searched").exists()


def test_what_was_ticked_is_claimed_each_for_itself(inbox: Client, colleague: User) -> None:
    free, taken = make_enquiry(), make_enquiry()
    claim_enquiry(enquiry=taken, by=colleague)
    response = inbox.post(f"{LIST}claim/", {"enquiry": [str(free.pk), str(taken.pk), "x", ""]}, follow=True)
    html = response.content.decode()
    assert f"Yours now: {free.reference}" in html
    assert f"{taken.reference} was not claimed: Ola Reid has it" in html
    assert "Tick at least one" in inbox.post(f"{LIST}claim/", follow=True).content.decode()


def test_everything_of_a_colleague_is_handed_over(inbox: Client, moderator: User, colleague: User) -> None:
    enquiry = make_enquiry()
    claim_enquiry(enquiry=enquiry, by=colleague)
    same = inbox.post(f"{LIST}hand-over/", {"of": colleague.pk, "to": colleague.pk})
    assert "Choose somebody else" in same.content.decode()
    done = inbox.post(f"{LIST}hand-over/", {"of": colleague.pk, "to": moderator.pk}, follow=True)
    assert "1 enquiry was handed over from Ola Reid to Sam Okafor" in done.content.decode()
    assert list(Enquiry.objects.mine(moderator)) == [enquiry]


@pytest.fixture
def many(moderator: User) -> int:
    """A few hundred enquiries of every kind, written at once."""
    pattern = make_enquiry()
    keys = EnquiryKey.objects.bulk_create(EnquiryKey(wrapped_key="x") for _ in range(400))
    now = timezone.now()
    Enquiry.objects.bulk_create(
        Enquiry(
            token=key.pk,
            key_id=key.pk,
            sender_kind=pattern.sender_kind,
            setting=pattern.setting,
            needs=["housing"],
            postcode_district=f"G{number % 40}",
            sealed_answers=pattern.sealed_answers,
            is_urgent=number % 20 == 0,
            answer_due_at=now + timedelta(minutes=number - 200),
            claimed_by=moderator if number % 3 == 0 else None,
            closed_at=now if number % 2 else None,
            close_reason="planned" if number % 2 else "",
        )
        for number, key in enumerate(keys)
    )
    return len(keys)


@pytest.mark.parametrize("params", [{}, {"tab": "overdue"}, {"tab": "closed"}, {"need": "housing", "area": "G2"}])
def test_lists_are_read_from_an_index_with_few_queries(inbox: Client, many: int, params: dict[str, str]) -> None:
    inbox.get(LIST)
    with CaptureQueriesContext(connection) as captured:
        assert inbox.get(LIST, params).context["listing"].rows
    assert len(captured) <= 15
    keys = [query["sql"] for query in captured if " LIMIT " in query["sql"]]
    keys = [sql for sql in keys if 'FROM "enquiries_enquiry"' in sql]
    assert len(keys) == 1
    if "need" not in params:
        assert "enquiry_" in plan_of(keys[0]), "an index of enquiries, not their rows"


def test_a_lead_who_is_asked_for_safety_notes_has_no_dearer_list(
    client: Client, lead: User, moderator: User, many: int
) -> None:
    for _ in range(3):
        ask_for_safety_note(enquiry=make_enquiry(), by=moderator)
    client.force_login(lead)
    client.get(LIST)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(LIST)
    assert page.content.decode().count("asks for a safety note") == 3
    assert len(captured) <= 15


def plan_of(sql: str) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # So few rows are read faster without an index: ask whether it could be used.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{sql}")
        return str(cursor.fetchall())
