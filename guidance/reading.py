"""What can be told from a page's body: its headings, its words, and how long they take to read."""

from html import unescape
from math import ceil

from django.utils.html import strip_tags
from wagtail.blocks import StreamValue

from .anchors import anchors_of

# A slow, careful reader: the hub is read at desks and on phones in corridors.
WORDS_A_MINUTE = 180
ENDINGS = ".?!:…"
HEADING = "heading"


def headings(body: StreamValue) -> list[tuple[str, str]]:
    """The anchor and the words of each heading, in order."""
    return [(anchor, part.value) for part, anchor in with_anchors(body) if anchor]


def with_anchors(body: StreamValue) -> list[tuple[StreamValue.StreamChild, str]]:
    """Each part with the anchor of its heading; an empty one for what is no heading."""
    parts = list(body)
    anchors = iter(anchors_of(part.value for part in parts if part.block_type == HEADING))
    return [(part, next(anchors) if part.block_type == HEADING else "") for part in parts]


def plain_text(*bodies: StreamValue) -> str:
    """Every word of the bodies, without markup. Each part ends like a sentence, so that excerpts read well."""
    raw = (text for body in bodies for text in body.stream_block.get_searchable_content(body))
    parts = (" ".join(unescape(strip_tags(part.replace("<", " <"))).split()) for part in raw)
    return " ".join(part if part[-1] in ENDINGS else f"{part}." for part in parts if part)


def minutes_to_read(text: str) -> int:
    """Whole minutes, one at least."""
    return max(1, ceil(len(text.split()) / WORDS_A_MINUTE))
