"""A canary in every answer about a person: where may it be found afterwards? In the browser, and nowhere else."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import caches
from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.views.debug import ExceptionReporter

from directory.models import Area, Taxonomy
from tests.factories.directory import ServiceFactory, TermFactory

pytestmark = pytest.mark.django_db

# What no address may hold. Where the person is, and their home, may also be sought, which may be shared.
SECRET = {
    "age": "113",
    "gender": "other",
    "order": "canary-order",
    "route": "canary-route",
    "establishment": "hmp-canary",
    "release": "",
}
SOUGHT = {"setting": "canary-setting", "home": "ZE1 0AA"}
WORDS = ("113", "canary", "another gender", "ZE1")
LINKS = re.compile(r'(?:href|action|src|data-[a-z-]+|content)="([^"]*)"')


@pytest.fixture(autouse=True)
def listings(db: None) -> None:
    for slug, taxonomy in (
        ("canary-order", Taxonomy.ORDER_TYPE),
        ("canary-route", Taxonomy.REFERRAL_ROUTE),
        ("canary-setting", Taxonomy.SETTING),
        ("before-release", Taxonomy.SETTING),
    ):
        TermFactory(slug=slug, taxonomy=taxonomy)
    scotland = Area.objects.create(code="S92000003", name="Scotland", kind="nation")
    Area.objects.create(code="hmp-canary", name="HMP Canary", kind="prison", parent=scotland)
    ServiceFactory(slug="ours", needs=["housing"], organization__slug="theirs", minimum_age=114, ways=["enquiry"])
    ServiceFactory(slug="other", needs=["housing"], gender="women")


@pytest.fixture
def said(client: Client) -> dict[str, str]:
    months = client.get("/for/").context["form"].fields["release"].choices
    return {**SECRET, **SOUGHT, "release": str(months[40][0])}


def everything_asked(client: Client, said: dict[str, Any]) -> list[HttpResponse]:
    """Every page that shows or takes what was said, and every way from one to the next."""
    year, month = said["release"].split("-")
    plan = {"prison": "hmp-canary", "day": "9", "month": month, "year": year}
    plan |= {"home": said["home"], "age": said["age"], "gender": said["gender"], "need": "housing"}
    forms = {f"check-{name}": value for name, value in said.items()}
    found = [client.post("/for/", {"back": "/find/?need=housing", **forms})]
    found += [client.get(address) for address in ("/find/?need=housing&said=1", "/find/?q=zzzzz", "/for/?back=/find/")]
    found += [client.get(address) for address in ("/services/ours/", "/organisations/theirs/", "/search/?q=housing")]
    found.append(client.post("/services/ours/can-i-refer/", forms))
    found.append(client.post("/services/ours/can-i-refer/", {**forms, "check-age": "x"}))
    found += [client.post("/release/", plan), client.get("/release/plan/?said=1"), client.get("/release/")]
    found.append(client.post("/release/", {**plan, "day": "99"}))
    from_plan = {"referer": "http://testserver/release/plan/?said=1"}
    found += [client.get("/list/add/ours/", headers=from_plan), client.get("/list/")]
    old = {name: said[name] for name in ("age", "gender", "order", "route")}
    found.append(client.get("/find/", {**old, "near": "ZE1 0AA"}))
    found.append(client.get("/for/forget/"))
    return found


def told(text: str, *words: str) -> list[str]:
    """Which of the words the text holds; the short ones only where they stand alone: any hash, port or sealed cookie
    may hold them by chance."""
    short = {"113", "ZE1"}
    return [w for w in words if (re.search(rf"(?<![\w.-]){w}(?![\w.-])", text) if w in short else w in text)]


def in_addresses(response: HttpResponse) -> list[str]:
    """Every address that a response leads to or names."""
    found = [response.headers.get("Location", "")]
    return [*found, *LINKS.findall(response.content.decode())] if response.content else found


def test_the_canary_sings_where_it_may(client: Client, said: dict[str, str]) -> None:
    shown = "".join(response.content.decode() for response in everything_asked(client, said))
    for words in ("another gender, 113, canary setting, HMP Canary, Canary order", "ZE1", "Too young", "canary route"):
        assert words in shown


@pytest.mark.parametrize(
    "text", ["age = '113'", "?age=113&x=1", "home=ZE1+0AA", "{'home': 'ZE1 0AA'}", "(113,)", "ZE1%200AA"]
)
def test_the_search_for_the_canary_finds_it(text: str) -> None:
    assert told(text, *WORDS)
    assert not told("gAAAA113bZE1x 0.113 54113 17113-4", *WORDS)


def test_no_address_tells_anything_about_a_person(client: Client, said: dict[str, str]) -> None:
    secret = [said[name] for name in ("age", "order", "route", "release")] + ["gender=", "age=", "order=", "route="]
    responses = everything_asked(client, said)
    assert [response.status_code for response in responses if response.status_code >= 400] == []
    for response in responses:
        request = response.request
        for address in in_addresses(response):
            assert not told(address, *secret), (request["PATH_INFO"], address)
            assert "0AA" not in address, (request["PATH_INFO"], address)
            # The plan leads on to a search for what works in the prison: that is sought, not said.
            if not address.startswith("/find/?"):
                assert "hmp-canary" not in address, (request["PATH_INFO"], address)


def test_the_cookie_is_sealed(client: Client, said: dict[str, str]) -> None:
    for response in everything_asked(client, said):
        for cookie in response.cookies.values():
            assert not told(str(cookie), *WORDS)


def test_what_was_said_is_in_no_log(client: Client, said: dict[str, str], caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    everything_asked(client, said)
    for record in caplog.records:
        assert not told(record.getMessage(), "113", "canary-o", "canary-r", "0AA")


def test_what_was_said_is_in_no_table_cache_or_index(client: Client, said: dict[str, str], settings: Any) -> None:
    before = stored_values()
    everything_asked(client, said)
    words = ("113", "ZE1", "another gender", said["release"])
    for value in stored_values() - before:
        assert not told(value, *words), value
    for cache in caches.all(initialized_only=True):
        assert not told(repr(getattr(cache, "_cache", "")), "113", "canary", "ZE1")
    index = [path for path in Path(settings.SEARCH_INDEX_DIR).rglob("*") if path.is_file()]
    assert index
    written = b"".join(path.read_bytes() for path in index)
    assert not told(written.decode("latin-1"), "ZE1", "another gender", said["release"])


def stored_values() -> set[str]:
    """Every row of every table, as text."""
    return {
        f"{model._meta.label}: {row}"
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
        for row in model._base_manager.values_list()
    }


def test_a_report_of_an_error_hides_what_was_posted(client: Client, said: dict[str, str], monkeypatch: Any) -> None:
    """Reports go to people who may not know who it is about."""
    client.raise_request_exception = False
    forms = {f"check-{name}": value for name, value in said.items()}
    reports: list[str] = []

    def report(request: HttpRequest, **kwargs: Any) -> None:
        reports.append(ExceptionReporter(request, *sys.exc_info()).get_traceback_text())

    got_request_exception.connect(report)
    for broken, address, data in (
        ("directory.referral.views.keep_and_redirect", "/for/", forms),
        ("directory.service_page.views.keep_and_redirect", "/services/ours/can-i-refer/", forms),
        ("directory.release.forms.read_release_date", "/release/", {"age": "113", "home": "ZE1 0AA", "day": "1"}),
    ):
        monkeypatch.setattr(broken, lambda *arguments: 1 / 0)
        assert client.post(address, data).status_code == 500
    got_request_exception.disconnect(report)
    assert len(reports) == 3
    for written in reports:
        assert "division by zero" in written
        assert not told(written, "113", "canary", "0AA")
