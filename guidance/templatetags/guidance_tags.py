"""Gives the template of a body the ids that links to its headings lead to."""

from django import template
from wagtail.blocks import StreamValue

from guidance.body_text import with_anchors

register = template.Library()


@register.filter
def with_heading_anchors(body: StreamValue) -> list[tuple[StreamValue.StreamChild, str]]:
    """Each part with the id of its heading; an empty one for what is no heading."""
    return with_anchors(body)
