"""Cards of services, and the parts of them that stand on other pages as well. They are drawn by Jinja2: see ADR 41."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template import engines
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from directory.cards.cards import Card
from directory.contact_details.reserved import is_example_address
from directory.navigation.service_urls import save_url
from directory.referral.ways_in import ShownWayIn

from .language_tags import OWN, content_language

register = template.Library()
register.filter("is_example_address", is_example_address)


@register.simple_tag
def service_cards(cards: Iterable[Card], closed: bool = False) -> SafeString:
    """A card for each service; closed: only its name, its organization and what it answers."""
    context = {"cards": cards, "closed": closed, "own_language": content_language(OWN), "save_url": save_url}
    return mark_safe(render_to_string("directory/cards.html", context, using="jinja2"))  # noqa: S308  Jinja2 escapes


@register.simple_tag
def ways_in(ways: Iterable[ShownWayIn], service_name: str = "") -> str:
    """A list of ways in; nothing for none. service_name tells links of one kind on a page apart."""
    return _parts().ways_in(ways, service_name)


@register.simple_tag
def save_button(service: Any, as_button: bool = False) -> str:
    """A link that puts a service on the list this browser keeps; as_button shows it as a wide button."""
    return _parts().save_button(service, save_url(service.slug), as_button)


@register.simple_tag
def availability(state: str, words: str) -> str:
    """The sign and the words for whether a service has room. state: open, waiting, full or unknown."""
    return _parts().availability(state, words)


@register.simple_tag
def example_tag() -> str:
    """The mark of what is invented."""
    return _parts().example_tag()


def _parts() -> Any:
    """The macros of a template, each of which gives what is safe to show."""
    return engines["jinja2"].get_template("directory/card_parts.html").template.module
