"""The page on which a listing is edited, in as few queries whatever the listing holds."""

from typing import Any

from wagtail.models import WorkflowState
from wagtail.snippets.views.snippets import EditView

from .models import Service, ServiceTag
from .service_page.loading import load_parts


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
            load_parts(shown)
            shown.tagged_items = list(ServiceTag.objects.filter(content_object=shown).select_related("tag"))
        states = list(WorkflowState.objects.for_instance(shown).active().select_related("current_task_state__task"))
        for instance in (shown, self.live_object):
            # The name under which Wagtail looks for what was read beforehand.
            instance._current_workflow_states = states
        return shown
