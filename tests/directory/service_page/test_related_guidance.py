"""Guides that speak of what a service does: searched for once, and again when anything changed."""

import re

import pytest
from django.test import Client

from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.guidance import make_guide, make_section, make_stage

pytestmark = pytest.mark.django_db
FIND = "directory.service_page.related_guidance.find"


class SearchedAgain(AssertionError):
    """Nothing changed since it was searched for."""


def refuse(query):
    raise SearchedAgain


@pytest.fixture
def stage(db):
    return make_stage(make_section(), "A stage")


@pytest.fixture
def services(db):
    need = TermFactory(slug="ropework", name="Ropework")
    made = [ServiceFactory(name=name, slug=name.lower()) for name in ("Kelpie", "Otter")]
    for service in made:
        service.needs.add(need)
        service.save()
    return made


def page(slug: str) -> list[str]:
    """The words of its links."""
    return re.findall(r"<a [^>]*>([^<]+)</a>", Client().get(f"/services/{slug}/").content.decode())


def test_the_next_reader_and_a_service_with_the_same_needs_wait_for_no_search(stage, services, monkeypatch):
    make_guide(stage, "Ropework for peers")
    assert "Ropework for peers" in page("kelpie")
    monkeypatch.setattr(FIND, refuse)
    assert "Ropework for peers" in page("kelpie")
    assert "Ropework for peers" in page("otter")


def test_what_is_published_renamed_and_taken_back_is_seen_by_the_next_reader(stage, services):
    assert "Ropework for peers" not in page("kelpie")
    guide = make_guide(stage, "Ropework for peers")
    assert "Ropework for peers" in page("kelpie")
    guide.title = "Ropework for all"
    guide.save_revision().publish()
    assert "Ropework for peers" not in page("kelpie")
    assert "Ropework for all" in page("kelpie")
    guide.unpublish()
    assert "Ropework for all" not in page("kelpie")


def test_a_need_that_is_added_is_seen_at_once(stage, services):
    make_guide(stage, "Canoes for peers")
    assert "Canoes for peers" not in page("kelpie")
    services[0].needs.add(TermFactory(slug="canoes", name="Canoes"))
    services[0].save()
    assert "Canoes for peers" in page("kelpie")
    assert "Canoes for peers" not in page("otter")


def test_a_control_a_change_has_it_searched_for_again(stage, services, monkeypatch):
    page("kelpie")
    make_guide(stage, "Ropework for peers")
    monkeypatch.setattr(FIND, refuse)
    with pytest.raises(SearchedAgain):
        page("kelpie")
