"""What the pages of leads share."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.enquiries.models.access import is_lead
from directory.enquiries.privacy.private_views import private_view


@method_decorator(private_view, name="dispatch")
class LeadsPage(WagtailAdminTemplateMixin, View):
    """A page that only leads see. Nothing here is decrypted."""

    template_name: str
    header_icon = "key"
    page_title = lazy("Access")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not is_lead(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        items = [*super().get_breadcrumbs_items(), {"url": reverse("enquiries_inbox:list"), "label": _("Enquiries")}]
        items.append({"url": reverse("enquiries_access:list"), "label": _("Access")})
        return items if self.page_title == "Access" else [*items, {"url": "", "label": self.page_title}]

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Render the page. Wagtail's context takes the request from the view."""
        return render(self.request, self.template_name, self.get_context_data(**context), status=status)
