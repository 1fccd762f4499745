"""How editors keep the directory in Wagtail's admin. The database filters listings, not Wagtail's search."""

from typing import Any

import django_filters
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Location, Organization, Service, TaxonomyTerm

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

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("slug"),
                    FieldPanel("alternate_name"),
                    FieldPanel("organization"),
                    FieldPanel("summary"),
                    FieldPanel("description"),
                    FieldPanel("alert"),
                    FieldPanel("status"),
                    InlinePanel("partners", label="organisation that helps to run it", heading="Run together with"),
                    FieldRowPanel([FieldPanel("url"), FieldPanel("email")]),
                    InlinePanel("phones", label="phone"),
                    FieldPanel("funding"),
                    FieldPanel("fees_description"),
                ],
                heading="What it is",
            ),
            ObjectList(
                [
                    FieldPanel("eligibility_description"),
                    FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age"), FieldPanel("gender")]),
                    FieldPanel("settings"),
                    FieldPanel("needs"),
                    FieldPanel("order_types"),
                    FieldPanel("exclusions"),
                ],
                heading="Who it is for",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("referrals"), FieldPanel("referrals_as_of"), FieldPanel("wait_time")],
                        heading="Now",
                    ),
                    FieldPanel("referral_routes"),
                    FieldPanel("application_process"),
                    FieldPanel("peer_roles"),
                    FieldPanel("peer_involvement"),
                ],
                heading="Referral",
            ),
            ObjectList(
                [
                    InlinePanel("service_areas", label="area", heading="Areas it covers"),
                    InlinePanel("service_at_locations", label="place", heading="Places"),
                    FieldRowPanel([FieldPanel("is_outreach"), FieldPanel("is_virtual")]),
                    InlinePanel("schedules", label="opening hours"),
                ],
                heading="Where and when",
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("assured_date"), FieldPanel("assured_with")]),
                    FieldPanel("source_note"),
                    FieldPanel("to_confirm"),
                    FieldPanel("tags"),
                ],
                heading="Keeping it true",
            ),
        ]
    )

    def get_queryset(self, request: Any) -> Any:
        return Service.objects.select_related("organization")


class OrganizationViewSet(SnippetViewSet):
    """Organisations, with drafts, workflow and history."""

    model = Organization
    icon = "group"
    menu_label = "Organisations"
    list_display = ("name", "alternate_name", UpdatedAtColumn(), PUBLICATION)
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("name", "alternate_name")
    ordering = ("name",)
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("alternate_name"),
        FieldPanel("description"),
        FieldPanel("legal_status"),
        FieldRowPanel([FieldPanel("url"), FieldPanel("email")]),
    ]


class LocationViewSet(SnippetViewSet):
    """Places. A private address is shown to editors only."""

    model = Location
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
        FieldPanel("address_1"),
        FieldRowPanel([FieldPanel("city"), FieldPanel("postal_code")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("transportation"),
        FieldPanel("accessibility"),
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
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("position"),
    ]


class DirectoryViewSetGroup(SnippetViewSetGroup):
    """The directory's place in the menu."""

    items = (ServiceViewSet, OrganizationViewSet, LocationViewSet, TaxonomyTermViewSet)
    menu_label = "Directory"
    menu_icon = "list-ul"
    menu_order = 200
