"""Which site answers for a host is asked for once, and again as soon as anything changed."""

import pytest
from django.test import Client, RequestFactory
from wagtail.models import Page, Site

from hub import kept_sites
from tests.factories.guidance import make_section

pytestmark = pytest.mark.django_db


def find(host: str = "localhost", port: str = "80") -> Site | None:
    return Site.find_for_request(RequestFactory().get("/", SERVER_NAME=host, SERVER_PORT=port))


def test_it_is_asked_for_once_with_its_page(django_assert_num_queries) -> None:
    assert find() == Site.objects.get()
    # The newest change alone.
    with django_assert_num_queries(1):
        found = find()
        assert found.root_page.specific.slug == "home"


def test_what_changed_is_seen_by_the_next_request() -> None:
    make_section()
    site = Site.objects.get()
    assert find() == site
    site.site_name = "Another name"
    site.save()
    assert find().site_name == "Another name"
    other = Site.objects.create(hostname="other.example", root_page=Page.objects.get(slug="guidance"))
    assert find("other.example") == other
    assert find() == site
    home = site.root_page.specific
    home.heading = "Another heading"
    home.save_revision().publish()
    assert find().root_page.specific.heading == "Another heading"
    other.delete()
    assert find("other.example") == site


def test_nobody_changes_what_others_get() -> None:
    one = find()
    one.site_name = one.root_page.title = one.root_page.specific.title = "Changed and never saved"
    two = find()
    assert "Changed" not in f"{two.site_name}{two.root_page.title}{two.root_page.specific.title}"


def test_the_ports_of_a_host_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_sites, "MOST_KEPT", 3)
    assert {find(port=str(port)) for port in range(8000, 8010)} == {Site.objects.get()}
    assert len(kept_sites._kept()) <= 3


def test_without_a_site_there_is_no_page(client: Client) -> None:
    Site.objects.all().delete()
    assert find() is None
    assert client.get("/").status_code == 404
    Site.objects.create(hostname="localhost", root_page=Page.objects.get(depth=2), is_default_site=True)
    assert client.get("/").status_code == 200
