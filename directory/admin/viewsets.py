"""How editors keep the directory in Wagtail's admin. The database filters listings, not Wagtail's search."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory.models import Area, Location, Organization, Service, TaxonomyTerm

from .choosers import AreaChooserViewSet, LocationChooserViewSet, NameChooserViewSet, OrganizationChooserViewSet
from .list_views import PUBLICATION, ListingView, OrganizationListView, ServiceListView
from .panels import SERVICE_FORM, SLUG_INPUT
from .retirement import RETIREMENT, ProtectedViewSet, RetirableViewSet
from .service_edit_view import ServiceEditView
from .terms import TaxonomyTermViewSet, term_menu_items

PAGE_SIZE = 50


class ServiceFilterSet(WagtailFilterSet):
    """Narrow the list of services by state. Choices are short: none of them loads thousands of options."""

    setting = django_filters.ModelChoiceFilter(
        field_name="settings", label=_("Setting"), queryset=TaxonomyTerm.objects.of("setting")
    )
    need = django_filters.ModelChoiceFilter(
        field_name="needs", label=_("Helps with"), queryset=TaxonomyTerm.objects.of("need")
    )

    class Meta:
        model = Service
        fields = ("live", "status", "referrals", "is_synthetic")


class ServiceViewSet(SnippetViewSet):
    """Services, with drafts, workflow, history and preview."""

    model = Service
    chooser_viewset_class = NameChooserViewSet
    index_view_class = ServiceListView
    edit_view_class = ServiceEditView
    icon = "site"
    menu_label = _("Services")
    list_display = (
        "name",
        "organization",
        "referrals",
        Column("assured_date", label=_("Last checked"), sort_key="assured_date"),
        PUBLICATION,
    )
    list_export = (
        "name",
        "alternate_name",
        "organization.name",
        "summary",
        "status",
        "live",
        "referrals",
        "referrals_as_of",
        "assured_date",
        "assured_with",
        "settings",
        "needs",
        "areas",
        "url",
        "email",
        "slug",
    )
    export_headings = {
        "organization.name": _("Organisation"),
        "status": _("Running"),
        "live": _("Status"),
        "settings": _("Where the person is"),
        "needs": _("Helps with"),
        "areas": _("Areas it covers"),
    }
    list_per_page = PAGE_SIZE
    filterset_class = ServiceFilterSet
    search_backend_name = None
    search_fields = ("name", "alternate_name")
    ordering = ("name",)
    copy_view_enabled = False

    edit_handler = SERVICE_FORM

    def get_queryset(self, request: Any) -> Any:
        return Service.objects.select_related("organization")


class OrganizationViewSet(RetirableViewSet):
    """Organisations, with drafts, workflow and history."""

    model = Organization
    chooser_viewset_class = OrganizationChooserViewSet
    index_view_class = OrganizationListView
    icon = "group"
    menu_label = _("Organisations")
    list_display = ("name", "alternate_name", UpdatedAtColumn(), PUBLICATION, RETIREMENT)
    list_export = ("name", "alternate_name", "legal_status", "url", "email", "slug", "live", "retired_at")
    export_headings = {"live": _("Status")}
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("name", "alternate_name")
    ordering = ("name",)
    panels = [
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        FieldPanel("slug", widget=SLUG_INPUT),
        FieldPanel("alternate_name"),
        FieldPanel("description"),
        FieldPanel("legal_status"),
        FieldRowPanel([FieldPanel("url"), FieldPanel("email")]),
    ]


class LocationViewSet(RetirableViewSet):
    """Places. A private address is shown to editors only."""

    model = Location
    chooser_viewset_class = LocationChooserViewSet
    index_view_class = ListingView
    icon = "home"
    menu_label = _("Places")
    list_display = ("name", "city", "is_confidential", RETIREMENT)
    list_export = (
        "name",
        "address_1",
        "city",
        "postal_code",
        "latitude",
        "longitude",
        "is_confidential",
        "transportation",
        "retired_at",
    )
    list_filter = ("is_confidential",)
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("name", "city", "postal_code")
    panels = [
        FieldPanel("name"),
        FieldPanel("is_confidential"),
        MultiFieldPanel(
            [
                FieldPanel("address_1"),
                FieldRowPanel([FieldPanel("city"), FieldPanel("postal_code")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Address"),
        ),
        FieldPanel("transportation"),
        InlinePanel("accessibility", label=_("arrangement"), heading=_("Accessibility")),
    ]


class AreaViewSet(ProtectedViewSet):
    """Areas and establishments. Official areas are loaded; establishments without a code are added here."""

    model = Area
    chooser_viewset_class = AreaChooserViewSet
    index_view_class = ListingView
    icon = "globe"
    menu_label = _("Areas")
    list_display = ("name", "kind", "code", Column("valid_to", label=_("Ended"), sort_key="valid_to"))
    list_export = ("name", "get_kind_display", "code", "parent", "holds", "valid_from", "valid_to")
    export_headings = {"get_kind_display": _("Kind"), "holds": _("Who is held there")}
    list_filter = ("kind",)
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("name", "code")
    ordering = ("name",)
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("code"),
        FieldPanel("parent"),
        FieldPanel("holds"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    def get_queryset(self, request: Any) -> Any:
        return Area.objects.select_related("parent")


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """The directory's place in the menu."""

    items = (ServiceViewSet, OrganizationViewSet, LocationViewSet, AreaViewSet, TaxonomyTermViewSet)
    menu_label = _("Directory")
    menu_icon = "list-ul"
    menu_order = 200

    def get_submenu_items(self) -> list[MenuItem]:
        """What listings name first, then a list for each kind of term, then all terms."""
        *first, terms = super().get_submenu_items()
        named = term_menu_items(len(first) + 1)
        terms.order = len(first) + len(named) + 1
        return [*first, *named, terms]
