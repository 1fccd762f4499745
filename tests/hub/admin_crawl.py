"""Follows everything that can be followed in the admin, as somebody who is signed in."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

START = "/admin/"
PAGES = 700
# The same view of two objects looks alike.
VISITS_OF_ONE_KIND = 2
LINK = re.compile(r"""["'](/(?:admin|documents|images)/[^"'<>\s\\]*|\?[^"'<>\s\\]*)["']""")
# What a pattern asks for: the key of a page, and enquiries by name where a model is named.
EXAMPLES = {
    "app_name": "enquiries",
    "app_label": "enquiries",
    "model_name": "enquiry",
    "content_type_app_name": "enquiries",
    "content_type_model_name": "enquiry",
}


@dataclass
class Crawl:
    """What was read, by address."""

    client: Client
    read: dict[str, str] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)

    def run(self, *more: str, most: int = PAGES) -> "Crawl":
        """Begin at the home page of the admin and at `more`; every link that is found leads on."""
        waiting = deque((START, *more))
        while waiting and len(self.read) < most:
            address = waiting.popleft()
            if self._is_new(address):
                waiting.extend(self._visit(address))
        return self

    @property
    def routes(self) -> set[str]:
        return {route for route, _ in self.kinds}

    def found(self, texts: Iterable[str]) -> list[tuple[str, str]]:
        """Where one of the texts stands: in a page, or in an address that it leads to."""
        wanted = [text.lower() for text in texts]
        return [(text, address) for address, body in self.read.items() for text in wanted if text in body.lower()]

    def _is_new(self, address: str) -> bool:
        parts = urlsplit(address)
        try:
            route = resolve(parts.path).route
        except Resolver404:
            return False
        if address in self.read or route.endswith(("logout/", "sign-out/", "sign-out-everywhere/")):
            return False
        kind = (route, tuple(sorted(parse_qs(parts.query, keep_blank_values=True))))
        self.kinds[kind] += 1
        return self.kinds[kind] <= VISITS_OF_ONE_KIND

    def _visit(self, address: str) -> Iterator[str]:
        response: Any = self.client.get(address)
        self.statuses[response.status_code] += 1
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = unescape(body.decode("utf-8", "replace")) + str(response.headers) + str(response.cookies)
        self.read[address] = text
        yield from (urljoin(address, link) for link in LINK.findall(text.replace("\\u0026", "&")))
        if response.has_header("Location"):
            yield urljoin(address, response.headers["Location"])


def addresses_by_pattern(key: str, resolver: Any = None, before: str = "") -> Iterator[str]:
    """An address for every pattern of the admin, linked or not, whose arguments can be filled with an example."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses_by_pattern(key, pattern, route)
        elif isinstance(pattern, URLPattern) and route.startswith("admin/"):
            yield from _filled(route, key)


def _filled(route: str, key: str) -> Iterator[str]:
    if "(?P" in route:
        return
    for name, example in EXAMPLES.items():
        route = re.sub(rf"<[a-z]+:{name}>", example, route)
    yield "/" + re.sub(r"<[^>]+>", key, route)
