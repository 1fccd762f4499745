"""Windows to choose a page or a listing in show drafts to those who work on them, and to nobody else."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from hub.accounts.demo_accounts import ACCOUNTS
from hub.models import User
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db

PAGE_ROLES = {"Administrators", "Editors"}
DIRECTORY_ROLES = {"Administrators", "Directory editors"}
ROLES = [account.role for account in ACCOUNTS]


def sign_in(client: Client, group: Group) -> Client:
    user = User.objects.create_user(f"{group.pk}@staff.test", "pass")
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.fixture
def signed_in(client: Client, request: pytest.FixtureRequest) -> Client:
    client.role = request.param
    return sign_in(client, Group.objects.get(name=request.param))


@pytest.fixture
def tree() -> dict[str, Page]:
    stage = make_stage(make_section(), "Quillopen")
    draft = make_stage(stage.get_parent(), "Quilldraft stage", live=False)
    return {
        "stage": stage,
        "open": make_guide(stage, "Quillopen guide"),
        "draft": make_guide(stage, "Quilldraft guide", live=False),
        "draft stage": draft,
        "below": make_guide(draft, "Quilldraft below", live=False),
    }


def windows(tree: dict[str, Page]) -> list[str]:
    keys = [f"/admin/choose-page/{tree[name].pk}/" for name in ("stage", "draft", "draft stage", "below")]
    return [
        "/admin/choose-page/",
        "/admin/choose-page/?page_type=guidance.guidepage",
        f"/admin/choose-page/{tree['stage'].get_parent().pk}/",
        *keys,
        "/admin/choose-page/search/?q=quilldraft",
        "/admin/choose-page/search/?q=quilldraft&page_type=guidance.guidepage",
        f"/admin/choose-page/chosen-multiple/?id={tree['draft'].pk}",
        f"/admin/choose-page/chosen-multiple/?id={tree['open'].pk}&id={tree['draft stage'].pk}",
        "/admin/pages/search/?q=quilldraft",
    ]


@pytest.mark.parametrize("signed_in", ROLES, indirect=True)
def test_titles_of_draft_pages_reach_page_roles_only(signed_in: Client, tree: dict[str, Page]) -> None:
    shown = [
        address for address in windows(tree) if "Quilldraft" in signed_in.get(address, follow=True).content.decode()
    ]
    assert bool(shown) == (signed_in.role in PAGE_ROLES), shown
    open_stage = signed_in.get(f"/admin/choose-page/{tree['stage'].pk}/", headers={"x-requested-with": "fetch"})
    assert "Quillopen guide" in open_stage.content.decode()


def test_who_works_on_one_branch_sees_its_drafts_alone(client: Client, tree: dict[str, Page]) -> None:
    group = Group.objects.create(name="Of one stage")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=tree["stage"], permission_type="change")
    sign_in(client, group)
    own = client.get(f"/admin/choose-page/{tree['stage'].pk}/").content.decode()
    assert "Quilldraft guide" in own
    assert client.get(f"/admin/choose-page/{tree['draft stage'].pk}/", follow=True).redirect_chain
    assert "Quilldraft stage" not in client.get(f"/admin/choose-page/{home_page().pk}/").content.decode()


def test_strangers_reach_no_window(client: Client, tree: dict[str, Page]) -> None:
    for address in windows(tree):
        assert client.get(address).headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("signed_in", ROLES, indirect=True)
def test_names_of_draft_listings_reach_directory_roles_only(signed_in: Client) -> None:
    service = ServiceFactory(name="Quilldraft service", live=False)
    organization = OrganizationFactory(name="Quilldraft organisation", live=False)
    addresses = [
        "/admin/service_chooser/",
        "/admin/service_chooser/results/?q=quill",
        f"/admin/service_chooser/chosen/{service.pk}/",
        f"/admin/service_chooser/chosen-multiple/?id={service.pk}",
    ]
    for model, key in (("service", service.pk), ("organization", organization.pk)):
        window = f"/admin/snippets/choose/directory/{model}"
        addresses += [f"{window}/", f"{window}/results/?q=quill", f"{window}/chosen/{key}/"]
        addresses += [f"{window}/chosen-multiple/?id={key}"]
    shown = [address for address in addresses if "Quilldraft" in signed_in.get(address, follow=True).content.decode()]
    assert not [address for address in shown if "service_chooser" in address]
    assert bool(shown) == (signed_in.role in DIRECTORY_ROLES), shown


@pytest.mark.parametrize("typed", ["1", "x", "", "9" * 40, "-1"])
def test_what_is_no_page_to_choose_is_none(client: Client, typed: str) -> None:
    client.force_login(make_superuser())
    response = client.get("/admin/choose-page/chosen-multiple/", {"id": typed})
    assert response.status_code == 200
    assert response.json()["result"] == []
