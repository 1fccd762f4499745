"""What editors see of the answers of readers: one list, what is done with each, and a file."""

from typing import Any

import django_filters
from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from guidance.models import PageFeedback

from .actions import mark_feedback

LIST = "guidance_feedback"
TITLE = lazy("Was this page useful?")
VIEW, CHANGE, DELETE = (f"guidance.{action}_pagefeedback" for action in ("view", "change", "delete"))


class FeedbackFilterSet(WagtailFilterSet):
    """By page, answer, and what is left to do."""

    page_path = django_filters.ChoiceFilter(
        label=lazy("Page"), choices=lambda: _pages(), empty_label=lazy("All pages")
    )
    is_useful = django_filters.BooleanFilter(label=lazy("Useful"))
    done_on = django_filters.BooleanFilter(label=lazy("Done"), lookup_expr="isnull", exclude=True)
    is_set_aside = django_filters.BooleanFilter(label=lazy("Looks like a machine"))

    class Meta:
        model = PageFeedback
        fields = ("page_path", "is_useful", "done_on", "is_set_aside")


def _pages() -> list[tuple[str, str]]:
    rows = PageFeedback.objects.order_by("page_path").values_list("page_path", "page_title")
    return [(path, f"{title} ({path})") for path, title in dict(rows).items()]


class FeedbackView(ReportView):
    """What waits first, then by day."""

    page_title = TITLE
    header_icon = "help"
    index_url_name = LIST
    index_results_url_name = "guidance_feedback_results"
    permission_policy = ModelPermissionPolicy(PageFeedback)
    permission_required = "view"
    filterset_class = FeedbackFilterSet
    list_export = ("page_title", "page_path", "is_useful", "comment", "received_on", "done_on", "is_set_aside")
    export_headings = {
        "page_title": lazy("Page"),
        "page_path": lazy("Address"),
        "is_useful": lazy("Useful"),
        "comment": lazy("Comment"),
        "received_on": lazy("Received"),
        "done_on": lazy("Done"),
        "is_set_aside": lazy("Looks like a machine"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        shown = [
            Column("page_title", label=_("Page"), accessor=_page_link),
            BooleanColumn("is_useful", label=_("Useful")),
            Column("comment", label=_("Comment")),
            DateColumn("received_on", label=_("Received")),
            Column("state", label=_("State"), accessor=_state),
        ]
        if self.request.user.has_perm(CHANGE):
            shown.append(Column("actions", label="", accessor=_actions))
        return shown

    def get_base_queryset(self) -> QuerySet:
        return PageFeedback.objects.newest()

    def get_filename(self) -> str:
        return "was-this-page-useful"


class FeedbackActionView(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """Shows one answer and asks before anything is done with it."""

    template_name = "guidance/feedback/admin/confirm.html"
    header_icon = "help"
    question = ""
    is_serious = False

    def button(self) -> str:
        """The words on the button that does it."""
        raise NotImplementedError

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        report = {"url": reverse(LIST), "label": TITLE}
        return [*super().get_breadcrumbs_items(), report, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(feedback=self.feedback, view=self, list_url=reverse(LIST), **kwargs)

    @cached_property
    def feedback(self) -> PageFeedback:
        return get_object_or_404(PageFeedback, pk=self.kwargs["pk"])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        messages.success(request, self.act())
        return redirect(LIST)

    def act(self) -> str:
        """Do it, and say in words what was done."""
        raise NotImplementedError


class FeedbackDoneView(FeedbackActionView):
    """Done, or not done after all."""

    page_title = lazy("Done")
    permission_required = CHANGE

    def button(self) -> str:
        return _("Mark as not done") if self.feedback.done_on else _("Mark as done")

    def act(self) -> str:
        mark_feedback(feedback=self.feedback, is_done=self.feedback.done_on is None)
        return _("It is marked as done.") if self.feedback.done_on else _("It is marked as not done.")


class FeedbackDeleteView(FeedbackActionView):
    """For what names somebody, and for what a machine sent."""

    page_title = lazy("Delete an answer")
    permission_required = DELETE
    question = lazy("Delete this? It cannot be undone. Do it when it names somebody.")
    is_serious = True

    def button(self) -> str:
        return _("Delete it")

    def act(self) -> str:
        self.feedback.delete()
        return _("The answer is deleted.")


class FeedbackMenuItem(MenuItem):
    """Shown to who may read the list."""

    def is_shown(self, request: Any) -> bool:
        return request.user.has_perm(VIEW)


def _page_link(feedback: PageFeedback) -> str:
    if feedback.page_id is None:
        return format_html("{} <small>({}, {})</small>", feedback.page_title, feedback.page_path, _("deleted"))
    address = reverse("wagtailadmin_pages:edit", args=[feedback.page_id])
    return format_html('<a href="{}">{}</a>', address, feedback.page_title)


def _state(feedback: PageFeedback) -> str:
    if feedback.done_on:
        return _("Done %(day)s") % {"day": date_format(feedback.done_on, "j F Y")}
    return _("Looks like a machine") if feedback.is_set_aside else _("Waits")


def _actions(feedback: PageFeedback) -> str:
    return format_html(
        '<a class="button button-small button-secondary" href="{}">{}<span class="w-sr-only">: {}</span></a> '
        '<a class="button button-small button-secondary" href="{}">{}<span class="w-sr-only">: {}</span></a>',
        reverse("guidance_feedback_done", args=[feedback.pk]),
        _("Not done") if feedback.done_on else _("Done"),
        feedback.page_title,
        reverse("guidance_feedback_delete", args=[feedback.pk]),
        _("Delete"),
        feedback.page_title,
    )
