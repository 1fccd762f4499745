"""What a printed plan says of each service besides its card."""

from collections.abc import Mapping

from django import template

from directory.cards.cards import Card
from directory.saved_list.contents import SavedEntry

register = template.Library()


@register.filter
def entry_of(entries: Mapping[int, SavedEntry], card: Card) -> SavedEntry | None:
    """The contacts, hours and places of a card's service, where they were loaded."""
    return entries.get(card.service.pk)
