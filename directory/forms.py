"""What the form of a listing checks across its parts."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm


class ServiceForm(WagtailAdminModelForm):
    """Opening hours at one place must name a place that the listing names."""

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
            form.add_error("location", "Add this place to the listing first, under “Places”.")
        return not schedules or not any(form.errors for form in schedules.forms)


def _kept(formset: Any) -> list[dict[str, Any]]:
    if formset is None:
        return []
    return [form.cleaned_data for form in formset.forms if not form.cleaned_data.get("DELETE")]
