"""What came by phone, letter or paper, and practice."""

from typing import Any

import pytest
from django.test import Client

from directory.enquiries.models import AuditEvent, Enquiry, OutboxMessage
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry, posted, state_of

pytestmark = pytest.mark.django_db
RECORD = "/admin/enquiries/record/"
PRACTICE = "/admin/enquiries/practice/"


def recorded(inbox: Client, **changes: Any) -> dict[str, Any]:
    return posted(state=state_of(inbox.get(RECORD)), source="phone", **changes)


def test_a_call_is_recorded_with_its_source_and_the_same_duties(inbox: Client, moderator: User) -> None:
    service = ServiceFactory(ways=["enquiry"])
    response = inbox.post(RECORD, recorded(inbox, service=service.slug, age="15"))
    enquiry = Enquiry.objects.get()
    assert response.headers["Location"] == f"/admin/enquiries/{enquiry.pk}/"
    assert (enquiry.source, enquiry.recorded_by, enquiry.service) == ("phone", moderator, service)
    assert enquiry.is_urgent
    assert enquiry.answer_due_at is not None
    assert set(OutboxMessage.objects.values_list("kind", flat=True)) == {"notice", "receipt"}
    assert AuditEvent.objects.filter(action="received").count() == 1
    html = inbox.get(f"/admin/enquiries/{enquiry.pk}/").content.decode()
    assert "By phone, recorded by Sam Okafor" in html


def test_what_keeps_people_safe_is_asked_and_sealed_apart(inbox: Client) -> None:
    inbox.post(RECORD, recorded(inbox, safety_note="Two workers go together"))
    enquiry = Enquiry.objects.get()
    assert enquiry.data_key.open(enquiry.sealed_safety_note) == "Two workers go together"
    assert "Two workers" not in inbox.get(f"/admin/enquiries/{enquiry.pk}/").content.decode()


def test_a_repeated_press_is_one_and_duplicates_are_shown_after_saving(inbox: Client) -> None:
    earlier = make_enquiry()
    data = recorded(inbox)
    first, second = inbox.post(RECORD, data), inbox.post(RECORD, data)
    assert first.headers["Location"] == second.headers["Location"]
    assert Enquiry.objects.count() == 2
    assert earlier.reference in inbox.get(first.headers["Location"]).content.decode()
    changed = inbox.post(RECORD, {**data, "name": "Somebody else"})
    assert changed.status_code == 409
    assert "Somebody else" in changed.content.decode()
    assert Enquiry.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"source": "web"}, "Choose how it came"),
        ({"source": None}, "Choose how it came"),
        ({"service": "no-such"}, "Choose a service from the list"),
        ({"age": "old"}, "Enter an age in years"),
        ({"state": "gone"}, "open for too long"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    inbox: Client, changes: dict[str, Any], problem: str
) -> None:
    html = inbox.post(
        RECORD, {k: v for k, v in {**recorded(inbox), **changes}.items() if v is not None}
    ).content.decode()
    assert problem in html
    assert "Has moved five times this year." in html
    assert not Enquiry.objects.exists()


def test_a_database_that_fails_keeps_what_was_typed(inbox: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from directory.enquiries.actions import EnquiryNotSaved

    def fail(**kwargs: object) -> None:
        raise EnquiryNotSaved

    monkeypatch.setattr("directory.enquiries.actions.receive_enquiry", fail)
    response = inbox.post(RECORD, recorded(inbox))
    assert response.status_code == 503
    assert "Has moved five times this year." in response.content.decode()


def test_practice_is_marked_on_every_page_and_only_for_its_moderator(inbox: Client, colleague: User) -> None:
    inbox.post(f"{PRACTICE}start/")
    inbox.post(f"{PRACTICE}start/")
    invented = Enquiry.objects.filter(is_practice=True)
    assert invented.count() == 4
    pages = [PRACTICE]
    for enquiry in invented:
        own = f"/admin/enquiries/{enquiry.pk}/"
        pages += [own, f"{own}note/", f"{own}close/"]
    for address in pages:
        assert "<strong>Practice.</strong>" in inbox.get(address).content.decode(), address
    enquiry = invented.first()
    assert enquiry.reference not in inbox.get("/admin/enquiries/").content.decode()
    assert inbox.post("/admin/enquiries/find/", {"reference": enquiry.reference}).status_code == 404
    assert inbox.post(f"/admin/enquiries/{enquiry.pk}/claim/").status_code == 302
    inbox.post(f"/admin/enquiries/{enquiry.pk}/note/", {"text": "Trying this"})
    assert "Trying this" in inbox.get(f"/admin/enquiries/{enquiry.pk}/").content.decode()
    other = Client()
    other.force_login(colleague)
    assert other.get(f"/admin/enquiries/{enquiry.pk}/").status_code == 404
    inbox.post(f"{PRACTICE}end/")
    assert not Enquiry.objects.exists()
