"""What editors meet in the forms of pages."""

import json

import pytest
from django.test import Client

from directory.admin.actions import retire
from directory.models import Taxonomy
from guidance.blocks.lists import StepsBlock
from guidance.models import StoryPage
from tests.factories.directory import TermFactory
from tests.factories.guidance import edit_data, make_stories, make_story

pytestmark = pytest.mark.django_db


def test_a_new_block_of_steps_begins_with_as_many_as_it_needs() -> None:
    block = StepsBlock()
    assert len(block.get_default()["steps"]) == 2
    state = block.get_form_state(block.get_default())
    assert len(state["steps"]) == 2
    assert json.dumps([item["value"]["title"] for item in state["steps"]]) == "[null, null]" or all(
        not item["value"]["title"] for item in state["steps"]
    )
    filled = block.to_python({"steps": [{"title": "One"}, {"title": "Two"}, {"title": "Three"}]})
    assert [step["title"] for step in filled["steps"]] == ["One", "Two", "Three"]


def test_a_story_offers_settings_and_nothing_else(admin_client: Client) -> None:
    court = TermFactory(slug="court", taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", taxonomy=Taxonomy.NEED)
    gone = TermFactory(slug="borstal", taxonomy=Taxonomy.SETTING)
    retire(instance=gone, by=None)
    stories = make_stories()
    response = admin_client.get(f"/admin/pages/add/guidance/storypage/{stories.pk}/")
    field = response.context["form"].fields["setting"]
    assert [label for _, label in field.choices] == ["Choose a setting", court.name]
    assert "taxonomy term" not in response.content.decode().lower()


def test_a_story_keeps_a_setting_that_was_retired(admin_client: Client) -> None:
    gone = TermFactory(slug="borstal", taxonomy=Taxonomy.SETTING)
    story = make_story(make_stories(), "Old story", setting=gone, live=True)
    retire(instance=gone, by=None)
    data = edit_data(story, title="Renamed", setting=str(gone.pk))
    admin_client.post(f"/admin/pages/{story.pk}/edit/", {**data, "action-publish": "1"})
    saved = StoryPage.objects.get(pk=story.pk)
    assert (saved.title, saved.setting) == ("Renamed", gone)


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("location", "Choose a place"),
        ("organization", "Choose an organisation"),
        ("area", "Choose an area"),
    ],
)
def test_buttons_of_the_listings_form_name_what_readers_know(admin_client: Client, window: str, words: str) -> None:
    content = admin_client.get("/admin/snippets/directory/service/add/").content.decode()
    assert words in content
    assert window in content


def test_the_menu_names_what_readers_know(admin_client: Client) -> None:
    content = admin_client.get("/admin/").content.decode()
    for label in ("Places", "Needs", "Settings", "Who can refer", "Peer roles", "Orders and sentences"):
        assert f'"label": "{label}"' in content or f">{label}<" in content or label in content, label
    assert "taxonomyterm/?taxonomy=need" in content
    listing = admin_client.get("/admin/snippets/directory/taxonomyterm/?taxonomy=need").content.decode()
    assert "Add need" in listing
    assert "add/?taxonomy=need" in listing


def test_a_term_begins_with_the_kind_of_its_list(admin_client: Client) -> None:
    need = TermFactory(slug="housing", taxonomy=Taxonomy.NEED).taxonomy
    response = admin_client.get("/admin/snippets/directory/taxonomyterm/add/?taxonomy=need")
    assert response.context["form"].initial["taxonomy"] == need.pk
    assert "New: Need" in response.content.decode()
    assert admin_client.get("/admin/snippets/directory/taxonomyterm/add/?taxonomy=%00").status_code == 200
