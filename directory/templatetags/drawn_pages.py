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
        return drawn_for_all(context.get("request"), context.get("page"), lambda: self.nodelist.render(context))


@register.tag("drawn_for_all")
def parse_drawn_for_all(parser: Parser, token: Token) -> DrawnForAll:
    """`{% drawn_for_all %}` until `{% end_drawn_for_all %}`, on the pages of the home, a guide, a stage and a story.

    What stands in it may show `page` and whatever follows from it, and nothing of the request.
    """
    nodelist = parser.parse(("end_drawn_for_all",))
    parser.delete_first_token()
    return DrawnForAll(nodelist)
