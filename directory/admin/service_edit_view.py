"""The page on which a listing is edited, in as few queries whatever the listing holds."""

from collections import defaultdict
from typing import Any

from django.db.models import Model
from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import EditView

from directory.models import Service, ServiceTag
from directory.models.service_with_parts import PARTS, attach_parts


def point_parts(draft: Service) -> None:
    """Read what the parts of a draft point at, all of one kind at once: a draft holds keys alone."""
    rows: dict[type[Model], list[tuple[Model, str]]] = defaultdict(list)
    for relation, pointed in {**PARTS, "tagged_items": ("tag",)}.items():
        for part in getattr(draft, relation).all():
            for name in pointed:
                rows[part._meta.get_field(name).related_model].append((part, name))
    for model, parts in rows.items():
        found = model._default_manager.in_bulk({getattr(part, f"{name}_id") for part, name in parts} - {None})
        for part, name in parts:
            if target := found.get(getattr(part, f"{name}_id")):
                setattr(part, name, target)


class ServiceEditView(EditView):
    """Reads a listing once to show its form. What is posted is read as Wagtail reads it."""

    def get_object(self, queryset: Any = None) -> Service:
        # Wagtail asks twice: when the view is set up, and when the form is built.
        if self.request.method != "GET":
            return super().get_object(queryset)
        if getattr(self, "object", None) is None:
            self.object = self._read(super().get_object(queryset))
        return self.object

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("organization", "latest_revision", "live_revision__user")

    def _read(self, shown: Service) -> Service:
        """What the form shows, with its parts, unless they come out of the draft."""
        if shown is self.live_object:
            attach_parts([shown])
            shown.tagged_items = list(ServiceTag.objects.filter(content_object=shown).select_related("tag"))
        else:
            point_parts(shown)
        states = list(WorkflowState.objects.for_instance(shown).active().select_related("current_task_state__task"))
        for instance in (shown, self.live_object):
            # The name under which Wagtail looks for what was read beforehand.
            instance._current_workflow_states = states
        return shown
