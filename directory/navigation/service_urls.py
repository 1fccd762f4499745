"""Addresses that every card holds. Reversing each of them takes longer than the rest of the card."""

from functools import lru_cache

from django.urls import reverse

from search.languages import spoken_language

ANY_SLUG = "any-slug"


def service_url(slug: str) -> str:
    """The address of a service's page."""
    before, after = _around("service", spoken_language())
    return f"{before}{slug}{after}"


def save_url(slug: str) -> str:
    """The address that puts a service on the list a browser keeps."""
    before, after = _around("add_to_list", spoken_language())
    return f"{before}{slug}{after}"


@lru_cache(maxsize=8)
def _around(name: str, language: str) -> tuple[str, str]:
    """What stands before and after the slug, in each language. A slug holds nothing that an address has to quote."""
    before, _, after = reverse(name, args=[ANY_SLUG]).partition(ANY_SLUG)
    return before, after
