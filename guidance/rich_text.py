"""What running text can hold beyond Wagtail's own: words that a margin note explains, and links that go dark."""

import wagtail.admin.rich_text.editors.draftail.features as draftail
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from .managers import published_pages

FEATURE = "term"
STYLE = "TERM"


def register_term(features: FeatureRegistry) -> None:
    """Let editors mark a word that is explained in the margin; it becomes a `<dfn>`."""
    control = {
        "type": STYLE,
        "icon": "comment",
        "description": "A word explained in the margin",
        "style": {"textDecoration": "underline dotted"},
    }
    features.register_editor_plugin("draftail", FEATURE, draftail.InlineStyleFeature(control))
    rule = {
        "from_database_format": {"dfn": InlineStyleElementHandler(STYLE)},
        "to_database_format": {"style_map": {STYLE: "dfn"}},
    }
    features.register_converter_rule("contentstate", FEATURE, rule)


class PublishedPageLinkHandler(PageLinkHandler):
    """Links to pages that anyone may read. Of any other link the words stay and the address goes."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        keys = [str(attrs.get("id", "")) for attrs in attrs_list]
        pages = published_pages().in_bulk([int(key) for key in keys if key.isdecimal()])
        by_key = {str(key): page for key, page in pages.items()}
        return [by_key.get(key) for key in keys]


def register_published_links(features: FeatureRegistry) -> None:
    """Let running text link only to what its reader can open."""
    features.register_link_type(PublishedPageLinkHandler)
