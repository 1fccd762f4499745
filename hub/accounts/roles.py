"""The five roles and what each may do. Groups are brought in line with this module after every migration.

The groups of moderators and leads let somebody into the admin. What lets them read enquiries is a row each, granted by
a lead and confirmed by another.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

from .approval_workflow import sync_workflow

ADMINISTRATORS = "Administrators"
EDITORS = "Editors"
DIRECTORY_EDITORS = "Directory editors"
MODERATORS = "Moderators"
LEADS = "Leads"

ADMIN_ACCESS = ("wagtailadmin.access_admin",)
# Wagtail asks for rights on its own image model, whichever model stores the images.
MEDIA_MODELS = ("wagtailimages.image", "wagtaildocs.document")
SEARCH_MODELS = ("search.synonym", "search.promotion", "search.stopnotice", "search.soughtcount", "search.soughttext")
# Contact details, numbers to call and the way out are words of the site like any other.
EDITOR_MODELS = ("guidance.*", "home.sitesettings", *MEDIA_MODELS, *SEARCH_MODELS)
DIRECTORY_MODELS = (
    "directory.service",
    "directory.organization",
    "directory.location",
    "directory.area",
    "directory.taxonomyterm",
    # A service says by which guides it works.
    "guidance.serviceguide",
    *SEARCH_MODELS,
)
# Where there is one language alone nobody can have it: Wagtail's app is not installed.
TRANSLATION = ("simple_translation.submit_translation",)
# What deletes names and checks the access log runs by itself: leads see whether it does.
LEAD_PERMISSIONS = ("enquiries.export_lists", "hub.view_scheduledjob")
# Bulk deletion is what Wagtail calls deleting a page together with those below it.
PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")


def sync_roles() -> None:
    """Create each role's group and give it its permissions. Safe to run again; other groups are left alone."""
    _set_permissions(ADMINISTRATORS, _all_but_enquiries())
    _set_permissions(EDITORS, _named(ADMIN_ACCESS + TRANSLATION) | _on_models(EDITOR_MODELS))
    _set_permissions(DIRECTORY_EDITORS, _named(ADMIN_ACCESS) | _on_models(DIRECTORY_MODELS))
    _set_permissions(MODERATORS, _named(ADMIN_ACCESS))
    _set_permissions(LEADS, _named(ADMIN_ACCESS + LEAD_PERMISSIONS))
    for name in (ADMINISTRATORS, EDITORS):
        _give_pages(Group.objects.get(name=name))
        _give_collections(Group.objects.get(name=name))
    for name in (DIRECTORY_EDITORS, MODERATORS, LEADS):
        _take_pages_and_collections(Group.objects.get(name=name))
    sync_workflow((EDITORS, ADMINISTRATORS), never=(MODERATORS, LEADS))


def _set_permissions(name: str, wanted: Q) -> None:
    group, _ = Group.objects.get_or_create(name=name)
    group.permissions.set(Permission.objects.filter(wanted))


def _named(labels: tuple[str, ...]) -> Q:
    condition = Q(pk__in=[])
    for label in labels:
        app, codename = label.split(".")
        condition |= Q(content_type__app_label=app, codename=codename)
    return condition


def _on_models(patterns: tuple[str, ...]) -> Q:
    condition = Q(pk__in=[])
    for pattern in patterns:
        app, model = pattern.split(".")
        condition |= (
            Q(content_type__app_label=app)
            if model == "*"
            else Q(content_type__app_label=app, content_type__model=model)
        )
    return condition


def _all_but_enquiries() -> Q:
    """Administrators run the site. No permission opens enquiries; one that a model may get some day is not theirs."""
    return ~Q(content_type__app_label="enquiries")


def _give_pages(group: Group) -> None:
    page_permission = apps.get_model("wagtailcore", "GroupPagePermission")
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    if root is None:
        return
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS):
        page_permission.objects.get_or_create(group=group, page=root, permission=permission)


def _give_collections(group: Group) -> None:
    collection_permission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    if root is None:
        return
    wanted = _on_models(MEDIA_MODELS) & ~Q(codename__startswith="view_")
    for permission in Permission.objects.filter(wanted):
        collection_permission.objects.get_or_create(group=group, collection=root, permission=permission)


def _take_pages_and_collections(group: Group) -> None:
    """Wagtail's own first migration makes a group called Moderators that may edit every page."""
    for model in ("GroupPagePermission", "GroupCollectionPermission"):
        apps.get_model("wagtailcore", model).objects.filter(group=group).delete()
