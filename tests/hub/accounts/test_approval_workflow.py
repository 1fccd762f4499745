"""Pages are read by editors before they go live; nothing of it reaches those who work on enquiries."""

import pytest
from django.contrib.auth.models import Group
from django.core.mail import EmailMessage
from django.test import Client
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage

from hub.accounts.roles import sync_roles
from hub.models import User
from tests.factories.guidance import edit_data, make_guide, make_section, make_stage
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


def member(role: str, name: str) -> User:
    return make_user(role, f"{name}@staff.test")


@pytest.fixture
def guide() -> Page:
    return make_guide(make_stage(make_section(), "A stage"), "A guide", live=False)


def submit(client: Client, page: Page, by: User) -> None:
    client.force_login(by)
    data = {**edit_data(page, title="Submitted"), "action-submit": "1"}
    assert client.post(f"/admin/pages/{page.pk}/edit/", data).status_code == 302
    # What was just done is said once.
    client.get("/admin/")


def test_every_page_has_the_editors_workflow(guide: Page) -> None:
    workflow = guide.get_workflow()
    assert (workflow.name, workflow.active) == ("Guidance", True)
    tasks = [task.specific for task in workflow.tasks]
    assert [task.name for task in tasks] == ["Read by an editor"]
    assert set(tasks[0].groups.values_list("name", flat=True)) == {"Editors", "Administrators"}
    readers = GroupApprovalTask.objects.filter(groups__name__in=("Moderators", "Leads", "Directory editors"))
    assert not readers.exists()


@pytest.mark.parametrize("role", ["Editors", "Administrators"])
def test_a_submitted_page_is_approved_and_published(
    client: Client, guide: Page, role: str, mailoutbox: list[EmailMessage]
) -> None:
    for other in ("Moderators", "Leads", "Directory editors"):
        member(other, other.replace(" ", ""))
    submit(client, guide, member("Editors", "writer"))
    state = guide.refresh_from_db() or guide.current_workflow_state
    assert state.workflow.name == "Guidance"
    client.force_login(member(role, "reader"))
    task = state.current_task_state
    assert "Submitted" in client.get("/admin/").content.decode()
    client.post(f"/admin/pages/workflow/action/{guide.pk}/approve/{task.pk}/", {"comment": "Good."})
    guide.refresh_from_db()
    assert (guide.live, guide.title) == (True, "Submitted")
    assert guide.current_workflow_state is None
    people = {address for mail in mailoutbox for address in mail.to}
    assert people <= {"writer@staff.test", "reader@staff.test"}


def test_who_is_asked_hears_of_it_and_moderators_do_not(
    client: Client, guide: Page, mailoutbox: list[EmailMessage]
) -> None:
    for role in ("Moderators", "Leads"):
        member(role, role)
    member("Editors", "reader")
    submit(client, guide, member("Editors", "writer"))
    assert {address for mail in mailoutbox for address in mail.to} == {"reader@staff.test"}


@pytest.mark.parametrize("role", ["Moderators", "Leads", "Directory editors"])
def test_nobody_else_approves(client: Client, guide: Page, role: str) -> None:
    submit(client, guide, member("Editors", "writer"))
    guide.refresh_from_db()
    task = guide.current_workflow_state.current_task_state
    client.force_login(member(role, "other"))
    client.post(f"/admin/pages/workflow/action/{guide.pk}/approve/{task.pk}/", {"comment": ""})
    guide.refresh_from_db()
    assert not guide.live
    assert "Submitted" not in client.get("/admin/").content.decode()


def test_what_waited_for_moderators_waits_for_editors(client: Client, guide: Page) -> None:
    workflow = Workflow.objects.get()
    task = workflow.tasks.get().specific
    task.groups.set([Group.objects.get(name="Moderators")])
    Workflow.objects.update(name="Moderators approval")
    submit(client, guide, member("Editors", "writer"))
    sync_roles()
    guide.refresh_from_db()
    state = guide.current_workflow_state
    assert (state.workflow.name, state.status) == ("Guidance", "in_progress")
    client.force_login(member("Editors", "reader"))
    client.post(f"/admin/pages/workflow/action/{guide.pk}/approve/{state.current_task_state.pk}/", {"comment": ""})
    guide.refresh_from_db()
    assert guide.live


def test_what_administrators_changed_stays(guide: Page) -> None:
    group = Group.objects.create(name="Two readers")
    Workflow.objects.update(name="Read twice")
    task = GroupApprovalTask.objects.get()
    task.groups.set([group])
    WorkflowPage.objects.all().delete()
    sync_roles()
    assert list(task.groups.all()) == [group]
    assert Workflow.objects.get().name == "Read twice"
    assert not WorkflowPage.objects.exists()


def test_a_database_without_any_workflow_gets_one() -> None:
    Workflow.objects.all().delete()
    GroupApprovalTask.objects.all().delete()
    sync_roles()
    sync_roles()
    assert Workflow.objects.get().tasks.get().specific.groups.count() == 2
    assert WorkflowPage.objects.get().page.depth == 1
