"""Addresses and slugs outlive a change of name."""

import pytest
from django.test import Client
from django.urls import reverse

from directory.enquiries.form.wanted_service import find_service
from directory.models import Organization, OrganizationFormerSlug, Service, ServiceFormerSlug, Taxonomy, TaxonomyTerm
from directory.saved_list.codes import SavedList
from tests.factories.directory import OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def rename(row: Service | Organization, slug: str) -> None:
    row = type(row).objects.get(pk=row.pk)
    row.slug = slug
    row.save()


def leads_to(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 301, (address, response.status_code)
    assert "max-age=3600" in response.headers["Cache-Control"]
    return response.headers["Location"]


def test_every_address_below_a_service_leads_on_with_its_query(client: Client) -> None:
    service = ServiceFactory(slug="old")
    rename(service, "new")
    assert leads_to(client, "/services/old/?a=1&b=%C3%BC") == "/services/new/?a=1&b=%C3%BC"
    assert leads_to(client, "/services/old/can-i-refer/?x=1") == "/services/new/can-i-refer/?x=1"
    assert leads_to(client, "/services/old/map/") == "/services/new/map/"
    assert leads_to(client, "/list/add/old/") == "/list/add/new/"
    assert client.head("/services/old/").status_code == 301
    assert client.get("/services/new/").status_code == 200


def test_what_is_posted_to_an_old_address_is_not_lost(client: Client) -> None:
    service = ServiceFactory(slug="old")
    rename(service, "new")
    response = client.post("/services/old/can-i-refer/", {"age": "30"}, headers={"sec-fetch-site": "same-origin"})
    assert response.status_code == 303
    assert response.headers["Location"].startswith("/services/new/")
    assert "facts" in response.cookies


def test_an_organization_leads_on(client: Client) -> None:
    organization = OrganizationFactory(slug="old")
    rename(organization, "new")
    assert leads_to(client, "/organisations/old/?q=1") == "/organisations/new/?q=1"
    # Services and organisations have slugs of their own.
    assert client.get("/services/old/").status_code == 404


def test_enquiries_find_a_service_by_the_slug_it_had() -> None:
    service = ServiceFactory(slug="old")
    kept = service.slug
    rename(service, "new")
    assert find_service("old") == service
    assert find_service(kept) == service


def test_the_enquiry_form_names_a_renamed_service(client: Client) -> None:
    service = ServiceFactory(slug="old", name="Renamed service")
    rename(service, "new")
    response = client.get("/enquiries/new/?service=old")
    assert response.status_code == 200
    assert "Renamed service" in response.content.decode()


def test_lists_that_were_saved_or_printed_hold(client: Client) -> None:
    service = ServiceFactory(slug="old", name="On paper")
    code = SavedList((service.pk,)).code
    rename(service, "new")
    html = client.get(f"/list/{code}/").content.decode()
    assert "On paper" in html
    assert "/services/new/" in html


def test_renaming_again_leads_straight_to_the_last_name(client: Client) -> None:
    service = ServiceFactory(slug="one")
    for slug in ("two", "three"):
        rename(service, slug)
    assert leads_to(client, "/services/one/") == leads_to(client, "/services/two/") == "/services/three/"
    rename(service, "one")
    assert client.get("/services/one/").status_code == 200
    assert leads_to(client, "/services/two/") == leads_to(client, "/services/three/") == "/services/one/"
    assert set(ServiceFormerSlug.objects.values_list("slug", flat=True)) == {"two", "three"}


def test_two_services_can_swap_their_names(client: Client) -> None:
    left, right = ServiceFactory(slug="left", name="The left one"), ServiceFactory(slug="right", name="The right one")
    rename(left, "between")
    rename(right, "left")
    rename(left, "right")
    assert "The right one" in client.get("/services/left/").content.decode()
    assert "The left one" in client.get("/services/right/").content.decode()
    assert leads_to(client, "/services/between/") == "/services/right/"


def test_a_service_that_takes_an_old_slug_wins_and_no_older_one_comes_back(client: Client) -> None:
    service = ServiceFactory(slug="old")
    rename(service, "new")
    taker = ServiceFactory(slug="old", name="The taker")
    assert "The taker" in client.get("/services/old/").content.decode()
    rename(taker, "elsewhere")
    assert leads_to(client, "/services/old/") == "/services/elsewhere/"


def test_a_draft_does_not_take_an_old_address_away(client: Client) -> None:
    service = ServiceFactory(slug="old")
    rename(service, "new")
    ServiceFactory(slug="old", live=False)
    assert leads_to(client, "/services/old/") == "/services/new/"


@pytest.mark.parametrize("change", [{"live": False}, {"status": Service.Status.DEFUNCT}])
def test_what_is_withdrawn_or_deleted_is_not_found(client: Client, change: dict) -> None:
    service = ServiceFactory(slug="old")
    rename(service, "new")
    Service.objects.filter(pk=service.pk).update(**change)
    assert client.get("/services/old/").status_code == 404
    assert find_service("old") is None
    service.delete()
    assert client.get("/services/old/").status_code == 404
    assert not ServiceFormerSlug.objects.exists()


def test_the_slug_of_a_draft_that_nobody_saw_is_forgotten() -> None:
    service = ServiceFactory(slug="typo", live=False, first_published_at=None)
    rename(service, "right")
    assert not ServiceFormerSlug.objects.exists()


def test_editors_rename_in_the_admin(admin_client: Client, client: Client) -> None:
    organization = OrganizationFactory(slug="old", name="A body")
    data = {"name": "A body", "slug": "new", "alternate_name": "", "description": "", "legal_status": "", "url": ""}
    edit = reverse("wagtailsnippets_directory_organization:edit", args=[organization.pk])
    admin_client.post(edit, {**data, "email": ""})
    assert client.get("/organisations/old/").status_code == 200
    admin_client.post(edit, {**data, "email": "", "action-publish": "1"})
    assert leads_to(client, "/organisations/old/") == "/organisations/new/"
    assert OrganizationFormerSlug.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Peer help, Glasgow", "peer-help-glasgow"),
        ("Ayrshire’s Café", "ayrshires-cafe"),
        ("你好", "nihao"),
        ("Помощь рядом", "pomoshch-riadom"),
        ("???", "organisation"),
        ("x" * 200, "x" * 115),
    ],
)
def test_slugs_fill_themselves_and_are_unique(admin_client: Client, name: str, slug: str) -> None:
    add = reverse("wagtailsnippets_directory_organization:add")
    for _ in range(3):
        data = {"name": name, "slug": "", "alternate_name": "", "description": "", "legal_status": "", "url": ""}
        admin_client.post(add, {**data, "email": "", "action-publish": "1"})
    expected = [slug, f"{slug}-2", f"{slug}-3"]
    made = list(Organization.objects.order_by("pk").values_list("slug", flat=True))
    if name == "Помощь рядом":
        assert made[0].isascii()
        assert made[0]
    else:
        assert made == expected


def test_a_slug_that_the_browser_filled_in_is_made_unique_too(admin_client: Client) -> None:
    data = {"name": "Peer help", "slug": "peer-help", "alternate_name": "", "description": "", "legal_status": ""}
    for _ in range(2):
        admin_client.post(reverse("wagtailsnippets_directory_organization:add"), {**data, "url": "", "email": ""})
    assert set(Organization.objects.values_list("slug", flat=True)) == {"peer-help", "peer-help-2"}


def test_a_made_slug_is_not_one_that_leads_elsewhere() -> None:
    rename(ServiceFactory(slug="peer-help"), "other")
    assert ServiceFactory(name="Peer help", slug="").slug == "peer-help-2"


def test_terms_fill_their_slugs_within_their_taxonomy() -> None:
    need, _ = Taxonomy.objects.get_or_create(slug="need", defaults={"name": "Need"})
    setting, _ = Taxonomy.objects.get_or_create(slug="setting", defaults={"name": "Setting"})
    made = [TaxonomyTerm.objects.create(taxonomy=one, name="At home").slug for one in (need, need, setting)]
    assert made == ["at-home", "at-home-2", "at-home"]


def test_a_slug_that_is_taken_is_said_and_nothing_typed_is_lost(admin_client: Client) -> None:
    OrganizationFactory(slug="taken")
    data = {"name": "Kept", "slug": "taken", "alternate_name": "", "description": "", "legal_status": "", "url": ""}
    response = admin_client.post(reverse("wagtailsnippets_directory_organization:add"), {**data, "email": ""})
    assert response.status_code == 200
    assert "Kept" in response.content.decode()
    assert Organization.objects.filter(name="Kept").count() == 0
