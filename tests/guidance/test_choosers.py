"""How editors pick a listing."""

import pytest
from django.test import Client

from tests.factories.directory import ServiceFactory
from tests.factories.guidance import make_stories
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def test_only_published_listings_are_offered(editor: Client) -> None:
    ServiceFactory(name="Shown")
    ServiceFactory(name="Withdrawn", live=False)
    html = editor.get("/admin/service_chooser/results/").content.decode()
    assert "Shown" in html
    assert "Withdrawn" not in html


@pytest.mark.parametrize(("words", "is_found"), [("lepps", True), ("alongside", True), ("zzz", False), ("%00", True)])
def test_listings_are_found_by_either_name(editor: Client, words: str, is_found: bool) -> None:
    ServiceFactory(name="Walking Alongside", alternate_name="LEPPS")
    response = editor.get(f"/admin/service_chooser/results/?q={words}")
    assert response.status_code == 200
    assert ("Walking Alongside" in response.content.decode()) is is_found


def test_the_window_opens(editor: Client) -> None:
    assert editor.get("/admin/service_chooser/").status_code == 200


def test_the_story_form_uses_it(editor: Client) -> None:
    stories = make_stories()
    html = editor.get(f"/admin/pages/add/guidance/storypage/{stories.pk}/").content.decode()
    assert "service_chooser" in html
