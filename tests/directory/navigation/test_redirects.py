"""Where a browser may be sent back to."""

from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from directory.navigation.redirects import BACK_TO, referring_path, safe_return_path, see_other


def test_only_our_own_pages_are_gone_back_to(rf: RequestFactory) -> None:
    def coming_from(referer: str) -> WSGIRequest:
        return rf.get("/list/add/x/", headers={"referer": referer})

    assert referring_path(coming_from("http://testserver/find/?q=a")) == "/find/?q=a"
    assert referring_path(coming_from("http://testserver/release/plan/?said=1")) == "/release/plan/?said=1"
    for referer in (
        "https://evil.example/find/",
        "//evil.example/find/",
        "http://testserver/admin/",
        "http://testserver/for/",
        "",
    ):
        assert referring_path(coming_from(referer)) == ""
    for path in ("https://evil.example/", "//evil.example/find/", "javascript:alert(1)", "/find/" + "x" * 3_000):
        assert safe_return_path(path) == ""


pieces = st.sampled_from(
    [*BACK_TO, "/", "//", "\\\\", "https:", "evil.example", "@", "..", "?", "#", "%0d%0a", "\r\n", "é"]
)


@given(st.lists(pieces, max_size=5).map("".join))
def test_nobody_is_led_to_another_host(path: str) -> None:
    found = safe_return_path(path)
    if found:
        location = see_other(found).headers["Location"]
        assert (urlsplit(location).scheme, urlsplit(location).netloc) == ("", "")
        assert location.startswith(BACK_TO)
        assert "\n" not in location


@pytest.mark.parametrize("path", ["/find/?q=café", "/find/?q=%F0%9F%92%A5", "/services/a/#refer"])
def test_our_own_addresses_stay_as_they_are(path: str) -> None:
    assert safe_return_path(path) == path
