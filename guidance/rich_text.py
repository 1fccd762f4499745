"""What running text can hold beyond Wagtail's own: words that a margin note explains, links
that go dark, and the type and size of files.
"""

import re
from typing import Any

import wagtail.admin.rich_text.editors.draftail.features as draftail
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from directory.navigation.languages import in_answered_language
from search.languages import is_in_own_language
from search.text.lists_in_words import listed

from .linked_pages import linked_pages

FEATURE = "term"
STYLE = "TERM"


def register_term(features: FeatureRegistry) -> None:
    """Let editors mark a word that is explained in the margin; it becomes a `<dfn>`."""
    control = {
        "type": STYLE,
        "icon": "comment",
        "description": _("A word explained in the margin"),
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
        known = linked_pages(keys)
        return [known.get(key) for key in keys]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """In the language that is answered. Wagtail's own way asks for a translation of each page."""
        return [
            format_html('<a href="{}">', in_answered_language(page.url)) if page else "<a>"
            for page in cls.get_many(attrs_list)
        ]


# An address that an editor typed.
OWN_ADDRESS = re.compile(r'(<a href=")(/[^"]*)"')
FILE = re.compile(r'(<a [^>]*data-file="([^"]*)"[^>]*>)(.*?)</a>', re.DOTALL)


class SizedDocumentLinkHandler(DocumentLinkHandler):
    """A link to a file that knows of which type the file is and how large."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [
            format_html('<a href="{}" data-file="{}">', document.url, file_words(document)) if document else "<a>"
            for document in cls.get_many(attrs_list)
        ]


def file_words(document: Any) -> str:
    """Type and size, as a reader sees them before pressing: PDF, 120 KB."""
    size = document.get_file_size()
    words = (document.file_extension.upper(), filesizeformat(size) if size else "")
    return listed(words).replace("\xa0", " ")


def in_reading_language(html: str) -> str:
    """The same markup, whose links to addresses of this site stay in the language that is answered."""
    if is_in_own_language():
        return html
    return OWN_ADDRESS.sub(lambda link: f'{link[1]}{in_answered_language(link[2])}"', html)


def with_file_sizes(html: str) -> str:
    """The same markup with type and size behind the words of each link to a file."""
    return FILE.sub(r'\1\3 <span class="hub-quiet">(\2)</span></a>', html)


def register_published_links(features: FeatureRegistry) -> None:
    """Let running text link only to what its reader can open."""
    features.register_link_type(PublishedPageLinkHandler)


def register_sized_documents(features: FeatureRegistry) -> None:
    """Let links to files say what they lead to."""
    features.register_link_type(SizedDocumentLinkHandler)
