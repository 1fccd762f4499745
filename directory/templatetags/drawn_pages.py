"""Keeps the middle of a page as it was drawn."""

from django import template
from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.utils.safestring import SafeString

from directory.navigation.drawn_pages import drawn_for_all

register = template.Library()


class DrawnForAll(Node):
    """Draws what stands in it, unless another reader of the page did."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        request, page = context.get("request"), context.get("page")

        def draw() -> SafeString:
            with context.push(**page.drawn_context(request)):
                return self.nodelist.render(context)

        return drawn_for_all(request, page, draw)


@register.tag("drawn_for_all")
def parse_drawn_for_all(parser: Parser, token: Token) -> DrawnForAll:
    """`{% drawn_for_all %}` until `{% end_drawn_for_all %}`, on a page that has `drawn_context`.

    What stands in it may show `page` and what its `drawn_context` gives, and nothing of the request.
    """
    nodelist = parser.parse(("end_drawn_for_all",))
    parser.delete_first_token()
    return DrawnForAll(nodelist)
