"""What the template of a body needs: ids that links to headings lead to, and words that are explained."""

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue, StructValue
from wagtail.rich_text import RichText

from guidance.blocks.rules import REQUIREMENT_TEMPLATE, RequirementValue
from guidance.body_text import opening_picture as picture_at_the_top
from guidance.body_text import with_anchors
from guidance.linked_pages import reading_links_of, stored_texts
from guidance.rich_text import in_reading_language, with_file_sizes

register = template.Library()


@register.filter
def with_heading_anchors(body: StreamValue) -> list[tuple[StreamValue.StreamChild, str]]:
    """Each part with the id of its heading; an empty one for what is no heading."""
    return with_anchors(body)


@register.tag
def reading_links(parser: Parser, token: Token) -> "ReadingLinks":
    """`{% reading_links body %}` until `{% end_reading_links %}`: the links of all texts by one statement."""
    _, body = token.split_contents()
    nodes = parser.parse(("end_reading_links",))
    parser.delete_first_token()
    return ReadingLinks(parser.compile_filter(body), nodes)


class ReadingLinks(Node):
    """Renders what stands in it while the pages that a body links to are known."""

    def __init__(self, body: FilterExpression, nodelist: NodeList) -> None:
        self.body, self.nodelist = body, nodelist

    def render(self, context: Context) -> SafeString:
        body = self.body.resolve(context)
        with reading_links_of(stored_texts(body.raw_data) if isinstance(body, StreamValue) else ()):
            return self.nodelist.render(context)


@register.simple_tag(takes_context=True)
def opening_picture(context: Context, body: StreamValue) -> StructValue | None:
    """The picture that is loaded at once; none of a body that stands far down on its page."""
    return None if context.get("is_below_fold") else picture_at_the_top(body)


@register.simple_tag
def requirement(rule: RequirementValue) -> SafeString:
    """A rule as it stands in a guide, without words that the page explains. Drawn by Jinja2: see ADR 41."""
    return mark_safe(render_to_string(REQUIREMENT_TEMPLATE, {"value": rule}, using="jinja2"))  # noqa: S308  it escapes


@register.simple_tag(takes_context=True)
def explained(context: Context, text: RichText | str) -> SafeString:
    """A text, with words marked that the page explains at its end. A page without an explainer marks none."""
    html = _running_text(text) if isinstance(text, RichText) else escape(text)
    explainer = context.get("explainer")
    return explainer.mark(html) if explainer else html


def _running_text(text: RichText) -> SafeString:
    return mark_safe(in_reading_language(with_file_sizes(str(text))))  # noqa: S308 - running text is markup
