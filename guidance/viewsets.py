"""What editors keep beside the pages of the guidance."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import GlossaryTerm, ServiceGuide

PAGE_SIZE = 50


class GlossaryTermViewSet(SnippetViewSet):
    """The words explained."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Words explained")
    menu_order = 205
    add_to_admin_menu = True
    list_display = ("name", "acronym", "is_marked", "source_title", UpdatedAtColumn())
    list_filter = ("is_marked",)
    list_export = (
        "name",
        "acronym",
        "other_names",
        "definition",
        "source_title",
        "source_publisher",
        "source_published",
        "source_url",
    )
    list_per_page = PAGE_SIZE
    ordering = ("name",)
    search_backend_name = None
    search_fields = ("name", "acronym", "other_names", "definition")
    copy_view_enabled = False
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("acronym")]),
        FieldPanel("other_names"),
        FieldPanel("definition"),
        FieldPanel("is_marked"),
        FieldPanel("jurisdictions"),
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldRowPanel([FieldPanel("source_publisher"), FieldPanel("source_published")]),
                FieldPanel("source_url"),
            ],
            heading=_("Who says so"),
        ),
        FieldPanel("slug"),
    ]


class ServiceGuideViewSet(SnippetViewSet):
    """Which services say that they work by which guides."""

    model = ServiceGuide
    icon = "link"
    menu_label = _("Services and guides")
    menu_order = 206
    add_to_admin_menu = True
    list_display = ("service", "guide")
    list_export = ("service", "guide")
    list_per_page = PAGE_SIZE
    ordering = ("service__name", "guide__path")
    search_backend_name = None
    search_fields = ("service__name", "guide__title")
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ServiceGuide]:
        return ServiceGuide.objects.select_related("service", "guide")
