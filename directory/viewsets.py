"""How editors keep the directory in Wagtail's admin. The database filters listings, not Wagtail's search."""

from typing import Any

import django_filters
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .choosers import AreaChooserViewSet, NameChooserViewSet
from .models import Area, Location, Organization, Service, TaxonomyTerm
from .panels import SERVICE_FORM, SLUG_INPUT

PAGE_SIZE = 50


class PublicationColumn(Column):
    """Whether the public sees it, from the row alone: Wagtail's own column asks the database twice for each row."""

    def get_value(self, instance: Any) -> str:
        if not instance.live:
            return "Draft"
        return "Live, newer draft" if instance.has_unpublished_changes else "Live"


PUBLICATION = PublicationColumn("live", label="Status", sort_key="live")


class ServiceFilterSet(WagtailFilterSet):
    """Narrow the list of services by state. Choices are short: none of them loads thousands of options."""

    setting = django_filters.ModelChoiceFilter(
        field_name="settings", label="Setting", queryset=TaxonomyTerm.objects.of("setting")
    )
    need = django_filters.ModelChoiceFilter(
        field_name="needs", label="Helps with", queryset=TaxonomyTerm.objects.of("need")
    )

    class Meta:
        model = Service
        fields = ("live", "status", "referrals", "is_synthetic")


class ServiceViewSet(SnippetViewSet):
    """Services, with drafts, workflow, history and preview."""

    model = Service
    icon = "site"
    menu_label = "Services"
    list_display = (
        "name",
        "organization",
        "referrals",
        Column("assured_date", label="Last checked", sort_key="assured_date"),
        PUBLICATION,
    )
    list_per_page = PAGE_SIZE
    filterset_class = ServiceFilterSet
    search_backend_name = None
    search_fields = ("name", "alternate_name")
    ordering = ("name",)
    copy_view_enabled = False

    edit_handler = SERVICE_FORM

    def get_queryset(self, request: Any) -> Any:
        return Service.objects.select_related("organization")


class OrganizationViewSet(SnippetViewSet):
    """Organisations, with drafts, workflow and history."""

    model = Organization
    chooser_viewset_class = NameChooserViewSet
    icon = "group"
    menu_label = "Organisations"
    list_display = ("name", "alternate_name", UpdatedAtColumn(), PUBLICATION)
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


class LocationViewSet(SnippetViewSet):
    """Places. A private address is shown to editors only."""

    model = Location
    chooser_viewset_class = NameChooserViewSet
    icon = "home"
    menu_label = "Places"
    list_display = ("name", "city", "is_confidential")
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
            heading="Address",
        ),
        FieldPanel("transportation"),
        InlinePanel("accessibility", label="arrangement", heading="Accessibility"),
    ]


class AreaViewSet(SnippetViewSet):
    """Areas and establishments. Official areas are loaded; establishments without a code are added here."""

    model = Area
    chooser_viewset_class = AreaChooserViewSet
    icon = "globe"
    menu_label = "Areas"
    list_display = ("name", "kind", "code", Column("valid_to", label="Ended", sort_key="valid_to"))
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


class TaxonomyTermViewSet(SnippetViewSet):
    """The words listings are filed under."""

    model = TaxonomyTerm
    icon = "tag"
    menu_label = "Terms"
    list_display = ("name", "taxonomy", "position")
    list_filter = ("taxonomy",)
    search_backend_name = None
    search_fields = ("name",)
    panels = [
        FieldPanel("taxonomy"),
        TitleFieldPanel("name", targets=["slug"], classname="", placeholder=False),
        FieldPanel("slug", widget=SLUG_INPUT),
        FieldPanel("description"),
        FieldPanel("position"),
    ]


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """The directory's place in the menu."""

    items = (ServiceViewSet, OrganizationViewSet, LocationViewSet, AreaViewSet, TaxonomyTermViewSet)
    menu_label = "Directory"
    menu_icon = "list-ul"
    menu_order = 200
