"""A person's story goes live with a notice and a record of consent, or not at all."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from guidance.models import StoryIndexPage, StoryPage
from tests.factories.guidance import edit_data, make_stories, make_story
from tests.factories.hub import make_superuser

pytestmark = pytest.mark.django_db

PERSON = {"subject": StoryPage.Subject.PERSON}
RECORDED = {
    **PERSON,
    "pseudonym_notice": "Sam is not the real name.",
    "consent_basis": StoryPage.ConsentBasis.PERSON,
    "consent_recorded_on": date(2026, 1, 2),
    "consent_note": "Kept by the service until 2028.",
}


@pytest.fixture
def stories() -> StoryIndexPage:
    return make_stories()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def is_live(story: StoryPage) -> bool:
    return StoryPage.objects.get(pk=story.pk).live


@pytest.mark.parametrize("missing", sorted(set(RECORDED) - set(PERSON)))
def test_code_cannot_publish_while_something_is_missing(stories: StoryIndexPage, missing: str) -> None:
    story = make_story(stories, **{name: value for name, value in RECORDED.items() if name != missing})
    with pytest.raises(ValidationError) as caught:
        story.save_revision().publish()
    assert set(caught.value.message_dict) == {missing}
    assert not is_live(story)


def test_code_cannot_create_one_live(stories: StoryIndexPage) -> None:
    with pytest.raises(ValidationError):
        make_story(stories, **PERSON, live=True)


def test_code_cannot_take_consent_away_from_a_live_story(stories: StoryIndexPage) -> None:
    story = make_story(stories, **RECORDED, live=True)
    story.consent_note = ""
    with pytest.raises(ValidationError):
        story.save()


def test_nothing_is_scheduled_that_could_not_be_published(stories: StoryIndexPage) -> None:
    story = make_story(stories, **PERSON, go_live_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(ValidationError):
        story.save_revision().publish()
    call_command("publish_scheduled")
    assert not is_live(story)


def test_a_story_with_everything_recorded_goes_live(stories: StoryIndexPage) -> None:
    story = make_story(stories, **RECORDED)
    story.save_revision().publish()
    assert is_live(story)


def test_a_story_of_a_service_needs_no_consent(stories: StoryIndexPage) -> None:
    story = make_story(stories)
    story.save_revision().publish()
    assert is_live(story)


def test_taking_a_story_down_is_never_stopped(stories: StoryIndexPage) -> None:
    story = make_story(stories, **RECORDED, live=True)
    StoryPage.objects.filter(pk=story.pk).update(consent_note="")
    StoryPage.objects.get(pk=story.pk).unpublish()
    assert not is_live(story)


def test_an_editor_can_save_a_draft(stories: StoryIndexPage, editor: Client) -> None:
    story = make_story(stories, **PERSON)
    response = editor.post(f"/admin/pages/{story.pk}/edit/", edit_data(story, title="Changed"))
    assert response.status_code == 302
    saved = StoryPage.objects.get(pk=story.pk)
    assert saved.get_latest_revision_as_object().title == "Changed"


def test_an_editor_cannot_publish_and_is_told_why(stories: StoryIndexPage, editor: Client) -> None:
    story = make_story(stories, **PERSON)
    response = editor.post(f"/admin/pages/{story.pk}/edit/", {**edit_data(story), "action-publish": "1"})
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert set(errors) == {"pseudonym_notice", "consent_basis", "consent_recorded_on", "consent_note"}
    assert not is_live(story)


def test_an_editor_publishes_once_all_is_recorded(stories: StoryIndexPage, editor: Client) -> None:
    story = make_story(stories, **PERSON)
    recorded = {name: str(value) for name, value in RECORDED.items()}
    response = editor.post(f"/admin/pages/{story.pk}/edit/", {**edit_data(story, **recorded), "action-publish": "1"})
    assert response.status_code == 302
    assert is_live(story)


def test_publishing_from_a_list_stops_and_says_which(stories: StoryIndexPage, editor: Client) -> None:
    fine, blocked = make_story(stories, "Fine"), make_story(stories, "Blocked", **PERSON)
    for story in (fine, blocked):
        story.save_revision()
    address = f"/admin/bulk/wagtailcore/page/publish/?id={fine.pk}&id={blocked.pk}"
    response = editor.post(address, follow=True)
    assert "“Blocked” is not ready" in response.content.decode()
    assert not is_live(fine)
    assert not is_live(blocked)


def test_publishing_a_branch_from_a_list_looks_at_the_pages_below(stories: StoryIndexPage, editor: Client) -> None:
    blocked = make_story(stories, "Blocked", **PERSON)
    blocked.save_revision()
    stories.unpublish()
    address = f"/admin/bulk/wagtailcore/page/publish/?id={stories.pk}"
    response = editor.post(address, {"include_descendants": "on"}, follow=True)
    assert response.status_code == 200
    assert not is_live(blocked)
