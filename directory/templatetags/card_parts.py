"""Small parts that stand on every card, where a template takes longer than what it shows."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from directory.addresses import saving_address
from directory.examples import is_example_address

register = template.Library()
register.filter("saving_address", saving_address)
register.filter("is_example_address", is_example_address)


@register.simple_tag
@lru_cache(maxsize=512)
def availability(state: str, words: str) -> SafeString:
    """The sign and the words for whether a service has room. The same few come back on every page."""
    return render_to_string("components/availability.html", {"availability": state, "words": words})


@register.simple_tag
@lru_cache(maxsize=1)
def example_tag() -> SafeString:
    """The mark of what is invented."""
    return render_to_string("components/example.html")
