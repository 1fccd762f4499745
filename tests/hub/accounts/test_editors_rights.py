"""What editors can do beyond writing: delete a stage with its guides, and set what the site says everywhere."""

import pytest
from django.test import Client
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from guidance.models import GuidePage, StagePage
from home.models import SiteSettings
from hub.accounts.demo_accounts import ACCOUNTS
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db

PAGE_ROLES = {"Administrators", "Editors"}


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    client.force_login(make_user(request.param))
    client.role = request.param
    return client


each_role = pytest.mark.parametrize("signed_in", [account.role for account in ACCOUNTS], indirect=True)


@pytest.fixture
def stage() -> Page:
    made = make_stage(make_section(), "A stage")
    for number in range(3):
        make_guide(made, f"Guide {number}", live=number > 0)
    return made


@each_role
def test_a_stage_with_guides_is_deleted_after_a_warning_that_names_them(signed_in: Client, stage: Page) -> None:
    address = f"/admin/pages/{stage.pk}/delete/"
    asked = signed_in.get(address, follow=True).content.decode()
    signed_in.post(address)
    if signed_in.role in PAGE_ROLES:
        assert "3 pages lie below it and are deleted with it:" in asked
        assert all(f"Guide {number}" in asked for number in range(3))
        assert asked.count("(draft)") == 1
        assert not GuidePage.objects.exists()
        assert not StagePage.objects.filter(pk=stage.pk).exists()
    else:
        assert "Guide 1" not in asked
        assert StagePage.objects.filter(pk=stage.pk).exists()


@pytest.mark.parametrize("signed_in", ["Editors"], indirect=True)
def test_deleting_from_a_list_names_them_too(signed_in: Client, stage: Page) -> None:
    address = f"/admin/bulk/wagtailcore/page/delete/?id={stage.pk}"
    asked = signed_in.get(address).content.decode()
    assert all(f"Guide {number}" in asked for number in range(3))
    signed_in.post(address)
    assert not StagePage.objects.filter(pk=stage.pk).exists()


@pytest.mark.parametrize("signed_in", ["Editors"], indirect=True)
def test_many_pages_are_deleted_only_by_who_types_the_name_of_the_site(signed_in: Client, stage: Page) -> None:
    for number in range(3, 25):
        make_guide(stage, f"Guide {number}")
    address = f"/admin/pages/{stage.pk}/delete/"
    assert "and 5 more" in signed_in.get(address).content.decode()
    signed_in.post(address, {"confirm_site_name": "A stage"})
    assert StagePage.objects.filter(pk=stage.pk).exists()
    signed_in.post(address, {"confirm_site_name": "Peer Support Hub"})
    assert not StagePage.objects.filter(pk=stage.pk).exists()


@each_role
def test_page_roles_set_what_the_site_says_everywhere(signed_in: Client) -> None:
    site = Site.objects.get(is_default_site=True)
    address = f"/admin/settings/home/sitesettings/{site.pk}/"
    data = {
        "contact_email": "new@hub.example",
        "contact_phone": "",
        "exit_url": "https://weather.example/",
        "help_numbers": inline_formset([]),
    }
    response = signed_in.get(address)
    signed_in.post(address, nested_form_data(data))
    assert (response.status_code == 200) == (signed_in.role in PAGE_ROLES)
    assert SiteSettings.objects.filter(contact_email="new@hub.example").exists() == (signed_in.role in PAGE_ROLES)
    menu = signed_in.get("/admin/").content.decode()
    assert ("/admin/settings/home/sitesettings/" in menu) == (signed_in.role in PAGE_ROLES)
