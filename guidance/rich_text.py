"""A style of running text: a word that a margin note explains."""

import wagtail.admin.rich_text.editors.draftail.features as draftail
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

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
