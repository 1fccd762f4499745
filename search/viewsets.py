"""How editors steer the search in Wagtail's admin."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Synonym

PAGE_SIZE = 50


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = Synonym
    icon = "decimal"
    menu_label = "Synonyms"
    list_display = ("terms", "note", UpdatedAtColumn())
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("terms", "note")
    copy_view_enabled = False
    panels = [FieldPanel("terms"), FieldPanel("note")]


class SearchViewSetGroup(SnippetViewSetGroup):
    """The search's place in the menu."""

    items = (SynonymViewSet,)
    menu_label = "Search"
    menu_icon = "search"
    menu_order = 210
