"""How editors pick a listing of the directory."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenMultipleView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from directory.admin.choosers import NameFilterForm
from directory.models import Service


class ServiceFilterForm(NameFilterForm):
    searched = ("name", "alternate_name")


class ServiceChooseView(ChooseView):
    filter_form_class = ServiceFilterForm


class ServiceChooseResultsView(ChooseResultsView):
    filter_form_class = ServiceFilterForm


class PublishedServiceChosenView(ChosenView):
    """Tells the name of what the window offers, and of nothing else: a draft's key can be guessed."""

    def get_object(self, pk: str) -> Service:
        return Service.objects.published().get(pk=pk)


class PublishedServiceChosenMultipleView(ChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Service]:
        return Service.objects.published().filter(pk__in=[key for key in pks if key.isdecimal()])


class ServiceChooserViewSet(ChooserViewSet):
    """A window with the published listings."""

    model = Service
    icon = "group"
    choose_one_text = _("Choose a service")
    choose_another_text = _("Choose another service")
    edit_item_text = _("Edit this service")
    per_page = 20
    choose_view_class = ServiceChooseView
    choose_results_view_class = ServiceChooseResultsView
    chosen_view_class = PublishedServiceChosenView
    chosen_multiple_view_class = PublishedServiceChosenMultipleView
    # The directory decides how its own forms pick a service.
    register_widget = False

    def get_object_list(self) -> QuerySet[Service]:
        return Service.objects.published().select_related("organization").order_by("name")


service_chooser = ServiceChooserViewSet("service_chooser")
