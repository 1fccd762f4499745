"""Which site answers for a host, read once until anything changes: every page of Wagtail asks before all else."""

from copy import copy

from wagtail.models import Site, sites

from search.cache import cached_until_change

# Whoever asks may name any of 65,535 ports.
MOST_KEPT = 100

read_site = sites.get_site_for_hostname


def keep_sites() -> None:
    """Called once, when all models are there."""
    sites.get_site_for_hostname = kept_site


def kept_site(hostname: str, port: int) -> Site:
    """As Wagtail finds it, with its page; or `Site.DoesNotExist`. A copy, so that nobody changes what others get."""
    kept, key = _kept(), (hostname, port)
    site = kept.get(key)
    if site is None:
        site = read_site(hostname, port)
        if len(kept) < MOST_KEPT:
            kept[key] = site
    return _copy(site)


@cached_until_change
def _kept() -> dict[tuple[str, int], Site]:
    return {}


def _copy(site: Site) -> Site:
    copied = copy(site)
    root = copied.root_page = copy(site.root_page)
    # What Wagtail keeps on it by that name.
    root.__dict__["specific"] = copy(site.root_page.specific)
    return copied
