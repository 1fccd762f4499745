"""A kept page is what would be made now, for whoever has no cookie of ours; anything else is made anew."""

import gzip
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from directory.models import Service
from directory.navigation.personal_cookies import PERSONAL_COOKIES
from home.models import SiteSettings
from hub.page_cache.storage import store
from search.query import SearchResult
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> Service:
    return ServiceFactory(name="Lived Experience Peers", slug="peers")


def statements(client: Client, path: str, **more: Any) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path, **more).status_code == 200
    return len(asked)


def addresses() -> list[str]:
    guide = make_guide(make_stage(make_section(), "First stage"), "First guide")
    return [
        "/",
        "/guidance/",
        guide.get_parent().url,
        guide.url,
        ServiceFactory().get_absolute_url(),
        OrganizationFactory().get_absolute_url(),
        reverse("glossary"),
        reverse("services_by_guide", args=[guide.pk]),
    ]


def test_every_kind_of_page_asks_once_what_is_new_when_it_is_kept(reader: Client) -> None:
    found = {path: (statements(reader, path) > 1, statements(reader, path)) for path in addresses()}
    assert found == dict.fromkeys(found, (True, 1))


def test_a_kept_page_is_the_page(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    first, second = reader.get(path), reader.get(path)
    assert first.content == second.content
    assert first.headers.items() == second.headers.items()
    for name in ("Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options", "Permissions-Policy"):
        assert name in second.headers
    assert second.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert {"Accept-Encoding", "Cookie"} <= {part.strip() for part in second.headers["Vary"].split(",")}


@pytest.mark.parametrize(
    ("accepts", "encoding", "read"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
        ("identity", None, bytes),
        ("", None, bytes),
        ("br;q=much", None, bytes),
    ],
)
def test_it_is_sent_in_the_form_the_browser_takes(
    reader: Client, service: Service, accepts: str, encoding: str | None, read: Any
) -> None:
    path = service.get_absolute_url()
    plain = reader.get(path).content
    for _ in range(2):
        response = reader.get(path, headers={"Accept-Encoding": accepts})
        assert response.headers.get("Content-Encoding") == encoding
        assert read(response.content) == plain


def test_a_browser_that_has_it_gets_no_body(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    etag = reader.get(path).headers["ETag"]
    known = reader.get(path, headers={"If-None-Match": f'"other", {etag}'})
    assert (known.status_code, known.content) == (304, b"")
    assert known.headers["ETag"] == etag
    assert reader.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    head = reader.head(path)
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", etag)


def test_what_is_published_is_seen_by_the_next_request(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    for name in ("First name", "Second name"):
        service.name = name
        service.save_revision().publish()
        assert name in reader.get(path).content.decode()
        assert statements(reader, path) == 1
    service.unpublish()
    assert reader.get(path).status_code == 404


@pytest.mark.parametrize("part", ["similar_services", "related_guidance"])
def test_what_an_index_had_not_taken_in_yet_is_not_kept(reader: Client, monkeypatch: Any, part: str) -> None:
    path = ServiceFactory(needs=["housing"]).get_absolute_url()
    with monkeypatch.context() as patch:
        patch.setattr(f"directory.service_page.{part}.find", lambda query: SearchResult(complete=False))
        assert reader.get(path).status_code == 200
        assert statements(reader, path) > 1, "made anew"
    reader.get(path)
    assert statements(reader, path) == 1, "kept as soon as it is whole"


def test_what_surrounds_every_page_is_seen_too(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    reader.get(path)
    found = SiteSettings.for_site(Site.objects.get())
    found.is_demonstration = True
    found.save()
    assert "demonstration" in reader.get(path).content.decode()


def test_a_page_that_moves_is_renamed_or_restricted_is_seen(reader: Client) -> None:
    section = make_section()
    guide = make_guide(make_stage(section, "First stage"), "First guide")
    path = guide.url
    assert reader.get(path).status_code == 200
    guide.title = "Another title"
    guide.save_revision().publish()
    assert "Another title" in reader.get(path).content.decode()
    other = make_stage(section, "Other stage")
    guide.move(other, pos="last-child")
    assert reader.get(path).status_code != 200
    guide.refresh_from_db()
    assert reader.get(guide.url).status_code == 200
    guide.view_restrictions.create(restriction_type="login")
    assert reader.get(guide.url).status_code == 302


@pytest.mark.parametrize(
    "name", sorted({"sessionid", "messages", "saved_list", *(one.name for one in PERSONAL_COOKIES)})
)
def test_whoever_has_a_cookie_of_ours_neither_reads_nor_fills(service: Service, name: str) -> None:
    path = service.get_absolute_url()
    known = Client()
    known.cookies[name] = "x"
    assert known.get(path).status_code == 200
    stranger = Client()
    assert statements(stranger, path) > 1, "nothing was kept"
    assert statements(known, path) > 1, "nothing is read"


def test_what_was_said_of_a_person_reaches_nobody_else(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    person = Client()
    person.post(reverse("can_i_refer", args=[service.slug]), {"age": "17", "gender": "woman"})
    assert "17" in person.get(path).content.decode()
    assert "For: woman" not in reader.get(path).content.decode()
    assert "For: woman" not in reader.get(path).content.decode()


def test_staff_see_their_own_page(reader: Client, service: Service) -> None:
    staff = Client()
    staff.force_login(make_superuser())
    path = service.get_absolute_url()
    mine = staff.get(path).content
    assert statements(reader, path) > 1
    assert mine == staff.get(path).content


@pytest.mark.parametrize(
    "path", ["/find/", "/search/", "/enquiries/new/", "/list/", "/nothing-here/", "/health/live", "/admin/login/"]
)
def test_searches_forms_errors_and_the_admin_are_not_kept(reader: Client, path: str) -> None:
    with CaptureQueriesContext(connection):
        first = reader.get(path)
    assert "ETag" not in first.headers or "public, max-age=0" not in first.headers.get("Cache-Control", "")


def test_a_query_is_not_kept_unless_no_page_reads_it(reader: Client, service: Service) -> None:
    path = service.get_absolute_url()
    assert statements(reader, path, QUERY_STRING="said=nothing") > 1
    reader.get(path)
    assert statements(reader, path, QUERY_STRING="utm_source=letter&fbclid=x") == 1
    assert statements(reader, path, QUERY_STRING="utm_source=letter&said=nothing") > 1


def test_ten_thousand_addresses_that_do_not_exist_leave_nothing(reader: Client, monkeypatch: Any) -> None:
    kept = []
    monkeypatch.setattr(store, "keep", lambda key, entry: kept.append(key))
    for number in range(50):
        assert reader.get(f"/services/none-{number}/").status_code == 404
    assert kept == []


def test_host_and_scheme_are_part_of_the_key(reader: Client, service: Service, settings: Any) -> None:
    path = service.get_absolute_url()
    reader.get(path)
    assert statements(reader, path, HTTP_HOST="localhost") > 1
    assert statements(reader, path, secure=True) > 1
    assert reader.get(path, HTTP_HOST="evil.example").status_code == 400


def test_it_ends_when_something_on_it_changes_by_the_clock(reader: Client, service: Service, monkeypatch: Any) -> None:
    path = service.get_absolute_url()
    reader.get(path)
    now = timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    for moment, is_kept in ((midnight - timedelta(seconds=1), True), (midnight, False)):
        with monkeypatch.context() as patch:
            patch.setattr("hub.page_cache.middleware.timezone.now", lambda moment=moment: moment)
            assert (statements(reader, path) == 1) is is_kept
