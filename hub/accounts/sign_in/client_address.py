"""From which address a request comes, also behind proxies."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

# What one household or office gets: whoever has it can use any address in it.
PREFIX = 64


def client_address(request: HttpRequest) -> str | None:
    """The address that the outermost of our own proxies saw. Of IPv6 the network, because a client has 2^64 addresses.

    Whatever stands further left in the header was written by the client.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    proxies = settings.PROXY_COUNT
    if proxies and len(forwarded) >= proxies and (address := _parsed(forwarded[-proxies])):
        return address
    return _parsed(request.META.get("REMOTE_ADDR", ""))


def _parsed(text: str) -> str | None:
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return _network(address)


def _network(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Network((address, PREFIX), strict=False).network_address)
