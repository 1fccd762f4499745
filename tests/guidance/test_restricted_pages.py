"""Pages that only some may read stay shut, whichever way they lie below a restriction."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from guidance.models import GuidePage
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db
BODY = [("text", "<p>Words.</p>")]


@pytest.fixture
def guide() -> GuidePage:
    section = make_section()
    make_guide(make_stage(section, "Open"), "Open guide", body=BODY)
    return make_guide(make_stage(section, "Shut"), "Shut guide", body=BODY)


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def is_open(client: Client, address: str) -> bool:
    return client.get(address).status_code == 200


@pytest.mark.parametrize("above", [0, 1, 2, 3])
def test_a_restriction_holds_for_all_below(client: Client, guide: GuidePage, above: int) -> None:
    page: Page = guide
    for _ in range(above):
        page = page.get_parent()
    restrict(page)
    assert not is_open(client, "/guidance/shut/shut-guide/")
    assert is_open(client, "/guidance/open/open-guide/") == (above < 2)


def test_an_alias_has_the_restriction_of_its_source(client: Client, guide: GuidePage) -> None:
    elsewhere = Page.objects.get(slug="open")
    alias = CreatePageAliasAction(guide, parent=elsewhere, update_slug="alias").execute(skip_permission_checks=True)
    again = CreatePageAliasAction(alias, parent=elsewhere, update_slug="again").execute(skip_permission_checks=True)
    assert is_open(client, alias.url)
    restrict(guide)
    assert not is_open(client, alias.url)
    assert not is_open(client, again.url)
    assert is_open(client, "/guidance/open/open-guide/")


def test_lifting_it_opens_the_page(client: Client, guide: GuidePage) -> None:
    restrict(guide)
    assert not is_open(client, guide.url)
    PageViewRestriction.objects.all().delete()
    assert is_open(client, guide.url)


def test_stories_and_their_list_are_shut_too(client: Client) -> None:
    stories = make_stories()
    make_story(stories, "One", slug="one").save_revision().publish()
    restrict(stories)
    assert not is_open(client, "/stories/")
    assert not is_open(client, "/stories/one/")


def test_a_site_without_restrictions_asks_once(guide: GuidePage) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert list(GuidePage.objects.get(pk=guide.pk).get_view_restrictions()) == []
    assert len(captured) == 2
