"""The pages right below the home page are read once, and again as soon as anything changed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from guidance.models import GuidanceIndexPage
from home import pages_below
from home.models import HomePage, StandardPage
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    return HomePage.objects.get()


@pytest.fixture
def about(home: HomePage) -> StandardPage:
    return home.add_child(instance=StandardPage(title="About us", slug="about-us", lede="Who we are."))


def status(path: str) -> int:
    return Client().get(path).status_code


def test_it_is_read_once_with_what_its_type_holds(home: HomePage, django_assert_num_queries: Any) -> None:
    section = make_section()
    home.refresh_from_db()
    assert pages_below.page_below(home, section.slug) == section
    # The newest change alone.
    with django_assert_num_queries(1):
        found = pages_below.page_below(home, section.slug)
        assert isinstance(found, GuidanceIndexPage)
        assert found.lede == section.lede


def test_what_changed_is_seen_by_the_next_reader(home: HomePage, about: StandardPage) -> None:
    assert status("/about-us/") == 200
    about.slug = "who-we-are"
    about.lede = "Another lede."
    about.save_revision().publish()
    assert "Another lede." in Client().get("/who-we-are/").content.decode()
    assert status("/about-us/") == 404
    about.unpublish()
    assert status("/who-we-are/") == 404
    about.save_revision().publish()
    assert status("/who-we-are/") == 200
    about.move(make_other_page(home), pos="last-child")
    assert status("/who-we-are/") == 301
    assert status("/other/who-we-are/") == 200
    Page.objects.get(pk=about.pk).delete()
    assert status("/other/who-we-are/") == 404


@pytest.mark.parametrize("make", [make_section, make_stories])
def test_a_section_that_changes_is_seen_by_the_next_reader(make: Callable[[], Page]) -> None:
    section = make()
    assert "Another lede." not in Client().get(section.url).content.decode()
    section.lede = "Another lede."
    section.save_revision().publish()
    assert "Another lede." in Client().get(section.url).content.decode()
    section.unpublish()
    assert status(section.url) == 404


def make_other_page(home: HomePage) -> StandardPage:
    return HomePage.objects.get(pk=home.pk).add_child(instance=StandardPage(title="Other", slug="other"))


def test_a_page_made_where_none_was_is_found(home: HomePage) -> None:
    assert status("/other/") == 404
    make_other_page(home)
    assert status("/other/") == 200


def test_what_is_restricted_from_now_on_is_closed_with_what_stands_below(home: HomePage) -> None:
    section = make_section()
    guide = make_guide(make_stage(section, "Set it up"), "Checks")
    assert [status(page.url) for page in (section, guide)] == [200, 200]
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert [status(page.url) for page in (section, guide)] == [302, 302]


def test_nobody_changes_what_others_get(home: HomePage, about: StandardPage) -> None:
    pages_below.page_below(home, about.slug)
    pages_below.page_below(home, about.slug).title = "Changed and never saved"
    assert pages_below.page_below(home, about.slug).title == "About us"


def test_what_does_not_exist_does_not_pile_up(home: HomePage, about: StandardPage, monkeypatch: Any) -> None:
    for number in range(10):
        assert pages_below.page_below(home, f"no-such-page-{number}") is None
    assert not pages_below._kept()
    monkeypatch.setattr(pages_below, "MOST_KEPT", 0)
    assert pages_below.page_below(home, about.slug) == about
    assert not pages_below._kept()
