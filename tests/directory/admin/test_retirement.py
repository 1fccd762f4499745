"""What listings name is not deleted while they do: it is retired, kept where it is, and can be brought back."""

import json

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import Model, ProtectedError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.admin.actions import bring_back, retire
from directory.admin.usage import usages_of
from directory.models import Area, Location, Organization, Schedule, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm
from hub.accounts.demo_accounts import ACCOUNTS
from hub.models import User
from tests.factories.directory import OrganizationFactory, ServiceFactory, TermFactory
from tests.factories.guidance import make_stories, make_story

pytestmark = pytest.mark.django_db

ALLOWED = {"Administrators", "Directory editors"}
NAMES = ("taxonomyterm", "organization", "location", "area")


def used(name: str) -> Model:
    """One thing of each kind, used by one service called Quillservice."""
    place = Location.objects.create(name="Quillplace")
    run_by = OrganizationFactory(name="Quillorganisation")
    term = TermFactory(slug="quillterm", taxonomy=Taxonomy.NEED)
    service = ServiceFactory(name="Quillservice", organization=run_by, needs=["quillterm"], areas=["S12000049"])
    ServiceAtLocation.objects.create(service=service, location=place)
    area = Area.objects.get(code="S12000049")
    return {"taxonomyterm": term, "organization": run_by, "location": place, "area": area}[name]


def address(thing: Model, view: str) -> str:
    return f"/admin/snippets/directory/{thing._meta.model_name}/{view}/{thing.pk}/"


def in_bulk(*things: Model) -> str:
    keys = "&".join(f"id={thing.pk}" for thing in things)
    return f"/admin/bulk/directory/{things[0]._meta.model_name}/delete/?{keys}"


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    user = User.objects.create_user("someone@staff.test", "pass")
    user.groups.add(Group.objects.get(name=request.param))
    client.force_login(user)
    client.role = request.param
    return client


each_role = pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_in_use_is_deleted_on_no_way(name: str, admin_client: Client) -> None:
    thing = used(name)
    shown = admin_client.get(address(thing, "delete"))
    content = shown.content.decode()
    assert "1 place</strong>" in content
    assert "Quillservice" in content
    assert admin_client.post(address(thing, "delete")).status_code == 409
    assert "Still in use" in admin_client.get(in_bulk(thing)).content.decode()
    assert admin_client.post(in_bulk(thing)).status_code == 409
    with pytest.raises(ProtectedError), transaction.atomic():
        thing.delete()
    with pytest.raises(ProtectedError), transaction.atomic():
        type(thing).objects.filter(pk=thing.pk).delete()
    assert type(thing).objects.filter(pk=thing.pk).exists()
    assert Service.objects.get().needs.count() == 1


@pytest.mark.parametrize("name", NAMES)
def test_what_nothing_names_is_deleted(name: str, admin_client: Client) -> None:
    thing = used(name)
    Service.objects.all().delete()
    assert "Are you sure" in admin_client.get(address(thing, "delete")).content.decode()
    admin_client.post(address(thing, "delete"))
    assert not type(thing).objects.filter(pk=thing.pk).exists()


def test_one_of_several_in_use_stops_all_of_them(admin_client: Client) -> None:
    term, unused = used("taxonomyterm"), TermFactory(slug="unused")
    content = admin_client.get(in_bulk(term, unused)).content.decode()
    assert "1 of the 2 you chose is still in use" in content
    admin_client.post(in_bulk(term, unused))
    assert TaxonomyTerm.objects.count() == 2


def test_a_kind_of_terms_goes_with_none_of_its_terms(admin_client: Client) -> None:
    used("taxonomyterm")
    with pytest.raises(ProtectedError), transaction.atomic():
        Taxonomy.objects.all().delete()


def test_every_way_of_use_counts(admin_client: Client) -> None:
    place = used("location")
    run_by = Organization.objects.get()
    other = ServiceFactory(name="With a partner", partners=[run_by], settings=["court"])
    Schedule.objects.create(service=other, byday="MO", location=place)
    setting = TermFactory(slug="court", taxonomy=Taxonomy.SETTING)
    make_story(make_stories(), "Quillstory", setting=setting)
    assert {(use.label, use.count) for use in usages_of(place).uses} == {
        ("Services: service at locations", 1),
        ("Services: schedules", 1),
    }
    assert len(usages_of(run_by)) == 2
    assert {use.label for use in usages_of(setting).uses} == {"Services: where the person is", "Stories: setting"}
    with pytest.raises(ProtectedError), transaction.atomic():
        setting.delete()


def test_a_draft_that_is_not_published_counts_too(admin_client: Client) -> None:
    service = ServiceFactory(name="Quilldraft")
    term, place = TermFactory(slug="late", taxonomy=Taxonomy.NEED), Location.objects.create(name="Late")
    draft = Service.objects.get(pk=service.pk)
    draft.needs = [term]
    draft.service_at_locations = [ServiceAtLocation(location=place)]
    draft.save_revision()
    for thing in (term, place):
        assert [use.through.endswith("in a draft") for use in usages_of(thing).uses] == [True]
        assert "Quilldraft" in admin_client.get(address(thing, "delete")).content.decode()
        with pytest.raises(ProtectedError), transaction.atomic():
            thing.delete()


def test_usage_says_what_is_true_and_pages_through_it(admin_client: Client) -> None:
    term = TermFactory(slug="many", taxonomy=Taxonomy.NEED)
    ServiceFactory.create_batch(25, needs=["many"])
    edit = admin_client.get(address(term, "edit")).content.decode()
    assert "25 times" in edit
    first = admin_client.get(address(term, "usage")).content.decode()
    last = admin_client.get(address(term, "usage") + "?p=2").content.decode()
    assert first.count("snippets/directory/service/edit/") > last.count("snippets/directory/service/edit/") > 0
    assert len(usages_of(term)[20:40]) == 5
    content = admin_client.get(address(term, "delete")).content.decode()
    assert "25 places" in content
    assert "The first 10" in content


def test_thousands_of_uses_cost_a_few_queries(admin_client: Client) -> None:
    counts = []
    term = TermFactory(slug="many", taxonomy=Taxonomy.NEED)
    for number in (12, 40):
        ServiceFactory.create_batch(number, needs=["many"])
        admin_client.get(address(term, "delete"))
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(address(term, "delete"))
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("signed_in", ["Editors"], indirect=True)
def test_what_somebody_may_not_edit_is_counted_without_its_name(signed_in: Client) -> None:
    from django.contrib.auth.models import Permission

    term = used("taxonomyterm")
    rights = Permission.objects.filter(content_type__model="taxonomyterm")
    User.objects.get(email="someone@staff.test").user_permissions.set(rights)
    content = signed_in.get(address(term, "delete")).content.decode()
    assert "Another service" in content
    assert "Quillservice" not in content


@each_role
@pytest.mark.parametrize("name", NAMES[:3])
def test_directory_roles_retire_and_bring_back(signed_in: Client, name: str) -> None:
    thing = used(name)
    signed_in.get(address(thing, "retire"))
    signed_in.post(address(thing, "retire"))
    thing.refresh_from_db()
    assert thing.is_retired == (signed_in.role in ALLOWED)
    if signed_in.role not in ALLOWED:
        return
    listing = signed_in.get(f"/admin/snippets/directory/{name}/").content.decode()
    assert "Retired" in listing
    assert "Bring back" in listing
    assert "Retired" in signed_in.get(address(thing, "history")).content.decode()
    assert "Bring back" in signed_in.get(address(thing, "retire")).content.decode()
    signed_in.post(address(thing, "retire"), {"back": "1"})
    thing.refresh_from_db()
    assert not thing.is_retired


def test_retiring_twice_says_so_once_and_reindexes_nothing() -> None:
    from search.models import Change

    term = used("taxonomyterm")
    before = Change.objects.count()
    assert retire(instance=term, by=None)
    assert not retire(instance=term, by=None)
    assert list(Change.objects.order_by("id").values_list("kind", flat=True)[before:]) == ["labels"]
    assert bring_back(instance=term, by=None)
    assert not bring_back(instance=term, by=None)


def test_publishing_an_older_draft_brings_no_organisation_back() -> None:
    organization = OrganizationFactory()
    organization.save_revision()
    retire(instance=organization, by=None)
    organization.refresh_from_db()
    organization.latest_revision.publish()
    organization.refresh_from_db()
    assert organization.is_retired
    assert "retired_at" in json.loads(json.dumps(organization.latest_revision.content, default=str))
