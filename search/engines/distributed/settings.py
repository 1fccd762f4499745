"""Where the server is and how to speak to it, read from the settings."""

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

OPENSEARCH = "opensearch+"
DEFAULT_PREFIX = "hub"
DEFAULT_PORT = {"http": 9200, "https": 443}
# What both kinds of server take as the beginning of an index's name.
PREFIX = re.compile(r"[a-z][a-z0-9_-]{0,60}\Z")
# A reader gets the first answer of the embedded engine within a second and a half, so the server has less.
DEFAULT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """One cluster. Secrets are left out of what is printed of it."""

    hosts: tuple[str, ...]
    prefix: str = DEFAULT_PREFIX
    is_opensearch: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    ca_certs: str = ""
    seconds: float = DEFAULT_SECONDS
    shards: int = 1


def server_settings() -> ServerSettings | None:
    """What SEARCH_URL and its companions say; None without a server. Raises ImproperlyConfigured."""
    url = getattr(settings, "SEARCH_URL", "")
    if not url:
        return None
    return read_url(
        url,
        api_key=getattr(settings, "SEARCH_API_KEY", ""),
        ca_certs=str(getattr(settings, "SEARCH_CA_CERTS", "")),
        seconds=getattr(settings, "SEARCH_SECONDS", DEFAULT_SECONDS),
        shards=getattr(settings, "SEARCH_SHARDS", 1),
    )


def read_url(
    url: str, *, api_key: str = "", ca_certs: str = "", seconds: float = DEFAULT_SECONDS, shards: int = 1
) -> ServerSettings:
    """Read `https://user:password@one:9200,two:9200/prefix`; for OpenSearch `opensearch+https://…`.

    Raises ImproperlyConfigured, never with the URL in its message: it may hold a password.
    """
    is_opensearch = url.startswith(OPENSEARCH)
    try:
        parts = urlsplit(url.removeprefix(OPENSEARCH))
    except ValueError as fault:
        raise ImproperlyConfigured("SEARCH_URL is not a URL.") from fault
    credentials, _, addresses = parts.netloc.rpartition("@")
    user, _, password = credentials.partition(":")
    prefix = parts.path.strip("/") or DEFAULT_PREFIX
    if parts.scheme not in DEFAULT_PORT:
        raise ImproperlyConfigured("SEARCH_URL begins with https://, http:// or opensearch+https://.")
    if not PREFIX.match(prefix):
        raise ImproperlyConfigured("The path of SEARCH_URL is a name for the index: small letters, digits, - and _.")
    if api_key and (user or is_opensearch):
        raise ImproperlyConfigured("SEARCH_API_KEY is for Elasticsearch, without a user in SEARCH_URL.")
    if seconds <= 0 or shards < 1:
        raise ImproperlyConfigured("SEARCH_SECONDS and SEARCH_SHARDS are above zero.")
    return ServerSettings(
        hosts=tuple(_host(parts, address) for address in addresses.split(",")),
        prefix=prefix,
        is_opensearch=is_opensearch,
        user=unquote(user),
        password=unquote(password),
        api_key=api_key,
        ca_certs=ca_certs,
        seconds=seconds,
        shards=shards,
    )


def _host(parts: SplitResult, address: str) -> str:
    try:
        one = urlsplit(f"{parts.scheme}://{address.strip()}")
        name, port = one.hostname, one.port or DEFAULT_PORT[parts.scheme]
    except ValueError as fault:
        raise ImproperlyConfigured("SEARCH_URL has a port that is no number.") from fault
    if not name:
        raise ImproperlyConfigured("SEARCH_URL names no host.")
    return f"{parts.scheme}://{f'[{name}]' if ':' in name else name}:{port}"
