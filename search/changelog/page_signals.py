"""What only Wagtail's page tree does: addresses and privacy that change without a save of the page itself."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import Signal

from search.changelog.log import record_changes
from search.languages import is_multilingual
from search.registry import Registration


def connections(registration: Registration) -> list[tuple[Signal, Callable[..., None], Any]]:
    """The signals to watch for a page model; none for other models or without Wagtail."""
    if not apps.is_installed("wagtail"):
        return []
    # Imported late: without Wagtail installed its models cannot be loaded.
    from wagtail.models import Page, PageViewRestriction, Site
    from wagtail.signals import post_page_move

    if not issubclass(registration.model, Page):
        return []

    def branch_changed(page: Any) -> None:
        branch = Page.objects.filter(path__startswith=page.path).values("pk")
        keys = registration.model._base_manager.filter(pk__in=branch).values_list("pk", flat=True)
        record_changes(registration.kind, list(keys))
        for key in branch.values_list("translation_key", flat=True) if is_multilingual() else ():
            translations_changed(key)

    def translations_changed(key: Any) -> None:
        # Each language is found where no other stands for it, so a page coming or going concerns all of them.
        keys = registration.model._base_manager.filter(translation_key=key).values_list("pk", flat=True)
        record_changes(registration.kind, list(keys))

    def deleted(instance: Any, **kwargs: Any) -> None:
        if isinstance(instance, Page) and is_multilingual():
            translations_changed(instance.translation_key)

    def moved(instance: Any, **kwargs: Any) -> None:
        # The instance was read before the move and may hold the old path.
        branch_changed(Page.objects.get(pk=instance.pk))

    def saved(instance: Any, **kwargs: Any) -> None:
        # Wagtail gives descendants their new addresses after this and tells only once all is committed, when a
        # crash could lose the news.
        if isinstance(instance, Page) and is_multilingual():
            translations_changed(instance.translation_key)
        if isinstance(instance, Page) and instance.numchild:
            children = Page.objects.filter(path__startswith=instance.path, depth=instance.depth + 1)
            if children.exclude(url_path__startswith=instance.url_path).exists():
                branch_changed(instance)

    def restricted(instance: Any, **kwargs: Any) -> None:
        branch_changed(instance.page)

    def site_changed(**kwargs: Any) -> None:
        # Another root or host, or one site more, can give every page another address, or its first or none.
        record_changes(registration.kind, registration.model._base_manager.values_list("pk", flat=True))

    return [
        (post_save, saved, None),
        (post_delete, deleted, None),
        (post_page_move, moved, None),
        (post_save, restricted, PageViewRestriction),
        (pre_delete, restricted, PageViewRestriction),
        (post_save, site_changed, Site),
        (post_delete, site_changed, Site),
    ]
