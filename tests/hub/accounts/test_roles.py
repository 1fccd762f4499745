"""Who may do what in the directory's part of the admin: every role, every kind of view."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import call_command
from django.test import Client
from wagtail.log_actions import log

from directory.enquiries.models import InboxAccess
from directory.enquiries.models.access import works_inbox
from directory.models import Location, ServiceAtLocation
from hub.accounts.demo_accounts import ACCOUNTS
from hub.accounts.roles import sync_roles
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

ALLOWED = {"Administrators", "Directory editors"}
VIEWS = (
    "/admin/snippets/directory/service/",
    "/admin/snippets/directory/service/?export=csv",
    "/admin/snippets/directory/service/add/",
    "/admin/snippets/directory/service/edit/{pk}/",
    "/admin/snippets/directory/service/delete/{pk}/",
    "/admin/snippets/directory/service/history/{pk}/",
    "/admin/snippets/directory/service/usage/{pk}/",
    "/admin/snippets/directory/organization/",
    "/admin/snippets/directory/location/",
    "/admin/snippets/directory/area/",
    "/admin/snippets/directory/area/add/",
    "/admin/snippets/directory/taxonomyterm/",
)


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    client.force_login(make_user(request.param))
    client.role = request.param
    return client


@pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)
@pytest.mark.parametrize("address", VIEWS)
def test_only_directory_roles_reach_the_directory(signed_in: Client, address: str) -> None:
    service = ServiceFactory()
    response = signed_in.get(address.format(pk=service.pk))
    # Wagtail sends those without the right back to the dashboard.
    assert response.status_code == (200 if signed_in.role in ALLOWED else 302)


@pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)
def test_the_menu_shows_only_what_can_be_opened(signed_in: Client) -> None:
    content = signed_in.get("/admin/").content.decode()
    assert ("snippets/directory/service/" in content) == (signed_in.role in ALLOWED)


@pytest.mark.parametrize("address", VIEWS)
def test_strangers_are_asked_to_sign_in(client: Client, address: str) -> None:
    response = client.get(address.format(pk=1))
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def test_no_role_and_no_permission_opens_enquiries() -> None:
    # To export lists takes this permission and a row: alone it opens nothing.
    given = Permission.objects.filter(content_type__app_label="enquiries")
    assert set(given.values_list("codename", flat=True)) == {"export_lists"}
    assert set(Group.objects.filter(permissions__in=given).values_list("name", flat=True)) == {"Leads"}
    user = make_user("Editors")
    user.user_permissions.set(given)
    assert not works_inbox(User.objects.get(pk=user.pk))


def test_roles_come_back_after_someone_changed_them() -> None:
    editors = Group.objects.get(name="Editors")
    before = set(editors.permissions.values_list("pk", flat=True))
    editors.permissions.clear()
    other = Group.objects.create(name="Ours")
    sync_roles()
    assert set(editors.permissions.values_list("pk", flat=True)) == before
    assert Group.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)
def test_only_page_roles_see_pages_images_and_documents(signed_in: Client) -> None:
    expected = signed_in.role in ("Administrators", "Editors")
    content = signed_in.get("/admin/").content.decode()
    assert ("/admin/images/" in content) == expected
    assert (signed_in.get("/admin/images/").status_code == 200) == expected
    assert (signed_in.get("/admin/documents/").status_code == 200) == expected


@pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)
def test_a_private_place_is_known_to_directory_roles_only(signed_in: Client) -> None:
    place = Location.objects.create(name="Secret House", address_1="1 Secret Street", is_confidential=True)
    log(instance=place, action="wagtail.create")
    ServiceAtLocation.objects.create(service=ServiceFactory(), location=place)
    addresses = [f"/admin/snippets/directory/location/{view}/{place.pk}/" for view in ("edit", "history", "usage")]
    addresses += [
        "/admin/snippets/directory/location/",
        "/admin/snippets/choose/directory/location/",
        f"/admin/snippets/choose/directory/location/chosen/{place.pk}/",
        "/admin/reports/site-history/",
        "/admin/",
    ]
    shown = [address for address in addresses if "Secret" in signed_in.get(address, follow=True).content.decode()]
    if signed_in.role in ALLOWED:
        assert addresses[0] in shown
    else:
        assert shown == []


def test_the_demo_has_access_as_leads_would_have_granted_it_and_loses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_PASSWORD", "one-for-both-times")
    for _ in range(2):
        call_command("demo_accounts", quiet=True, verbosity=0)
    rows = InboxAccess.objects.current().order_by("pk").values_list("person__email", "kind")
    assert list(rows) == [(account.email, account.access) for account in ACCOUNTS if account.access]
    assert InboxAccess.objects.current().leads().count() == 2, "what one grants, the other confirms"
    assert mail.outbox == []
    call_command("remove_demo_accounts", verbosity=0, stdout=StringIO())
    assert not InboxAccess.objects.not_ended().exists()
