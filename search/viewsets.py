"""How editors steer the search in Wagtail's admin."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms import PromotionForm, StopNoticeForm
from .models import Promotion, StopNotice, Synonym

PAGE_SIZE = 50


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = Synonym
    icon = "resubmit"
    menu_label = "Synonyms"
    list_display = ("terms", "note", UpdatedAtColumn())
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("terms", "note")
    copy_view_enabled = False
    panels = [FieldPanel("terms"), FieldPanel("note")]


class PromotionViewSet(SnippetViewSet):
    """What comes first for certain words."""

    model = Promotion
    icon = "pick"
    menu_label = "Promoted results"
    list_display = ("words", "kind", "key", "title", "position", UpdatedAtColumn())
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("words", "title", "url")
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("kind"), FieldPanel("key")])], heading="Something on this site"
            ),
            MultiFieldPanel([FieldPanel("title"), FieldPanel("url")], heading="Or an address"),
            FieldPanel("position"),
        ],
        base_form_class=PromotionForm,
    )


class StopNoticeViewSet(SnippetViewSet):
    """What is said before any result."""

    model = StopNotice
    icon = "warning"
    menu_label = "Stop notices"
    list_display = ("message", "kinds", "words", "position", UpdatedAtColumn())
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("words", "message", "kinds", "harmless")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("kinds"), FieldPanel("words"), FieldPanel("harmless")], heading="When it is shown"
            ),
            MultiFieldPanel(
                [
                    FieldPanel("heading"),
                    FieldPanel("message"),
                    FieldRowPanel([FieldPanel("link_text"), FieldPanel("link_url")]),
                ],
                heading="What it says",
            ),
            FieldPanel("position"),
        ],
        base_form_class=StopNoticeForm,
    )


class SearchViewSetGroup(SnippetViewSetGroup):
    """The search's place in the menu."""

    items = (SynonymViewSet, PromotionViewSet, StopNoticeViewSet)
    menu_label = "Search"
    menu_icon = "search"
    menu_order = 210
