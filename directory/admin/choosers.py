"""How editors pick an area, a place or an organisation inside a listing."""

from typing import Any

from django import forms
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.widgets import AdminSnippetChooser

from directory.models import Area, Location, Organization, Service, TaxonomyTerm
from directory.models.areas import still_valid

# Whole sentences, because the word before a name changes with it. Wagtail's are put together when the hub starts, in
# one language for all.
TEXTS: dict[type[Model], tuple[str, str, str]] = {
    Area: (lazy("Choose an area"), lazy("Choose another area"), lazy("Edit this area")),
    Location: (lazy("Choose a place"), lazy("Choose another place"), lazy("Edit this place")),
    Organization: (
        lazy("Choose an organisation"),
        lazy("Choose another organisation"),
        lazy("Edit this organisation"),
    ),
    Service: (lazy("Choose a service"), lazy("Choose another service"), lazy("Edit this service")),
    TaxonomyTerm: (lazy("Choose a term"), lazy("Choose another term"), lazy("Edit this term")),
}


class NameFilterForm(BaseFilterForm):
    """Narrows the list by name through the database: Wagtail's search index holds none of these."""

    searched = ("name",)

    q = forms.CharField(
        label=lazy("Name"), required=False, widget=forms.TextInput(attrs={"placeholder": lazy("Name")})
    )

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


class KnownChooser(AdminSnippetChooser):
    """Shows what is chosen without asking the database for what a form has read already."""

    known: Model | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_one_text, self.choose_another_text, self.link_to_chosen_text = TEXTS[self.model]

    def get_instance(self, value: Any) -> Model | None:
        return self.known if self.known is not None and self.known.pk == value else super().get_instance(value)


class NameChooserViewSet(SnippetChooserViewSet):
    """A window that can be searched by name, for directory editors."""

    base_widget_class = KnownChooser

    choose_view_class = NameChooseView
    choose_results_view_class = NameChooseResultsView
    chosen_view_class = NameChosenView
    chosen_multiple_view_class = NameChosenMultipleView


class LocationChooserViewSet(NameChooserViewSet):
    """Places that are offered: a retired one cannot be chosen."""

    def get_object_list(self) -> QuerySet[Location]:
        return Location.objects.offered().order_by("name", "pk")


class OrganizationChooserViewSet(NameChooserViewSet):
    """Organisations that are offered, drafts too: a listing is often written before them."""

    def get_object_list(self) -> QuerySet[Organization]:
        return Organization.objects.offered().order_by("name", "pk")


class TermChooserViewSet(NameChooserViewSet):
    """Terms that are offered, of every kind; forms of ours show those of one kind instead."""

    def get_object_list(self) -> QuerySet[TaxonomyTerm]:
        return TaxonomyTerm.objects.offered().select_related("taxonomy")


class AreaChooserViewSet(NameChooserViewSet):
    """Areas that still exist: one whose code has ended cannot be chosen."""

    def get_object_list(self) -> QuerySet[Area]:
        return Area.objects.filter(still_valid()).order_by("name")
