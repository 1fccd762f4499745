"""The boxes of the finder."""

from django import forms
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.forms.public_form import PublicForm
from directory.places.fields import LONGEST_TYPED

from .query import MAX_TEXT, RADII, FinderQuery


def radius_choices() -> list[tuple[int, str]]:
    """How far a service may be."""
    return [(miles, ngettext("{miles} mile", "{miles} miles", miles).format(miles=miles)) for miles in RADII]


class FinderForm(PublicForm):
    """Shows a search as it was understood. It reads nothing: `clean_query` does, and never fails."""

    q = forms.CharField(label=_("What help is needed?"), required=False, max_length=MAX_TEXT, widget=forms.SearchInput)
    near = forms.CharField(label=_("Postcode or place"), required=False, max_length=LONGEST_TYPED)
    radius = forms.ChoiceField(label=_("Within"), choices=radius_choices)

    def __init__(self, query: FinderQuery) -> None:
        super().__init__({"q": query.text, "near": query.near, "radius": str(query.radius)})
        for name in ("q", "near"):
            self.fields[name].widget.attrs["data-suggestions"] = f"{reverse('suggestions')}?{name}="
        if query.asks_which_place:
            self.fields["near"].widget.attrs["aria-describedby"] = "which-place"
        if "near" in query.problems:
            self.add_error("near", render_to_string("directory/includes/near_error.html", {"query": query}))
