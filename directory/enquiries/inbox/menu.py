"""The inbox's line in Wagtail's menu."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from directory.enquiries.models import Enquiry
from directory.enquiries.models.access import works_inbox


class EnquiriesMenuItem(MenuItem):
    """Shown to those who work the inbox, with how many urgent ones wait, or else how many nobody has claimed."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_inbox(request.user)

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        component = super().render_component(request)
        # The page of the queues has counted already.
        counted = getattr(request, "urgent_and_new", None)
        urgent, new = counted or Enquiry.objects.visible_to(request.user).urgent_and_new()
        if urgent:
            component.label = _("%(label)s (%(urgent)s urgent)") % {"label": self.label, "urgent": urgent}
        elif new:
            component.label = f"{self.label} ({new})"
        return component
