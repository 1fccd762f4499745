"""Every form of the admin cleans what is typed into it."""

import pytest
from django.test import Client

from directory.models import Contact, Location, Phone, Service
from tests.directory.admin.test_admin import child, form_data
from tests.factories.directory import OrganizationFactory

pytestmark = pytest.mark.django_db
PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"


def test_a_listing_keeps_joiners_and_loses_what_nobody_sees(admin_client: Client) -> None:
    parts = child("phones", {"number": "0141\u00a0496\u200b 0100", "description": f"{PERSIAN}\u202e"})
    words = {"name": f"{PERSIAN}\x07 group", "summary": "One\u202e line.", "description": "One\r\ntwo"}
    data = form_data(organization=OrganizationFactory().pk, email="o\u2019neill@hub.example", **words) | parts
    admin_client.post("/admin/snippets/directory/service/add/", data)
    service = Service.objects.get()
    assert (service.name, service.summary, service.description) == (f"{PERSIAN} group", "One line.", "One\ntwo")
    assert service.email == "o'neill@hub.example"
    phone = Phone.objects.get()
    assert (phone.number, phone.description) == ("0141 496 0100", PERSIAN)


def test_a_name_that_nobody_sees_is_no_name(admin_client: Client) -> None:
    data = form_data(organization=OrganizationFactory().pk, name="\u200b\u2800") | {"action-publish": "1"}
    response = admin_client.post("/admin/snippets/directory/service/add/", data)
    assert response.status_code == 200
    assert "This field is required" in response.content.decode()
    assert not Service.objects.exists()


def test_the_parts_clean_their_codes_without_a_form() -> None:
    location = Location(name="Hall", address_1="1\u00a0St Mary\u2019s Row", postal_code="G31\u200b 4EB")
    location.clean()
    assert (location.address_1, location.postal_code) == ("1 St Mary's Row", "G31 4EB")
    contact = Contact(title="Worker", phone="0141\u00a0496 0100")
    contact.clean()
    assert contact.phone == "0141 496 0100"
