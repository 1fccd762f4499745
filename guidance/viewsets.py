"""What editors keep beside the pages of the guidance."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import GlossaryTerm

PAGE_SIZE = 50


class GlossaryTermViewSet(SnippetViewSet):
    """The words explained."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Words explained"
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
            heading="Who says so",
        ),
        FieldPanel("slug"),
    ]
