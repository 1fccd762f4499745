"""What surrounds every page is drawn once, and is still that of the page, the language and the settings of now."""

from typing import Any

import pytest
from django.template import engines
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail.models import Site

from home.models import SiteSettings, UrgentHelpNumber
from home.site_layout import load_site_layout
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db

SURROUNDINGS = "{% extends 'base.html' %}"


def render(template: str, path: str = "/", **context: Any) -> str:
    return engines["django"].from_string(template).render(context, RequestFactory().get(path))


def current(html: str) -> list[str]:
    """The sections that are marked as the reader's, with how."""
    links = (part for part in html.split("<a ") if part.startswith('class="hub-navigation__link"'))
    return [part.split(">")[0].partition('link" ')[2] for part in links if "aria-current" in part]


def test_each_section_is_marked_on_its_own_pages_alone(client: Client) -> None:
    guide = make_guide(make_stage(make_section(), "Set it up"), "Checks")
    expected = {
        "/": [],
        guide.url: ['href="/guidance/" aria-current="true"'],
        "/guidance/": ['href="/guidance/" aria-current="page"'],
        "/find/": ['href="/find/" aria-current="page"'],
    }
    for _turn in range(2):
        assert {path: current(client.get(path).content.decode()) for path in expected} == expected


def test_what_editors_change_is_seen_by_the_next_request(client: Client) -> None:
    settings = SiteSettings.objects.create(site=Site.objects.get(), exit_url="https://one.example/")
    number = UrgentHelpNumber.objects.create(settings=settings, label="Crisis team", number="111", sort_order=1)
    assert 'data-exit="https://one.example/"' in client.get("/find/").content.decode()
    settings.exit_url = "https://two.example/"
    settings.save()
    number.label = "Night team"
    number.save()
    html = client.get("/find/").content.decode()
    assert 'data-exit="https://two.example/"' in html
    assert "Night team" in html
    assert "Crisis team" not in html


def test_each_language_is_drawn_for_itself() -> None:
    own = render(SURROUNDINGS)
    with override("de"):
        german = render(SURROUNDINGS)
    assert ">Search</span>" in own
    assert ">Suche</span>" in german or ">Suchen</span>" in german
    assert render(SURROUNDINGS) == own


def test_nothing_of_one_page_reaches_another() -> None:
    leaking = {"title": "Mine", "item": "Mine", "link": "Mine", "help": "Mine", "mine": "Mine"}
    assert render(SURROUNDINGS, "/mine/?q=mine", **leaking) == render(SURROUNDINGS, "/other/")
    assert "mine" not in "".join(load_site_layout().drawn.values()).lower()


def test_pages_do_not_pile_up() -> None:
    for number in range(30):
        render(SURROUNDINGS, f"/guidance/stage-{number}/")
        render(SURROUNDINGS, f"/services/{number}/")
    sections = len(load_site_layout().sections)
    assert len(load_site_layout().drawn) <= 4 * (2 * sections + 1)


def test_an_error_page_without_a_layout_is_drawn_as_it_is() -> None:
    page = "{% load navigation_tags %}{% drawn_once 'components/footer.html' %}"
    assert '<footer class="hub-footer">' in engines["django"].from_string(page).render({})
