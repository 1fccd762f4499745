"""The text of a page's body: its headings, its words, and how long they take to read."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from math import ceil

from django.utils.html import strip_tags
from wagtail.blocks import Block, StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText

from .anchors import anchors_of

# A slow, careful reader: the hub is read at desks and on phones in corridors.
WORDS_A_MINUTE = 180
NOTHING = str(None)
ENDINGS = ".?!:…"
QUOTES = "”’\"')"
# Fewer words are a label with a full stop.
FEWEST_WORDS = 4
PARAGRAPH_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>|\n")
HEADING = "heading"
PICTURE = "picture"
# Whoever opens a page sees its title, its summary and about this many parts of the text.
PARTS_SEEN_AT_ONCE = 2


def headings(body: StreamValue) -> list[tuple[str, str]]:
    """The anchor and the words of each heading, in order."""
    return [(anchor, part.value) for part, anchor in with_anchors(body) if anchor]


def with_anchors(body: StreamValue) -> list[tuple[StreamValue.StreamChild, str]]:
    """Each part with the anchor of its heading; an empty one for what is no heading."""
    parts = list(body)
    anchors = iter(anchors_of(part.value for part in parts if part.block_type == HEADING))
    return [(part, next(anchors) if part.block_type == HEADING else "") for part in parts]


def opening_picture(body: StreamValue) -> StructValue | None:
    """The first picture, if people see it without scrolling."""
    parts = islice(body, PARTS_SEEN_AT_ONCE)
    return next((part.value for part in parts if part.block_type == PICTURE), None)


def plain_text(*bodies: StreamValue) -> str:
    """Every word of the bodies, without markup. Each part ends like a sentence, so that excerpts read well."""
    parts = (_words_of(part) for part in _searchable(bodies))
    return " ".join(part if part[-1] in ENDINGS else f"{part}." for part in parts if part)


def prose(*bodies: StreamValue) -> str:
    """The whole sentences of the bodies, a paragraph on a line: what can be quoted without its surroundings."""
    return "\n".join(part for part in _paragraphs(bodies) if _is_prose(part))


def labels(*bodies: StreamValue) -> tuple[str, ...]:
    """Everything else that the bodies say: headings, figures, sources, items of lists."""
    return tuple(part for part in _paragraphs(bodies) if not _is_prose(part))


def _searchable(bodies: Iterable[StreamValue]) -> Iterator[str]:
    found = (text for body in bodies for text in _texts(body.stream_block, body))
    # An optional part that was left out.
    return (text for text in found if text != NOTHING)


def _texts(block: Block, value: object) -> Iterator[str]:
    """The texts of a block in order; running text as markup, since only that tells its paragraphs apart."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(value, StreamValue | ListValue):
        for child in value if isinstance(value, StreamValue) else value.bound_blocks:
            yield from _texts(child.block, child.value)
    elif isinstance(value, StructValue):
        for child in value.bound_blocks.values():
            yield from _texts(child.block, child.value)
    else:
        yield from block.get_searchable_content(value)


def _paragraphs(bodies: Iterable[StreamValue]) -> Iterator[str]:
    parts = (part for text in _searchable(bodies) for part in PARAGRAPH_END.split(text))
    return filter(None, map(_words_of, parts))


def _words_of(markup: str) -> str:
    return " ".join(unescape(strip_tags(markup.replace("<", " <"))).split())


def _is_prose(paragraph: str) -> bool:
    return paragraph.rstrip(QUOTES)[-1:] in tuple(ENDINGS) and len(paragraph.split()) >= FEWEST_WORDS


def minutes_to_read(text: str) -> int:
    """Whole minutes, one at least."""
    return max(1, ceil(len(text.split()) / WORDS_A_MINUTE))
