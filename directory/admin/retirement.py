"""How editors retire what listings name, and why they cannot delete it while it is used."""

from typing import Any

from django.db.models import Model, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.views.generic.usage import UsageView
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import DeleteView, EditView, SnippetViewSet

from directory.models import Area
from directory.models.retirement import Retirable

from .actions import BRING_BACK, RETIRE, bring_back, retire
from .usage import MAX_NAMED, Usages, usages_of


def is_protected(model: type[Model]) -> bool:
    """Whether objects of this model are kept while something names them."""
    return issubclass(model, Retirable | Area)


def named_uses(used: Usages, user: Any, most: int = MAX_NAMED) -> list[dict[str, str]]:
    """The first places of use: what each is called, where it is edited, and how it uses the thing.

    What somebody may not edit they are not told the name of.
    """
    finder, rows = AdminURLFinder(user), []
    for owner, how in used[:most]:
        url = finder.get_edit_url(owner)
        rows.append(
            {
                "label": str(owner)
                if url
                else _("Another %(verbose_name)s") % {"verbose_name": owner._meta.verbose_name},
                "url": url,
                "how": how,
            }
        )
    return rows


def refuse_deletion(request: HttpRequest, instances: list[Model]) -> HttpResponse | None:
    """Before anything is deleted in the admin, one or several: show what is in use, and offer to retire it."""
    protected = [instance for instance in instances if is_protected(type(instance))]
    used = [(instance, usages_of(instance)) for instance in protected]
    blocked = [_blocked(request, instance, found) for instance, found in used if found]
    if not blocked:
        return None
    context = {"blocked": blocked, "asked": len(list(instances))}
    status = 409 if request.method == "POST" else 200
    return TemplateResponse(request, "directory/admin/still_used.html", context, status=status)


def _blocked(request: HttpRequest, instance: Model, used: Usages) -> dict[str, Any]:
    viewset = type(instance).snippet_viewset
    can_retire = isinstance(instance, Retirable) and not instance.is_retired
    return {
        "instance": instance,
        "kind": instance._meta.verbose_name,
        "count": len(used),
        "ways": [(use.label, use.count) for use in used.uses],
        "first": named_uses(used, request.user),
        "usage_url": reverse(viewset.get_url_name("usage"), args=[instance.pk]),
        "edit_url": reverse(viewset.get_url_name("edit"), args=[instance.pk]),
        "retire_url": reverse(viewset.get_url_name("retire"), args=[instance.pk]) if can_retire else "",
        "is_area": isinstance(instance, Area),
    }


class DeleteUnusedView(DeleteView):
    """Deletes what nothing names; `refuse_deletion` has turned away the rest."""

    def get_usage(self) -> Any:
        return ReferenceIndex.objects.none().group_by_source_object() if self.usage_url else None

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            # Somebody has just begun to use it.
            return redirect(self.get_delete_url())


class TrueUsageView(UsageView):
    """Everything that names it, drafts and what was loaded in bulk included."""

    view_name = "usage"

    def get_queryset(self) -> Any:
        return usages_of(self.object)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("name", label=_("Name"), accessor="label", get_url=lambda row: row["url"]),
            Column("kind", label=_("Type"), accessor="kind"),
            Column("how", label=_("How it is used"), accessor="how"),
        ]

    def get_table(self, object_list: Any, **kwargs: Any) -> Any:
        finder, rows = AdminURLFinder(self.request.user), []
        for owner, how in object_list:
            url, kind = finder.get_edit_url(owner), owner._meta.verbose_name
            rows.append(
                {
                    "label": str(owner) if url else _("Another %(kind)s") % {"kind": kind},
                    "url": url,
                    "kind": kind,
                    "how": how,
                }
            )
        return super(UsageView, self).get_table(rows, **kwargs)


class RetireView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks, then retires or brings back."""

    model: Any = None
    permission_required = "change"
    template_name = "directory/admin/retire.html"
    index_url_name = ""
    edit_url_name = ""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(self.model, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Bring back") if self.object.is_retired else _("Retire")

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        used = usages_of(self.object)
        return {
            **super().get_context_data(**kwargs),
            "object": self.object,
            "kind": self.object._meta.verbose_name,
            "count": len(used),
            "edit_url": reverse(self.edit_url_name, args=[self.object.pk]),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        change, outcome = (
            (bring_back, _("is offered again")) if request.POST.get("back") else (retire, _("is no longer offered"))
        )
        if change(instance=self.object, by=request.user):
            messages.success(request, f"{self.object} {outcome}.")
        return redirect(self.index_url_name)


class RetirableEditView(EditView):
    """Counts the places of use as they are."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        status = panels[0]
        status.get_usage_context = lambda: {"usage_count": len(usages_of(self.object)), "usage_url": status.usage_url}
        return panels


class RetirementColumn(Column):
    """Whether it is offered."""

    def get_value(self, instance: Any) -> str:
        return _("Retired") if instance.is_retired else _("Offered")


RETIREMENT = RetirementColumn("retired_at", label=lazy("To choose"), sort_key="retired_at")


class ProtectedViewSet(SnippetViewSet):
    """Things that listings name: deleted only while nothing does, with a usage page that tells the truth."""

    delete_view_class = DeleteUnusedView
    usage_view_class = TrueUsageView
    edit_view_class = RetirableEditView


class RetirableViewSet(ProtectedViewSet):
    """The same, with retirement instead of deletion."""

    @property
    def retire_view(self) -> Any:
        names = {"index_url_name": self.get_url_name("list"), "edit_url_name": self.get_url_name("edit")}
        return self.construct_view(RetireView, **names)

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("retire/<str:pk>/", self.retire_view, name="retire")]


def retirement_buttons(instance: Model, user: Any, next_url: str = "") -> list[Button]:
    """The way to retire or bring back in the list, for who may edit."""
    if not isinstance(instance, Retirable):
        return []
    viewset = type(instance).snippet_viewset
    if not user.has_perm(f"{instance._meta.app_label}.change_{instance._meta.model_name}"):
        return []
    label, icon = (_("Bring back"), "undo") if instance.is_retired else (_("Retire"), "circle-xmark")
    url = reverse(viewset.get_url_name("retire"), args=[instance.pk])
    return [Button(label, url=url, icon_name=icon, priority=25)]


def register_retirement_log(actions: LogActionRegistry) -> None:
    """What the history says."""
    actions.register_action(RETIRE, _("Retire"), _("Retired"))
    actions.register_action(BRING_BACK, _("Bring back"), _("Brought back"))
