"""How editors pick an area, a place or an organisation inside a listing."""

from typing import Any

from django import forms
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from .models import Area
from .models.areas import still_valid


class NameFilterForm(BaseFilterForm):
    """Narrows the list by name through the database: Wagtail's search index holds none of these."""

    searched = ("name",)

    q = forms.CharField(label="Name", required=False, widget=forms.TextInput(attrs={"placeholder": "Name"}))

    def filter(self, objects: QuerySet) -> QuerySet:
        words = self.cleaned_data.get("q", "").replace("\0", "").strip()
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        return objects.filter(Q(*((f"{name}__icontains", words) for name in self.searched), _connector=Q.OR))


class DirectoryEditorsOnly:
    """Refuses who may not change what is chosen. Wagtail lets anybody who is signed in look into its windows, and
    the name of a private place gives its address away."""

    model_class: type[Model]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        options = self.model_class._meta
        if not request.user.has_perm(f"{options.app_label}.{get_permission_codename('change', options)}"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class NameChooseView(DirectoryEditorsOnly, ChooseView):
    filter_form_class = NameFilterForm


class NameChooseResultsView(DirectoryEditorsOnly, ChooseResultsView):
    filter_form_class = NameFilterForm


class NameChosenView(DirectoryEditorsOnly, SnippetChosenView):
    pass


class NameChosenMultipleView(DirectoryEditorsOnly, SnippetChosenMultipleView):
    pass


class NameChooserViewSet(SnippetChooserViewSet):
    """A window that can be searched by name, for directory editors."""

    choose_view_class = NameChooseView
    choose_results_view_class = NameChooseResultsView
    chosen_view_class = NameChosenView
    chosen_multiple_view_class = NameChosenMultipleView


class AreaChooserViewSet(NameChooserViewSet):
    """Areas that still exist: one whose code has ended cannot be chosen."""

    def get_object_list(self) -> QuerySet[Area]:
        return Area.objects.filter(still_valid()).order_by("name")
