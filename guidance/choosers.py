"""How editors pick a listing of the directory."""

from django import forms
from django.db.models import Q, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from directory.models import Service


class ServiceFilterForm(BaseFilterForm):
    """Narrows the list by name through the database: Wagtail's search index does not hold services."""

    q = forms.CharField(label="Name", required=False, widget=forms.TextInput(attrs={"placeholder": "Name"}))

    def filter(self, objects: QuerySet[Service]) -> QuerySet[Service]:
        words = self.cleaned_data.get("q", "").replace("\0", "").strip()
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        return objects.filter(Q(name__icontains=words) | Q(alternate_name__icontains=words))


class ServiceChooseView(ChooseView):
    filter_form_class = ServiceFilterForm


class ServiceChooseResultsView(ChooseResultsView):
    filter_form_class = ServiceFilterForm


class ServiceChooserViewSet(ChooserViewSet):
    """A window with the published listings."""

    model = Service
    icon = "group"
    choose_one_text = "Choose a service"
    choose_another_text = "Choose another service"
    edit_item_text = "Edit this service"
    per_page = 20
    choose_view_class = ServiceChooseView
    choose_results_view_class = ServiceChooseResultsView
    # The directory decides how its own forms pick a service.
    register_widget = False

    def get_object_list(self) -> QuerySet[Service]:
        return Service.objects.published().select_related("organization").order_by("name")


service_chooser = ServiceChooserViewSet("service_chooser")
