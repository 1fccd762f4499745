"""Nobody but leads."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.data_requests import urls
from directory.enquiries.data_requests.actions import (
    erase_on_request,
    print_for_person,
    record_request,
)
from directory.enquiries.retention.holds import place_hold
from hub.accounts import roles
from hub.models import User
from tests.directory.enquiries.data_requests.desk import actions_of
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

LOGIN, REFUSED = "/admin/login/", "/admin/"


OTHERS = ("anonymous", roles.ADMINISTRATORS, roles.EDITORS, roles.DIRECTORY_EDITORS, roles.MODERATORS)


ADDRESSES = {pattern.name: str(pattern.pattern) for pattern in urls.urlpatterns}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_but_leads_reaches_any_of_it(name: str, method: str, lead: User) -> None:
    enquiry = make_enquiry()
    keys = {
        "answer": record_request(enquiry=enquiry, by=lead, kind="access", received_on=timezone.localdate()).pk,
        "lift": place_hold(enquiry=enquiry, by=lead, reason="claim", until=timezone.localdate()).pk,
    }
    takes_key = "<" in ADDRESSES[name]
    address = reverse(f"enquiries_requests:{name}", args=[keys.get(name, enquiry.pk)] if takes_key else [])
    for role in OTHERS:
        client = Client()
        if role != "anonymous":
            client.force_login(make_user(role, f"{role.replace(' ', '-').lower()}@staff.example"))
        location = getattr(client, method)(address).headers.get("Location", "")
        assert location.startswith(LOGIN) if role == "anonymous" else location == REFUSED
    client = Client()
    client.force_login(lead)
    response = getattr(client, method)(address)
    assert response.status_code in (200, 302, 404, 405)
    assert response.headers.get("Location", "") not in (LOGIN, REFUSED)


def test_actions_ask_who_it_is_themselves(moderator: User) -> None:
    enquiry = make_enquiry()
    for act in (
        lambda: record_request(enquiry=enquiry, by=moderator, kind="access", received_on=timezone.localdate()),
        lambda: print_for_person(enquiry_keys=[enquiry.pk], by=moderator, with_safety=False),
        lambda: erase_on_request(enquiry=enquiry, by=moderator, ground="objected"),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert actions_of(enquiry) == ["received"]
