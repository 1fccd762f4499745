"""A page that is not for everybody stands in no list, menu, index or link, from the next request on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from guidance.managers import published_pages
from guidance.models import GuidePage, StagePage, StoryGuide, StoryPage
from home.models import StandardPage
from tests.factories.directory import ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db

LINKING = "Read more of it here"
Lift = Callable[[], object]


@pytest.fixture
def pages() -> dict[str, Page]:
    """A site on which every page is named by several others. Titles are words that nothing else holds."""
    section = make_section()
    first, second = make_stage(section, "Quillstage"), make_stage(section, "Plumstage")
    guide = make_guide(first, "Quillguide", live=True)
    make_guide(first, "Fernguide", live=True)
    stories = make_stories()
    service = ServiceFactory(name="Quillservice", slug="quillservice")
    story = make_story(stories, "Quillstory", live=True, service=service)
    other = make_story(stories, "Fernstory", live=True, guide_links=[StoryGuide(guide=guide)])
    plain = home_page().add_child(instance=StandardPage(title="Quillplain", slug="quillplain", show_in_menus=True))
    home_page().add_child(instance=_page_with_links(guide, story, plain))
    home = home_page()
    home.doors = [("door", _door(guide)), ("door", _door(plain))]
    home.lead_story = story
    home.save()
    return {"section": section, "stage": first, "guide": guide, "stories": stories, "story": story, "plain": plain} | {
        "second": second,
        "other": other,
    }


def _page_with_links(*pages: Page) -> StandardPage:
    links = "".join(f'<p><a linktype="page" id="{page.pk}">{LINKING} {page.slug[:3]}</a></p>' for page in pages)
    return StandardPage(title="Links", slug="links", body=[("text", links)])


def _door(page: Page) -> dict[str, object]:
    link = {"text": f"Door to {page.pk}", "page": page, "address": ""}
    return {"glyph": "find", "title": "Door", "address": "/find/", "text": "Text", "links": [link]}


def restrict(page: Page, kind: str) -> Lift:
    row = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="secret")
    if kind == PageViewRestriction.GROUPS:
        row.groups.add(Group.objects.first())
    return row.delete


def take_down(page: Page) -> Lift:
    page.unpublish()
    return lambda: page.specific.save_revision().publish()


def let_expire(page: Page) -> Lift:
    model = type(page)
    model.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    return lambda: model.objects.filter(pk=page.pk).update(expire_at=None)


HIDE: dict[str, Callable[[Page], Lift]] = {
    "password": lambda page: restrict(page, PageViewRestriction.PASSWORD),
    "login": lambda page: restrict(page, PageViewRestriction.LOGIN),
    "groups": lambda page: restrict(page, PageViewRestriction.GROUPS),
    "unpublished": take_down,
}
ADDRESSES = (
    "/",
    "/guidance/",
    "/guidance/quillstage/",
    "/guidance/quillstage/quillguide/",
    "/guidance/plumstage/",
    "/guidance/quillstage/fernguide/",
    "/stories/",
    "/stories/fernstory/",
    "/links/",
    "/services/quillservice/",
    "/search/?q=quill",
    "/search/?q=quillguide",
    "/search/?q=quillstory",
    "/search/?q=quillplain",
    "/search/suggestions/?q=quillguide",
    "/search/suggestions/?q=quillstory",
)


def shown(client: Client, page: Page) -> list[str]:
    """Where a stranger is shown the page's title or its address, the page itself and the page's own address aside."""
    found = []
    for address in ADDRESSES:
        response = client.get(address)
        own = address == page.url or (response.status_code != 200)
        content = "" if own else response.content.decode().replace(f"q={page.slug}", "").replace(f'"{page.slug}"', "")
        if not own and (f'href="{page.url}"' in content or f'"{page.url}"' in content or page.title in content):
            found.append(address)
    return found


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *((name, how) for name in ("guide", "story", "plain", "stage") for how in ("password", "unpublished")),
        ("guide", "login"),
        ("plain", "groups"),
    ],
)
def test_what_is_hidden_is_shown_nowhere_and_comes_back(
    client: Client, pages: dict[str, Page], name: str, how: str
) -> None:
    page = pages[name]
    before = shown(client, page)
    assert len(before) >= 4
    lift = HIDE[how](page)
    assert shown(client, page) == []
    lift()
    assert shown(client, page) == before


@pytest.mark.parametrize("how", ["password", "login"])
def test_a_restriction_holds_for_what_lies_below(client: Client, pages: dict[str, Page], how: str) -> None:
    lift = HIDE[how](pages["section"])
    for name in ("stage", "guide"):
        assert shown(client, pages[name]) == []
    assert 'href="/guidance/"' not in client.get("/links/").content.decode()
    lift()
    assert shown(client, pages["guide"])
    assert 'href="/guidance/"' in client.get("/links/").content.decode()


def test_a_page_past_its_last_day_is_on_no_list_though_nobody_has_taken_it_down(pages: dict[str, Page]) -> None:
    lift = let_expire(pages["story"])
    assert pages["story"].pk not in published_pages().values_list("pk", flat=True)
    assert pages["story"] not in StoryPage.objects.newest()
    lift()
    assert pages["story"] in StoryPage.objects.newest()


def test_words_of_a_link_to_a_hidden_page_stay_without_their_address(client: Client, pages: dict[str, Page]) -> None:
    restrict(pages["guide"], PageViewRestriction.LOGIN)
    content = client.get("/links/").content.decode()
    assert f"<a>{LINKING} qui</a>" in content
    assert content.count(f'href="{pages["plain"].url}"') >= 1


def test_the_rule_takes_one_statement(pages: dict[str, Page], django_assert_num_queries: Callable) -> None:
    restrict(pages["guide"], PageViewRestriction.LOGIN)
    with django_assert_num_queries(1):
        assert pages["guide"] not in list(GuidePage.objects.published())
    with django_assert_num_queries(1):
        assert len(StagePage.objects.published()) == 2
