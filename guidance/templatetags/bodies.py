"""What the template of a body needs to know of its parts."""

from django import template
from wagtail.blocks import StreamValue

from guidance.reading import with_anchors

register = template.Library()


@register.filter
def anchored(body: StreamValue) -> list[tuple[StreamValue.StreamChild, str]]:
    """Each part with the id of its heading; an empty one for what is no heading."""
    return with_anchors(body)
