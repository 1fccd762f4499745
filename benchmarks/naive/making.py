"""Naive pages with the words of the demo's own: the same tree, the same texts, the same links."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from benchmarks.naive.models import NaivePage
from home.models import HomePage

HOST = "naive.localhost"


def make_naive_pages() -> None:
    """A site of its own beside the hub's, so that addresses are the same under another host."""
    home = HomePage.objects.get()
    copied = _copy(home, Page.get_first_root_node())
    Site.objects.create(hostname=HOST, root_page=copied, site_name="Naive")


def _copy(page: Page, parent: Page) -> NaivePage:
    specific = page.specific
    made = NaivePage(title=page.title, slug=f"naive-{page.slug}" if parent.is_root() else page.slug)
    made.summary = getattr(specific, "summary", "") or getattr(specific, "lede", "")
    made.show_in_menus = page.show_in_menus
    body = getattr(specific, "body", None)
    made.body = list(_parts(body)) if isinstance(body, StreamValue) else []
    parent.add_child(instance=made)
    for child in page.get_children().live():
        _copy(child, made)
    return made


def _parts(body: StreamValue) -> Iterator[tuple[str, Any]]:
    for part in body:
        if part.block_type == "heading":
            yield "heading", part.value
        else:
            yield "paragraph", RichText("".join(_markup(part.value)))


def _markup(value: object) -> Iterator[str]:
    """Running text as it is stored; any other text as a paragraph."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, StreamValue | ListValue):
        for child in value if isinstance(value, StreamValue) else value.bound_blocks:
            yield from _markup(child.value)
    elif isinstance(value, StructValue):
        for inner in value.values():
            yield from _markup(inner)
    elif isinstance(value, str) and value:
        yield format_html("<p>{}</p>", value)
