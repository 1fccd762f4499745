"""Odd requests neither get another page than an even one, nor leave anything for others."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from directory.models import Schedule, Service
from home.models import StandardPage
from hub.page_cache.storage import store
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def path() -> str:
    return ServiceFactory(name="Lived Experience Peers", slug="peers").get_absolute_url()


@pytest.fixture
def kept(monkeypatch: Any) -> list[str]:
    """The keys under which something is kept."""
    keys: list[str] = []
    real = store.keep
    monkeypatch.setattr(store, "keep", lambda key, entry: (keys.append(key), real(key, entry)))
    return keys


def is_kept(client: Client, path: str, **more: Any) -> bool:
    with CaptureQueriesContext(connection) as asked:
        client.get(path, **more)
    return len(asked) == 1


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_other_methods_neither_read_nor_end_it(reader: Client, path: str, kept: list[str], method: str) -> None:
    reader.get(path)
    before = list(kept)
    assert getattr(reader, method)(path).status_code in (403, 405)
    assert kept == before
    assert is_kept(reader, path)


def test_head_alone_keeps_nothing(reader: Client, path: str, kept: list[str]) -> None:
    assert reader.head(path).status_code == 200
    assert kept == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-10"},
        {"If-None-Match": 'W/"' + "a" * 5_000},
        {"If-None-Match": "garbage"},
        {"If-Match": '"other"'},
        {"If-Modified-Since": "Fri, 27 Nov 2099 10:00:00 GMT"},
        {"Accept": "application/json"},
        {"Accept-Language": "cy"},
        {"X-Forwarded-Host": "evil.example"},
        {"X-HTTP-Method-Override": "DELETE"},
        {"X-Rewrite-URL": "/admin/"},
        {"Cookie": "=;;;"},
        {"Cookie": "\xff\xfe=1; =; sessionid"},
        {"Cookie": 'sessionid="unclosed'},
        {"Cookie": "x" * 6_000},
    ],
    ids=str,
)
def test_odd_headers_get_the_whole_page_before_and_after(path: str, headers: dict[str, str]) -> None:
    plain = Client().get(path).content
    for _ in range(2):
        assert Client().get(path, headers=headers).content == plain
        store.clear()
    assert Client().get(path, headers=headers).content == plain
    assert Client().get(path).content == plain


def test_a_path_written_in_another_way_is_the_same_page(reader: Client, path: str, kept: list[str]) -> None:
    reader.get(path)
    assert reader.get("/services/%70eers/").status_code == 200
    assert len(set(kept)) == 1
    for odd in ("/services/PEERS/", "/services//peers/", "/services/peers/%00", "/%ff%fe/", "/services/peers/;x=1"):
        assert reader.get(odd).status_code == 404
    assert len(set(kept)) == 1


@pytest.mark.parametrize("host", ["testserver:1", "testserver:65535", "TESTSERVER", "testserver."])
def test_a_host_written_oddly_leaves_nothing(reader: Client, path: str, kept: list[str], host: str) -> None:
    assert reader.get(path, HTTP_HOST=host).status_code == 200
    assert kept == []
    assert reader.get(path).status_code == 200
    assert len(kept) == 1


def test_a_host_with_the_port_that_serves_is_kept(reader: Client, path: str, kept: list[str], settings: Any) -> None:
    reader.get(path, HTTP_HOST="testserver:8001", SERVER_PORT="8001")
    settings.WAGTAILADMIN_BASE_URL = "https://testserver:8443"
    reader.get(path, HTTP_HOST="testserver:8443")
    assert len(kept) == 2


def test_a_second_site_has_its_own_pages(reader: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "second.example"]
    first = home_page()
    assert reader.get("/").status_code == 200
    second = first.get_parent().add_child(instance=StandardPage(title="The second home", slug="second"))
    Site.objects.create(hostname="second.example", port=80, root_page=second, site_name="Second")
    for _ in range(2):
        assert b"The second home" in reader.get("/", HTTP_HOST="second.example").content
        assert b"The second home" not in reader.get("/").content
    Site.objects.get(hostname="second.example").delete()
    assert b"The second home" not in reader.get("/", HTTP_HOST="second.example").content


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_a_restriction_of_any_kind_is_seen_at_once_and_so_is_its_end(reader: Client, kind: str) -> None:
    guide = make_guide(make_stage(make_section(), "First stage"), "Guarded words")
    assert b"Guarded words" in reader.get(guide.url).content
    # Of the page above: nothing of the guide itself is saved.
    restriction = PageViewRestriction.objects.create(page=guide.get_parent(), restriction_type=kind, password="x")
    if kind == "groups":
        restriction.groups.set(Group.objects.all()[:1])
    for _ in range(2):
        assert b"Guarded words" not in reader.get(guide.url).content
    staff = Client()
    staff.force_login(make_superuser())
    staff.get(guide.url)
    assert b"Guarded words" not in reader.get(guide.url).content
    restriction.delete()
    assert b"Guarded words" in reader.get(guide.url).content


def test_who_has_given_the_password_leaves_nothing_for_others(reader: Client) -> None:
    guide = make_guide(make_stage(make_section(), "First stage"), "Guarded words")
    restriction = PageViewRestriction.objects.create(page=guide, restriction_type="password", password="open")
    known = Client()
    known.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{guide.pk}/",
        {"password": "open", "return_url": guide.url},
    )
    assert b"Guarded words" in known.get(guide.url).content
    assert b"Guarded words" not in reader.get(guide.url).content


def test_what_ends_at_a_moment_leaves_lists_then_without_the_scheduler(reader: Client, monkeypatch: Any) -> None:
    stage = make_stage(make_section(), "First stage")
    guide = make_guide(stage, "A guide that ends")
    guide.expire_at = timezone.now() + timedelta(minutes=5)
    guide.save()
    assert b"A guide that ends" in reader.get(stage.url).content
    assert is_kept(reader, stage.url)
    late = guide.expire_at + timedelta(seconds=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    assert b"A guide that ends" not in reader.get(stage.url).content


def test_a_page_says_open_until_it_closes_and_not_a_moment_longer(reader: Client, monkeypatch: Any) -> None:
    service: Service = ServiceFactory(slug="hours")
    path = service.get_absolute_url()
    Schedule.objects.create(service=service, byday="MO", until_day="SU", opens_at="09:00", closes_at="17:00")
    service.save()
    day = datetime(2026, 6, 3, tzinfo=ZoneInfo("Europe/London"))

    def at(hour: int, minute: int = 0) -> str:
        moment = day.replace(hour=hour, minute=minute)
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
        return reader.get(path).content.decode()

    noon = at(12)
    assert at(16, 59) == noon, "kept"
    assert at(17, 1) != noon
    assert "Open until 17:00" in noon
    assert "Open until 17:00" not in at(17, 1)
