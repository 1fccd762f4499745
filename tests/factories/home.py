"""The rows that migrations create, for tests that empty the database."""

from wagtail.models import Collection, Locale, Page, Site

from home.models import HomePage
from hub.accounts.roles import sync_roles


def build_site() -> HomePage:
    """Create locale, roots, home page, site and roles where a flush has taken them away. Returns the home page."""
    existing = HomePage.objects.first()
    if existing is not None:
        return existing
    Locale.objects.get_or_create(language_code="en-gb")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")
    home = root.add_child(instance=HomePage(title="Peer Support Hub", slug="home"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": "Peer Support Hub"}
    )
    sync_roles()
    return home
