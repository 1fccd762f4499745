"""How editors steer the search in Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from search.admin.promotion_choosers import title_of
from search.admin.promotion_form import promotion_panels
from search.admin.stop_notice_form import StopNoticeForm
from search.models import Promotion, StopNotice, Synonym

PAGE_SIZE = 50


class SynonymViewSet(SnippetViewSet):
    """Words that mean the same."""

    model = Synonym
    icon = "resubmit"
    menu_label = lazy("Synonyms")
    list_display = ("terms", "note", UpdatedAtColumn())
    list_export = ("terms", "note")
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("terms", "note")
    copy_view_enabled = False
    panels = [FieldPanel("terms"), FieldPanel("note")]


def shown_by(promotion: Promotion) -> str:
    """What comes first, by its title."""
    if promotion.kind:
        return title_of(promotion.kind, promotion.key) or _("Nothing that readers can see")
    return promotion.title


class ShownColumn(Column):
    def get_value(self, instance: Promotion) -> str:
        return shown_by(instance)


class PromotionListView(IndexView):
    def to_row_dict(self, item: Promotion) -> dict[str, Any]:
        return {"words": item.words, "shown": shown_by(item), "position": item.position}


class PromotionViewSet(SnippetViewSet):
    """What comes first for certain words."""

    model = Promotion
    icon = "pick"
    menu_label = lazy("Promoted results")
    index_view_class = PromotionListView
    list_display = ("words", ShownColumn("title", label=lazy("Shows")), "position", UpdatedAtColumn())
    list_export = ("words", "shown", "position")
    export_headings = {"shown": lazy("Shows")}
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("words", "title", "url")

    def get_edit_handler(self) -> Any:
        # Made when the apps have said by which windows their objects are chosen.
        return promotion_panels().bind_to_model(self.model)


class StopNoticeViewSet(SnippetViewSet):
    """What is said before any result."""

    model = StopNotice
    icon = "warning"
    menu_label = lazy("Stop notices")
    list_display = ("message", "kinds", "words", "position", UpdatedAtColumn())
    list_export = ("heading", "message", "kinds", "words", "harmless", "link_text", "link_url", "position")
    list_per_page = PAGE_SIZE
    search_backend_name = None
    search_fields = ("words", "message", "kinds", "harmless")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("kinds"), FieldPanel("words"), FieldPanel("harmless")], heading=lazy("When it is shown")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("heading"),
                    FieldPanel("message"),
                    FieldRowPanel([FieldPanel("link_text"), FieldPanel("link_url")]),
                ],
                heading=lazy("What it says"),
            ),
            FieldPanel("position"),
        ],
        base_form_class=StopNoticeForm,
    )


class SearchViewSetGroup(SnippetViewSetGroup):
    """The search's place in the menu."""

    items = (SynonymViewSet, PromotionViewSet, StopNoticeViewSet)
    menu_label = lazy("Search")
    menu_icon = "search"
    menu_order = 210
