"""Practising with invented enquiries: a list of its own, for each moderator their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin import messages

from directory.enquiries.actions.practice import end_practice, start_practice
from directory.enquiries.models import Enquiry

from .listing import read_rows
from .pages import InboxPage


class PracticeView(InboxPage):
    """This moderator's invented enquiries."""

    template_name = "enquiries/inbox/practice.html"
    page_title = lazy("Practise")

    def get(self, request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        invented = Enquiry.objects.visible_to(request.user).practice_of(request.user).most_pressing_first(now)
        return self.show({"rows": read_rows(invented[:50], now)})


class StartPracticeView(InboxPage):
    """Makes a handful, in place of the last ones."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        made = start_practice(by=request.user)
        messages.success(request, _("%(number)s invented enquiries are ready.") % {"number": len(made)})
        return redirect("enquiries_inbox:practice")


class EndPracticeView(InboxPage):
    """Deletes them."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        count = end_practice(by=request.user)
        messages.success(request, _("%(count)s invented enquiries are deleted.") % {"count": count})
        return redirect("enquiries_inbox:list")
