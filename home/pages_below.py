"""The pages right below a home page, read once until anything changes: what stands deeper is found through them."""

from copy import copy

from wagtail.models import Page

from search.cache import cached_until_change

# A home page has a dozen.
MOST_KEPT = 100


def page_below(home: Page, slug: str) -> Page | None:
    """The page with what its type holds, whether it is live or not. A copy, so nobody changes what others get."""
    kept, key = _kept(), (home.pk, slug)
    page = kept.get(key)
    if page is None:
        page = _read(home, slug)
        # What does not exist is not kept: anybody can ask for any number of it.
        if page is not None and len(kept) < MOST_KEPT:
            kept[key] = page
    return copy(page)


@cached_until_change
def _kept() -> dict[tuple[int, str], Page]:
    return {}


def _read(home: Page, slug: str) -> Page | None:
    """By one statement instead of two."""
    kinds = [name.rpartition(".")[2].lower() for name in home.subpage_types]
    below = home.get_children().select_related(*kinds).filter(slug=slug).first()
    if below is None:
        return None
    return next(filter(None, (getattr(below, kind, None) for kind in kinds)), below)
