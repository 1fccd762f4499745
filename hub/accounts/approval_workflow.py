"""Who reads a page before it is published: editors, never those who work on enquiries."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group

NAME = "Guidance"
TASK = "Read by an editor"
# What Wagtail's own migration calls them. It gives both to a group named like our enquiry moderators.
WAGTAILS_NAME = "Moderators approval"


def sync_workflow(readers: tuple[str, ...], *, never: tuple[str, ...]) -> None:
    """Give pages a workflow whose task is the readers', and take groups that cannot edit a page out of every task.

    What waits in a task stays where it is and waits for the readers. Safe to run again: a workflow that administrators
    have changed stays as it is.
    """
    tasks, workflows = _models("GroupApprovalTask", "Workflow")
    if not workflows.objects.exists():
        _create()
    groups = Group.objects.filter(name__in=readers)
    for task in tasks.objects.filter(groups__name__in=never).distinct():
        task.groups.remove(*Group.objects.filter(name__in=never))
        task.groups.add(*groups)
    for task in tasks.objects.filter(groups=None):
        task.groups.add(*groups)
    tasks.objects.filter(name=WAGTAILS_NAME).update(name=TASK)
    workflows.objects.filter(name=WAGTAILS_NAME).update(name=NAME)


def _create() -> None:
    task_model, workflow_model, link, of_page, page_model, content_type = _models(
        "GroupApprovalTask", "Workflow", "WorkflowTask", "WorkflowPage", "Page", "contenttypes.ContentType"
    )
    root = page_model.objects.filter(depth=1).first()
    if root is None:
        return
    kind = content_type.objects.get_for_model(task_model)
    task, _ = task_model.objects.get_or_create(name=TASK, defaults={"content_type": kind})
    workflow = workflow_model.objects.create(name=NAME)
    link.objects.create(workflow=workflow, task=task)
    of_page.objects.create(workflow=workflow, page=root)


def _models(*names: str) -> list[Any]:
    return [apps.get_model(name if "." in name else f"wagtailcore.{name}") for name in names]
