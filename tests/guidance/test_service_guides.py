"""Services that say they work by a guide, on both pages."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from directory.models import Service
from guidance.models import GuidePage, ServiceGuide
from hub.accounts.demo_accounts import ACCOUNTS
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
ROLES = sorted({account.role for account in ACCOUNTS})
DIRECTORY_ROLES = {"Administrators", "Editors", "Directory editors"}
ADMIN = "/admin/snippets/guidance/serviceguide/"


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(make_stage(make_section(), "Set it up"), "Checks", slug="checks")


@pytest.fixture
def service(guide: GuidePage) -> Service:
    service = ServiceFactory(name="Gate to Home", slug="gate-to-home")
    ServiceGuide.objects.create(service=service, guide=guide)
    return service


def test_each_leads_to_the_other(client: Client, guide: GuidePage, service: Service) -> None:
    assert 'href="/services/gate-to-home/">Gate to Home</a>' in client.get(guide.url).content.decode()
    html = client.get(service.get_absolute_url()).content.decode()
    assert "Guidance this service works by" in html
    assert f'href="{guide.url}">Checks</a>' in html


def test_a_withdrawn_service_and_a_hidden_guide_are_left_out(
    client: Client, guide: GuidePage, service: Service
) -> None:
    assert "Gate to Home" in client.get(guide.url).content.decode()
    service.unpublish()
    assert "Gate to Home" not in client.get(guide.url).content.decode()
    service.save_revision().publish()
    restriction = PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assert "Guidance this service works by" not in client.get(service.get_absolute_url()).content.decode()
    restriction.delete()
    guide.unpublish()
    assert "Guidance this service works by" not in client.get(service.get_absolute_url()).content.decode()


def test_a_link_that_is_taken_away_is_gone_at_the_next_request(
    client: Client, guide: GuidePage, service: Service
) -> None:
    assert "Gate to Home" in client.get(guide.url).content.decode()
    ServiceGuide.objects.get().delete()
    assert "Gate to Home" not in client.get(guide.url).content.decode()


def test_deleting_either_deletes_the_link(guide: GuidePage, service: Service) -> None:
    guide.delete()
    assert not ServiceGuide.objects.exists()


def test_a_service_says_so_once(guide: GuidePage, service: Service) -> None:
    with pytest.raises(ValidationError, match="says so already"):
        ServiceGuide(service=service, guide=guide).full_clean()


def test_many_services_cost_what_one_does(client: Client, guide: GuidePage, service: Service) -> None:
    def costs(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few = costs(guide.url), costs(service.get_absolute_url())
    for number in range(5):
        ServiceGuide.objects.create(service=ServiceFactory(), guide=guide)
        other = make_guide(guide.get_parent(), f"Other {number}")
        ServiceGuide.objects.create(service=service, guide=other)
    assert (costs(guide.url), costs(service.get_absolute_url())) == few
    assert max(few) <= 12


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("page", ["", "add/", "edit/{pk}/", "delete/{pk}/", "history/{pk}/", "?export=csv"])
def test_only_who_edits_the_directory_or_the_guidance_sees_it(
    client: Client, guide: GuidePage, service: Service, role: str, page: str
) -> None:
    client.force_login(make_user(role))
    response = client.get(f"{ADMIN}{page.format(pk=ServiceGuide.objects.get().pk)}")
    assert (response.status_code == 200) == (role in DIRECTORY_ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_only_they_add_and_delete(client: Client, guide: GuidePage, service: Service, role: str) -> None:
    client.force_login(make_user(role))
    client.post(f"{ADMIN}delete/{ServiceGuide.objects.get().pk}/")
    assert ServiceGuide.objects.exists() == (role not in DIRECTORY_ROLES)
    other = ServiceFactory()
    client.post(f"{ADMIN}add/", {"service": other.pk, "guide": guide.pk})
    assert ServiceGuide.objects.filter(service=other).exists() == (role in DIRECTORY_ROLES)
