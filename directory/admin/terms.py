"""The words listings are filed under, in the admin under the names readers know: needs, settings and so on."""

from typing import Any
from urllib.parse import urlencode

import django_filters
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.views.snippets import CreateView

from directory.models import Taxonomy, TaxonomyTerm
from directory.models.taxonomies import PHRASE_FIELDS

from .choosers import TermChooserViewSet
from .list_views import ListingView
from .panels import SLUG_INPUT
from .retirement import RETIREMENT, RetirableViewSet

# One and all of them, as readers and editors say it.
KINDS = {
    Taxonomy.NEED: ("need", "needs"),
    Taxonomy.SETTING: ("setting", "settings"),
    Taxonomy.REFERRAL_ROUTE: (lazy("route of referral"), lazy("who can refer")),
    Taxonomy.PEER_ROLE: (lazy("peer role"), lazy("peer roles")),
    Taxonomy.ORDER_TYPE: (lazy("order or sentence"), lazy("orders and sentences")),
}
ICONS = {
    Taxonomy.NEED: "help",
    Taxonomy.SETTING: "site",
    Taxonomy.REFERRAL_ROUTE: "arrow-right",
    Taxonomy.PEER_ROLE: "user",
    Taxonomy.ORDER_TYPE: "form",
}


class TermFilterSet(WagtailFilterSet):
    """Narrow the list to one kind, or to what is still offered."""

    taxonomy = django_filters.ModelChoiceFilter(
        queryset=Taxonomy.objects.all(), to_field_name="slug", label=lazy("Kind"), empty_label=lazy("All")
    )
    retired = django_filters.BooleanFilter(
        field_name="retired_at", lookup_expr="isnull", exclude=True, label=lazy("Retired")
    )

    class Meta:
        model = TaxonomyTerm
        fields = ("taxonomy", "retired")


class TermListView(ListingView):
    """Terms of all kinds, or of the one that the menu names."""

    @cached_property
    def kind(self) -> str:
        kind = self.request.GET.get("taxonomy", "")
        return kind if kind in KINDS else ""

    def get_page_title(self) -> str:
        return capfirst(KINDS[self.kind][1]) if self.kind else super().get_page_title()

    @property
    def add_item_label(self) -> str:
        return _("Add %(value)s") % {"value": KINDS[self.kind][0]} if self.kind else _("Add term")

    def get_add_url(self) -> str | None:
        url = super().get_add_url()
        return f"{url}?{urlencode({'taxonomy': self.kind})}" if url and self.kind else url


class TermCreateView(CreateView):
    """Begins with the kind whose list somebody came from."""

    def get_initial(self) -> dict[str, Any]:
        kind = self.request.GET.get("taxonomy", "")
        taxonomy = Taxonomy.objects.filter(slug=kind).first() if kind in KINDS else None
        return {**super().get_initial(), **({"taxonomy": taxonomy.pk} if taxonomy else {})}

    def get_page_subtitle(self) -> str:
        kind = self.request.GET.get("taxonomy", "")
        return capfirst(KINDS[kind][0]) if kind in KINDS else super().get_page_subtitle()


class TaxonomyTermViewSet(RetirableViewSet):
    """The words listings are filed under."""

    model = TaxonomyTerm
    chooser_viewset_class = TermChooserViewSet
    index_view_class = TermListView
    add_view_class = TermCreateView
    icon = "tag"
    menu_label = lazy("All terms")
    list_display = ("name", "taxonomy", "position", RETIREMENT)
    list_export = ("name", "taxonomy.name", "slug", "description", "position", "retired_at")
    export_headings = {"taxonomy.name": lazy("Kind")}
    filterset_class = TermFilterSet
    list_per_page = 50
    search_backend_name = None
    search_fields = ("name",)
    panels = [
        FieldPanel("taxonomy"),
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        FieldPanel("slug", widget=SLUG_INPUT),
        FieldPanel("description"),
        FieldPanel("position"),
        MultiFieldPanel(
            [FieldPanel(name) for name in PHRASE_FIELDS],
            heading=lazy("What people say for it"),
            help_text=lazy("A change counts with the next search. The words of a listing itself always come first."),
        ),
    ]

    def get_queryset(self, request: Any) -> Any:
        return TaxonomyTerm.objects.select_related("taxonomy")


class TermsMenuItem(MenuItem):
    """A list of one kind of term, for who may see terms."""

    def is_shown(self, request: Any) -> bool:
        return any(request.user.has_perm(f"directory.{right}_taxonomyterm") for right in ("add", "change", "view"))

    def is_active(self, request: Any) -> bool:
        return self.url == request.get_full_path()


def term_menu_items(first: int) -> list[MenuItem]:
    """One item for each kind."""
    list_url = reverse(TaxonomyTerm.snippet_viewset.get_url_name("list"))
    return [
        TermsMenuItem(
            capfirst(plural),
            f"{list_url}?{urlencode({'taxonomy': kind})}",
            name=f"terms-{kind}",
            icon_name=ICONS[kind],
            order=first + number,
        )
        for number, (kind, (_unused, plural)) in enumerate(KINDS.items())
    ]
