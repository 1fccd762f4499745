"""What is retired is offered nowhere, and stays where it was chosen before."""

from typing import Any

import pytest
from django.test import Client

from directory.admin.actions import bring_back, retire
from directory.finder.query import clean_query
from directory.models import Location, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm
from directory.vocabulary.labels import read_labels
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory

from .test_retirement import address, used

pytestmark = pytest.mark.django_db

OFFERED = ("/find/", "/search/suggestions/?q=quillt", "/release/", "/enquiries/on-paper/")


def test_a_retired_need_is_offered_nowhere_and_stays_on_its_listing(client: Client) -> None:
    term = used("taxonomyterm")
    named = [page for page in OFFERED if "Quillterm" in client.get(page).content.decode()]
    assert named == list(OFFERED)
    retire(instance=term, by=None)
    assert not [page for page in OFFERED if "Quillterm" in client.get(page).content.decode()]
    slug = Service.objects.get().slug
    assert "Quillterm" in client.get(f"/services/{slug}/").content.decode()
    chosen = client.get("/find/?need=quillterm").content.decode()
    assert "Quillservice" in chosen
    assert "Quillterm" in chosen
    bring_back(instance=term, by=None)
    assert "Quillterm" in client.get("/find/").content.decode()


def test_a_retired_setting_is_asked_for_no_more(client: Client) -> None:
    TermFactory(slug="quillset", taxonomy=Taxonomy.SETTING)
    for slug, taxonomy in (("quillroute", Taxonomy.REFERRAL_ROUTE), ("quillorder", Taxonomy.ORDER_TYPE)):
        TermFactory(slug=slug, taxonomy=taxonomy)
    assert all(word in client.get("/for/").content.decode() for word in ("Quillset", "Quillroute", "Quillorder"))
    assert "Quillset" in client.get("/").content.decode()
    for term in TaxonomyTerm.objects.all():
        retire(instance=term, by=None)
    assert "Quill" not in client.get("/for/").content.decode()
    assert "Quillset" not in client.get("/").content.decode()


def test_a_filter_that_is_on_stays_offered_until_it_is_taken_off() -> None:
    from django.http import QueryDict

    term = used("taxonomyterm")
    retire(instance=term, by=None)
    labels = read_labels()
    assert "quillterm" not in labels.offered("need")
    assert labels.offered("need", ["quillterm"]) == {"quillterm": "Quillterm"}
    assert clean_query(QueryDict("need=quillterm")).selected["need"] == ("quillterm",)


@pytest.mark.parametrize(("name", "word"), [("location", "Quillplace"), ("organization", "Quillorganisation")])
def test_a_retired_thing_is_not_in_the_window(admin_client: Client, name: str, word: str) -> None:
    window = f"/admin/snippets/choose/directory/{name}/"
    thing = used(name)
    assert word in admin_client.get(window).content.decode()
    retire(instance=thing, by=None)
    assert word not in admin_client.get(window).content.decode()
    assert word not in admin_client.get(f"{window}results/?q=quill").content.decode()


def form_of(client: Client, service: Service) -> Any:
    return client.get(address(service, "edit")).context["form"]


def test_the_form_keeps_what_the_listing_has_and_offers_it_to_no_other(admin_client: Client) -> None:
    term = used("taxonomyterm")
    own, other = Service.objects.get(), ServiceFactory()
    retire(instance=term, by=None)
    assert (term.pk, "Quillterm (retired)") in form_of(admin_client, own).fields["needs"].choices
    assert term.pk not in dict(form_of(admin_client, other).fields["needs"].choices)
    assert form_of(admin_client, own).fields["needs"].clean([str(term.pk)]).get() == term


def test_what_was_retired_while_a_form_was_open_is_refused_and_what_was_typed_stays(admin_client: Client) -> None:
    from .test_admin import child, form_data

    place, run_by = Location.objects.create(name="Gone"), OrganizationFactory()
    data = form_data(organization=run_by.pk, **child("service_at_locations", {"location": place.pk}))
    retire(instance=place, by=None)
    content = admin_client.post("/admin/snippets/directory/service/add/", data).content.decode()
    assert "This was retired or deleted. Choose another." in content
    assert "Typed by an editor" in content
    bring_back(instance=place, by=None)
    retire(instance=run_by, by=None)
    content = admin_client.post("/admin/snippets/directory/service/add/", data).content.decode()
    assert "This was retired or deleted. Choose another." in content
    assert not Service.objects.exists()


@pytest.mark.parametrize("name", ["location", "organization"])
def test_a_listing_that_has_what_was_retired_is_saved_all_the_same(admin_client: Client, name: str) -> None:
    from .test_admin import child, form_data

    thing = used(name)
    service, row = Service.objects.get(), ServiceAtLocation.objects.get()
    retire(instance=thing, by=None)
    data = form_data(organization=service.organization_id, slug=service.slug)
    data |= child("service_at_locations", {"id": row.pk, "location": row.location_id})
    data |= {"service_at_locations-INITIAL_FORMS": 1, "action-publish": "1"}
    admin_client.post(address(service, "edit"), data)
    service.refresh_from_db()
    assert service.name == "Typed by an editor"
    assert ServiceAtLocation.objects.filter(location=row.location_id).exists()
