"""What staff can see of everything that happens by itself."""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.utils.translation import gettext_lazy as lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .state import backlogs, job_states

PERMISSION = "hub.view_scheduledjob"


class TimedWorkView(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """When each timed job last ran, how it went, and what waits for a worker."""

    template_name = "hub/timed_work.html"
    page_title = lazy("Timed work")
    header_icon = "time"
    permission_required = PERMISSION

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        jobs, waits = job_states(), list(backlogs())
        overdue = any(entry.is_overdue for entry in (*jobs, *waits))
        unknown = any(wait.count is None for wait in waits)
        return super().get_context_data(**kwargs, jobs=jobs, waits=waits, overdue=overdue, unknown=unknown)


class TimedWorkMenuItem(MenuItem):
    """Shown to who may see the page."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(PERMISSION)
