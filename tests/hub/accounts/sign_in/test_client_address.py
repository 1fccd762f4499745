"""From where a request comes: what our own proxies saw, never what a visitor wrote."""

import pytest
from django.test import RequestFactory

from hub.accounts.sign_in.client_address import client_address


@pytest.mark.parametrize(
    ("proxies", "header", "direct", "expected"),
    [
        (0, "", "192.0.2.1", "192.0.2.1"),
        (0, "198.51.100.9", "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.9", "10.0.0.1", "198.51.100.9"),
        (1, "203.0.113.66, 198.51.100.9", "10.0.0.1", "198.51.100.9"),
        (2, "203.0.113.66, 198.51.100.9, 10.0.0.2", "10.0.0.1", "198.51.100.9"),
        (2, "198.51.100.9", "10.0.0.1", "10.0.0.1"),
        (1, "198.51.100.9:4711", "10.0.0.1", "198.51.100.9"),
        (1, "[2001:db8:1:2:3::4]:4711", "10.0.0.1", "2001:db8:1:2::"),
        (1, "2001:db8:1:2:ffff::9", "10.0.0.1", "2001:db8:1:2::"),
        (1, "::ffff:198.51.100.9", "10.0.0.1", "198.51.100.9"),
        (1, "unknown", "10.0.0.1", "10.0.0.1"),
        (1, "<script>", "fe80::1%eth0", "fe80::"),
        (0, "", "", None),
    ],
)
def test_it_is_what_the_outermost_of_our_proxies_saw(
    settings, proxies: int, header: str, direct: str, expected
) -> None:
    settings.PROXY_COUNT = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=direct, headers={"X-Forwarded-For": header} if header else {})
    assert client_address(request) == expected
