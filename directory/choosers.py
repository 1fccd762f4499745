"""How editors pick an area, a place or an organisation inside a listing."""

from django import forms
from django.db.models import Q, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet

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


class NameChooseView(ChooseView):
    filter_form_class = NameFilterForm


class NameChooseResultsView(ChooseResultsView):
    filter_form_class = NameFilterForm


class NameChooserViewSet(SnippetChooserViewSet):
    """A window that can be searched by name."""

    choose_view_class = NameChooseView
    choose_results_view_class = NameChooseResultsView


class AreaChooserViewSet(NameChooserViewSet):
    """Areas that still exist: one whose code has ended cannot be chosen."""

    def get_object_list(self) -> QuerySet[Area]:
        return Area.objects.filter(still_valid()).order_by("name")
