"""Asks every address of our own, by every method, as every kind of person, and reads the table of what is expected."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest import mock

from django.conf import settings
from django.db import transaction
from django.http import HttpResponseBase
from django.template import Template
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from directory.enquiries.access.actions import grant_access
from directory.enquiries.models import Enquiry, InboxAccess
from directory.models import Service
from guidance.models import PageFeedback
from hub.accounts import roles
from hub.accounts.demo_accounts import ACCOUNTS
from search.models import SoughtText
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_superuser, make_user, pass_second_factor

PATH = Path(__file__).parent / "access_matrix.txt"
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
ANONYMOUS, SUPERUSER, OWES_CODE = "Anonymous", "Superuser", "Owes a code"
PEOPLE = (ANONYMOUS, *dict.fromkeys(account.role for account in ACCOUNTS), SUPERUSER, OWES_CODE)
ROOMS = {"hub", "home", "guidance", "directory", "search"}
# Ours although Wagtail's decorator hides it: a view that is listed before Wagtail's own.
WRAPPED = "wagtail.admin.auth.require_admin_access.<locals>.decorated_view"
WORDS = {"/admin/login/": "login", "/admin/": "refused", "/admin/second-factor/": "code"}

Table = dict[tuple[str, str], dict[str, str]]


def own_routes(resolver: Any = None, before: str = "") -> Iterator[str]:
    """The patterns that lead to a view of ours, as Django writes them."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from own_routes(pattern, route)
        elif isinstance(pattern, URLPattern) and is_ours(pattern):
            yield route


def is_ours(pattern: URLPattern) -> bool:
    return pattern.lookup_str.split(".")[0] in ROOMS or pattern.lookup_str == WRAPPED


class Places:
    """One of each thing that an address can be about."""

    def __init__(self) -> None:
        self.enquiry: Enquiry = make_enquiry()
        self.other_enquiry: Enquiry = make_enquiry()
        self.service: Service = ServiceFactory(slug="open", areas=["S12000049"], postcodes=["G31 2AB"])
        term = TermFactory(slug="housing")
        self.keys = {
            "service": self.service.pk,
            "organization": self.service.organization_id,
            "location": self.service.service_at_locations.get().location_id,
            "area": self.service.service_areas.get().area_id,
            "taxonomyterm": term.pk,
            "access": self._waiting_access().pk,
            "accounts": make_user(roles.EDITORS, "lost-the-phone@staff.example").pk,
            "useful": PageFeedback.objects.create(page_title="A", page_path="/a/", is_useful=True).pk,
            "forget": SoughtText.objects.create(text_key="k", text="odd words").pk,
        }

    def _waiting_access(self) -> InboxAccess:
        """Granted by a lead who is none of PEOPLE, and another lead has yet to confirm it."""
        granter = make_user(roles.LEADS, "granter@staff.example")
        person = make_user(roles.EDITORS, "newcomer@staff.example")
        return grant_access(person=person, kind="moderator", by=granter, reason="Joins")

    def address(self, route: str) -> str:
        """An address that the route matches. Choosers of several get the key of one."""
        path = route.replace("<uuid:pk>", str(self.enquiry.pk)).replace("<int:parent_page_id>", "1")
        path = path.replace("<uuid:other>", str(self.other_enquiry.pk))
        path = path.replace("<int:number>", "1").replace("<slug:kind>", "addition")
        path = path.replace("<str:code>", "1").replace("<path:name>", "images/none.png")
        slug = "open" if "organisations" not in route else self.service.organization.slug
        path = path.replace("<slug:slug>", slug)
        key = next((value for name, value in self.keys.items() if f"/{name}/" in path), self.service.pk)
        path = path.replace("<int:pk>", str(key)).replace("<str:pk>", str(key))
        return f"/{path}" + (f"?id={key}" if path.endswith("chosen-multiple/") else "")


def cookies_of(person: str) -> dict[str, str]:
    """What the browser of this person sends."""
    if person == ANONYMOUS:
        return {}
    client = Client()
    user = (
        make_superuser("root@staff.example")
        if person == SUPERUSER
        else make_user(roles.MODERATORS if person == OWES_CODE else person)
    )
    client.force_login(user)
    if person != OWES_CODE:
        pass_second_factor(client, user)
    return {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


def ask(client: Client, address: str, method: str, cookies: dict[str, str]) -> str:
    """What comes back, in a word. Whatever the request changes is undone, in the browser too."""
    client.cookies.clear()
    client.cookies.load(cookies)
    before = transaction.savepoint()
    try:
        # A view decides before it draws, and GET draws all that there is.
        with nullcontext() if method == "GET" else mock.patch.object(Template, "render", return_value=""):
            return outcome(client.generic(method, address))
    finally:
        transaction.savepoint_rollback(before)


def outcome(response: HttpResponseBase) -> str:
    location = response.headers.get("Location", "").partition("?")[0]
    return WORDS.get(location, str(response.status_code))


def column(person: str, routes: Iterable[str]) -> dict[tuple[str, str], str]:
    """What this person gets everywhere."""
    places, cookies = Places(), cookies_of(person)
    # One for all, because a client loads every middleware.
    client = Client(raise_request_exception=False)
    return {
        (route, method): ask(client, places.address(route), method, cookies) for route in routes for method in METHODS
    }


def read_table(text: str) -> Table:
    """For each route and method what each person gets."""
    table: Table = {}
    for line in text.splitlines():
        if not line.startswith("#") and line.strip():
            route, methods, *cells = (part.strip() for part in line.split("|"))
            for method in methods.split():
                table[route, method] = dict(zip(PEOPLE, cells, strict=True))
    return table


def write_table(table: Table) -> str:
    """The table, one line for all methods of a route that are answered alike."""
    lines = {}
    for (route, method), cells in table.items():
        lines.setdefault((route, *(cells.get(person, "?") for person in PEOPLE)), []).append(method)
    rows = [("# route", "methods", *PEOPLE)]
    rows += [(key[0], " ".join(methods), *key[1:]) for key, methods in lines.items()]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "".join(
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows
    )
