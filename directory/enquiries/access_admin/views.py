"""Who has access to enquiries: looking, granting, confirming, ending, allowing."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin import messages

from directory.enquiries.access import actions
from directory.enquiries.access.actions import AccessRefused
from directory.enquiries.models import AllowedChange, Enquiry, InboxAccess
from directory.navigation.pagination import make_pagination

from .forms import AllowForm, EndForm, GrantForm
from .pages import LeadsPage

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One access as the list shows it to this lead."""

    access: InboxAccess
    may_confirm: bool
    may_end: bool
    # What leads know this person as, where the new row says something else.
    known_as: str = ""


def access_rows() -> QuerySet:
    """With everybody who is named beside it, in one query."""
    return InboxAccess.objects.select_related("person", "granted_by", "confirmed_by", "ended_by")


class AccessListView(LeadsPage):
    """Who has access since when and by whom, who waits for it, and which changes are allowed."""

    template_name = "enquiries/access/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show_list()

    def show_list(self, refused: str = "", status: int = 200) -> HttpResponse:
        """The page, with why the last thing was refused."""
        rows = list(access_rows().not_ended().order_by("-kind", "name", "pk"))
        leads = sum(1 for row in rows if row.is_lead and row.confirmed_at and row.person and row.person.is_active)
        allowed = AllowedChange.objects.usable(timezone.now()).select_related("allowed_by", "person").order_by("pk")
        known = {row.account_number: row.name for row in rows if row.confirmed_at}
        context = {
            "refused": refused,
            "waiting": [self.row(access, leads, known) for access in rows if access.confirmed_at is None],
            "current": [self.row(access, leads, known) for access in rows if access.confirmed_at is not None],
            "taken_over": any(access.origin == InboxAccess.Origin.MIGRATED for access in rows),
            "is_only_lead": leads < 2,
            "allowed": allowed[:PAGE_SIZE],
        }
        return self.show(context, status)

    def row(self, access: InboxAccess, leads: int, known: dict[int, str]) -> AccessRow:
        """What this lead may do about it. The actions decide; this spares a lead a button that is refused."""
        me = self.request.user.pk
        is_own = access.account_number == me
        granted_by_me = access.granted_by is not None and access.granted_by.account_number == me
        may_end = access.confirmed_at is None or not access.is_lead or (not is_own and leads > 1)
        known_as = known.get(access.account_number, access.name)
        return AccessRow(
            access,
            may_confirm=not is_own and not granted_by_me,
            may_end=may_end,
            known_as=known_as if known_as != access.name else "",
        )


class HistoryView(LeadsPage):
    """Access that has ended, newest first."""

    template_name = "enquiries/access/history.html"
    page_title = lazy("History")

    def get(self, request: HttpRequest) -> HttpResponse:
        ended = access_rows().ended().order_by("-ended_at", "-pk")
        page = Paginator(ended, PAGE_SIZE).get_page(request.GET.get("page", "1"))
        return self.show({"page": page, "pagination": make_pagination(page, lambda number: f"?page={number}")})


class GrantView(LeadsPage):
    """Choose whom to let in."""

    template_name = "enquiries/access/grant.html"
    page_title = lazy("Grant access")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show({"form": GrantForm()})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = GrantForm(request.POST)
        if not form.is_valid():
            return self.show({"form": form}, 400)
        try:
            actions.grant_access(by=request.user, **form.cleaned_data)
        except AccessRefused as refusal:
            form.add_error(None, str(refusal))
            return self.show({"form": form}, 409)
        messages.success(request, _("Granted. It lets nobody in until another lead confirms it."))
        return redirect("enquiries_access:list")


class ConfirmView(AccessListView):
    """Confirm what another lead has granted."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        access = get_object_or_404(InboxAccess, pk=pk)
        try:
            actions.confirm_access(access=access, by=request.user)
        except AccessRefused as refusal:
            return self.show_list(str(refusal), 409)
        messages.success(request, _("Confirmed. It counts from now on."))
        return redirect("enquiries_access:list")


class OneAccessPage(LeadsPage):
    """A form about the access of one person."""

    form_class: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.access = access_rows().filter(pk=kwargs["pk"], ended_at__isnull=True).first()
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show_form(self.form_class())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = self.form_class(request.POST)
        if self.access is None or not form.is_valid():
            return self.show_form(form, 400)
        try:
            message = self.do(form.cleaned_data)
        except AccessRefused as refusal:
            form.add_error(None, str(refusal))
            return self.show_form(form, 409)
        messages.success(request, message)
        return redirect("enquiries_access:list")

    def do(self, answers: dict[str, Any]) -> str:
        """Do it, and say that it was done."""
        raise NotImplementedError

    def show_form(self, form: Any, status: int = 200) -> HttpResponse:
        """The form, or that the access has ended: what was typed into it has no use then."""
        if self.access is None:
            status = 404
        return self.show({"form": form, "access": self.access, "claimed": self.claimed()}, status)

    def claimed(self) -> int:
        """How many enquiries this person is working on."""
        if self.access is None or self.access.person is None:
            return 0
        return Enquiry.objects.mine(self.access.person).count()


class EndView(OneAccessPage):
    """End somebody's access."""

    template_name = "enquiries/access/end.html"
    page_title = lazy("End access")
    form_class = EndForm

    def do(self, answers: dict[str, Any]) -> str:
        actions.end_access(access=self.access, by=self.request.user, **answers)
        return _("Ended. It is refused from their next click on.")


class AllowView(OneAccessPage):
    """Allow an administrator one change to somebody's account."""

    template_name = "enquiries/access/allow.html"
    page_title = lazy("Allow a change")
    form_class = AllowForm

    def do(self, answers: dict[str, Any]) -> str:
        if self.access.person is None:
            raise AccessRefused(_("The account is gone."))
        actions.allow_change(person=self.access.person, by=self.request.user, **answers)
        return _("Allowed, once, within the next 24 hours.")
