"""What every page of the inbox is: inside Wagtail's admin, private, and for those who work the inbox."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from directory.enquiries.models import Enquiry
from directory.enquiries.models.access import is_lead, works_inbox
from directory.enquiries.models.querysets import EnquiryQuerySet
from directory.enquiries.privacy.private_views import private_view


@method_decorator(private_view, name="dispatch")
class InboxPage(WagtailAdminTemplateMixin, View):
    """A page of the inbox, for those who work it."""

    leads_only = False
    header_icon = "mail"
    page_title = lazy("Enquiries")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_inbox(request.user) or (self.leads_only and not is_lead(request.user)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse("enquiries_inbox:list"), "label": _("Enquiries")}]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**{"is_lead": is_lead(self.request.user), **context})

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        return render(self.request, self.template_name, self.get_context_data(**context), status=status)


class OneEnquiryPage(InboxPage):
    """A page about one enquiry that the user may see."""

    enquiry: Enquiry

    @sensitive_variables()
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if works_inbox(request.user):
            self.enquiry = get_object_or_404(self.reachable(), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def reachable(self) -> EnquiryQuerySet:
        """Real enquiries, and the invented ones this user practises with."""
        visible = Enquiry.objects.visible_to(self.request.user).without_content()
        return visible.filter(Q(is_practice=False) | Q(recorded_by=self.request.user))

    def get_page_title(self) -> str:
        return self.enquiry.reference

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        own = reverse("enquiries_inbox:enquiry", args=[self.enquiry.pk])
        return [*super().get_breadcrumbs_items(), {"url": own, "label": self.enquiry.reference}]

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(**{"enquiry": self.enquiry, **context})
