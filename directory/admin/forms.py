"""What the form of a listing offers, and what it checks across its parts."""

from typing import Any

from django.forms import ModelForm
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from directory.models import TaxonomyTerm
from directory.models.retirement import Retirable

from .choosers import KnownChooser

# The choices of the form that are terms, by their taxonomies.
TERM_FIELDS = ("settings", "needs", "order_types", "referral_routes", "peer_roles")


class ServiceForm(WagtailAdminModelForm):
    """Offers what is not retired, and what the listing has already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_terms(self)
        for form in (self, *(child for formset in self.formsets.values() for child in formset.forms)):
            tell_choosers(form)

    def is_valid(self) -> bool:
        # The parts are whole only after each of them was found valid.
        return super().is_valid() and self._places_of_schedules_are_named()

    def _places_of_schedules_are_named(self) -> bool:
        places = {data.get("location") for data in _kept(self.formsets.get("service_at_locations"))}
        schedules = self.formsets.get("schedules")
        for form in schedules.forms if schedules else ():
            data = form.cleaned_data
            if data.get("DELETE") or data.get("location") is None or data["location"] in places:
                continue
            form.add_error("location", _("Add this place to the listing first, under “Places”."))
        return not schedules or not any(form.errors for form in schedules.forms)


def tell_choosers(form: ModelForm) -> None:
    """Hand what the listing was read with to the widgets that show it, and take nothing else that is retired."""
    for name, field in form.fields.items():
        if not isinstance(field.widget, KnownChooser):
            continue
        field.widget.known = form.instance._state.fields_cache.get(name)
        if issubclass(field.queryset.model, Retirable):
            field.queryset = field.queryset.offered([getattr(form.instance, f"{name}_id")])
            field.error_messages["invalid_choice"] = _("This was retired or deleted. Choose another.")


def offer_terms(form: WagtailAdminModelForm) -> None:
    """Give every choice of terms its own, all of them from one query."""
    fields = {name: form.fields[name] for name in TERM_FIELDS if name in form.fields}
    chosen = {name: {term.pk for term in form.initial.get(name) or ()} for name in fields}
    kinds = {name: form._meta.model._meta.get_field(name).get_limit_choices_to()["taxonomy__slug"] for name in fields}
    terms = TaxonomyTerm.objects.select_related("taxonomy").order_by("position", "name")
    terms = list(terms.offered(keeping=set().union(*chosen.values())))
    for name, field in fields.items():
        own = [term for term in terms if term.taxonomy.slug == kinds[name]]
        offered = [term for term in own if not term.is_retired or term.pk in chosen[name]]
        field.choices = [(term.pk, term.name_for_editors) for term in offered]
        field.queryset = field.queryset.offered(keeping=chosen[name])


def _kept(formset: Any) -> list[dict[str, Any]]:
    if formset is None:
        return []
    return [form.cleaned_data for form in formset.forms if not form.cleaned_data.get("DELETE")]
