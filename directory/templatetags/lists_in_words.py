"""Lists as templates say them: "A, B and C", of words by a filter and of links by a tag."""

from collections.abc import Callable, Iterable
from typing import Any

from django import template
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from search.text import lists_in_words

register = template.Library()
Join = Callable[[Iterable[object]], str]
JOINS: dict[str, Join] = {
    "listed": lists_in_words.listed,
    "all_of": lists_in_words.all_of,
    "one_of": lists_in_words.one_of,
}
PARTS = "parts_of_list"


class ListNode(template.Node):
    """Joins what its parts say. What stands between them in the template is not shown."""

    def __init__(self, nodes: NodeList, join: Join) -> None:
        self.nodes, self.join = nodes, join

    def render(self, context: Context) -> SafeString:
        parts: list[SafeString] = []
        with context.push(**{PARTS: parts}):
            self.nodes.render(context)
        return mark_safe(self.join(parts))  # noqa: S308 - templates made each part, and the catalogue the rest


class PartNode(template.Node):
    """One part of the list it stands in."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodes = nodes

    def render(self, context: Context) -> str:
        context[PARTS].append(mark_safe(self.nodes.render(context).strip()))  # noqa: S308 - the output of a template
        return ""


def _add(name: str, join: Join) -> None:
    def parse(parser: Parser, token: Token) -> ListNode:
        nodes = parser.parse((f"end_{name}",))
        parser.delete_first_token()
        return ListNode(nodes, join)

    def words(parts: Iterable[Any]) -> SafeString:
        return mark_safe(join(map(conditional_escape, parts or ())))  # noqa: S308 - each part was escaped

    register.tag(name, parse)
    register.filter(name, words)


for _name, _join in JOINS.items():
    _add(_name, _join)


@register.tag
def part(parser: Parser, token: Token) -> PartNode:
    """`{% all_of %}{% for guide in guides %}{% part %}<a …>…</a>{% end_part %}{% endfor %}{% end_all_of %}`"""
    nodes = parser.parse(("end_part",))
    parser.delete_first_token()
    return PartNode(nodes)
