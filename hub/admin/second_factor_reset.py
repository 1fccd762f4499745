"""Takes away the second factor of a colleague who lost the phone and the recovery codes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import ListingButton

from directory.enquiries.access.guards import Change, LeadsWordNeeded
from directory.enquiries.access.user_pages import show_leads_word_needed
from directory.enquiries.privacy.private_views import private_view
from hub.accounts.second_factor.actions import reset_second_factor
from hub.accounts.second_factor.requirement import has_second_factor

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

ACCOUNTS = "wagtailusers_users:index"


def may_reset(user: "AbstractUser", person: "AbstractUser") -> bool:
    """Whoever may change accounts may, but a superuser's only another superuser. One's own is removed by a code."""
    may_change = user.has_perm("hub.change_user") and user.pk != person.pk
    return may_change and (user.is_superuser or not person.is_superuser)


def reset_button(user: "AbstractUser", request_user: "AbstractUser") -> Iterator[ListingButton]:
    """For the list of accounts."""
    if may_reset(request_user, user):
        yield ListingButton(_("Reset second factor"), reverse("reset_second_factor", args=[user.pk]), priority=40)


@method_decorator(private_view, name="dispatch")
class ResetSecondFactorView(WagtailAdminTemplateMixin, View):
    """Asks whether somebody has spoken to the person, and does it. Of a reader of enquiries it needs a lead's word."""

    http_method_names = ("get", "post")
    template_name = "hub/reset_second_factor.html"
    page_title = lazy("Reset second factor")
    header_icon = "key"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("hub.change_user"):
            raise PermissionDenied
        self.person = get_object_or_404(get_user_model(), pk=kwargs["pk"])
        if not may_reset(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        accounts = {"url": reverse(ACCOUNTS), "label": _("Users")}
        return [*super().get_breadcrumbs_items(), accounts, {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        context = self.get_context_data(person=self.person, has_one=has_second_factor(self.person))
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not has_second_factor(self.person):
            messages.warning(
                request, escape(_("%(person)s has no second factor. Nothing was changed.") % {"person": self.person})
            )
            return redirect(ACCOUNTS)
        try:
            reset_second_factor(user=self.person, by=request.user)
        except LeadsWordNeeded:
            return show_leads_word_needed(request, [self.person], [str(Change.SECOND_FACTOR)])
        messages.success(
            request,
            escape(
                _("%(person)s has no second factor any more, and was signed out everywhere.") % {"person": self.person}
            ),
        )
        return redirect(ACCOUNTS)
