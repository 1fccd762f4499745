"""Finds the page that somebody reports a problem with, by the path in the address of the contact page.

The title comes from the page and never from the address: somebody could send a link to the contact page with words of
their own in it.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.models import Site

from directory.models import Organization, Service
from guidance.managers import published_pages
from guidance.translated_pages import at_address

# Pages without a title of their own.
TITLES_OF_VIEWS = {
    "find": lazy("Find a service"),
    "glossary": lazy("Words explained"),
    "my_list": lazy("Your list"),
    "release": lazy("Plan a release"),
    "site_search": lazy("Search everything"),
}
MAX_PATH = 500


@dataclass(frozen=True, slots=True)
class ReportedPage:
    """A public page by its title and its path; `address` is the whole of it."""

    title: str
    path: str
    address: str

    @property
    def mail(self) -> str:
        """The query of a mail address: a subject and a first line that name the page."""
        words = {
            "subject": _("Something is wrong: %(title)s") % {"title": self.title},
            "body": "%s\r\n\r\n" % (_("The page: %(address)s") % {"address": self.address}),
        }
        # Mail programs show a plus sign where it stands for a space.
        return urlencode(words).replace("+", "%20")


def find_reported_page(request: HttpRequest, path: str) -> ReportedPage | None:
    """The public page at this path; None when there is none."""
    if not path.startswith("/") or len(path) > MAX_PATH or "\0" in path:
        return None
    title = _title(request, path)
    return ReportedPage(title, path, request.build_absolute_uri(path)) if title else None


def _title(request: HttpRequest, path: str) -> str:
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    slug = match.kwargs.get("slug", "")
    if match.url_name == "service":
        return Service.objects.published().filter(slug=slug).values_list("name", flat=True).first() or ""
    if match.url_name == "organization":
        return Organization.objects.published().filter(slug=slug).values_list("name", flat=True).first() or ""
    return TITLES_OF_VIEWS.get(match.url_name or "") or _title_of_page(request, path)


def _title_of_page(request: HttpRequest, path: str) -> str:
    site = Site.find_for_request(request)
    if site is None:
        return ""
    return at_address(published_pages(), site, path).values_list("title", flat=True).first() or ""
