"""Small parts that stand on every card, where a template takes longer than what it shows."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from directory.contact_details.reserved import is_example_address
from directory.navigation.service_urls import save_url

register = template.Library()
register.filter("is_example_address", is_example_address)


LINK, BUTTON = "hub-link", "govuk-button govuk-button--secondary hub-button--wide"
SAVE = """<a class="{look} hub-save" href="{address}" rel="nofollow" data-save="{key}">\
<span data-save-words>{words}</span><span class="govuk-visually-hidden">: {name}</span></a>"""


@register.simple_tag
def save_button(service: Any, as_button: bool = False) -> SafeString:
    """A link that puts a service on the list this browser keeps; as_button shows it as a wide button."""
    return format_html(
        SAVE,
        words=_("Save to list"),
        look=BUTTON if as_button else LINK,
        address=save_url(service.slug),
        key=service.pk,
        name=service.name,
    )


@register.simple_tag
@lru_cache(maxsize=512)
def availability(state: str, words: str) -> SafeString:
    """The sign and the words for whether a service has room. The same few come back on every page."""
    return render_to_string("components/availability.html", {"availability": state, "words": words})


@register.simple_tag
def example_tag() -> SafeString:
    """The mark of what is invented."""
    return _example(get_language())


@lru_cache(maxsize=8)
def _example(language: str | None) -> SafeString:
    return render_to_string("components/example.html")
