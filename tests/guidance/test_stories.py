"""The list of stories."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from directory.models import Service, Taxonomy, TaxonomyTerm
from guidance.models import GuidePage, StoryGuide, StoryIndexPage, StoryPage
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.guidance import make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories() -> StoryIndexPage:
    return make_stories()


def service_list(*services: Service) -> tuple[str, dict]:
    return "services", {"title": "Services that work this way", "services": list(services)}


def publish(stories: StoryIndexPage, title: str, **fields: object) -> None:
    make_story(stories, title, **fields).save_revision().publish()


def test_the_newest_leads_and_drafts_are_left_out(client: Client, stories: StoryIndexPage) -> None:
    publish(stories, "Older")
    publish(stories, "Newer")
    make_story(stories, "Draft")
    shown = client.get("/stories/").context["stories"]
    assert [story.title for story in shown] == ["Newer", "Older"]


def test_stories_from_one_setting(client: Client, stories: StoryIndexPage) -> None:
    publish(stories, "In court", setting=TermFactory(slug="court", taxonomy=Taxonomy.SETTING))
    publish(stories, "Elsewhere")
    response = client.get("/stories/?setting=court")
    assert [story.title for story in response.context["stories"]] == ["In court"]
    assert "Stories: Court" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["setting=gone", "setting=%00", "setting=%F0%9F%98%80", f"setting={'x' * 5000}", "setting='\""]
)
def test_a_setting_without_stories_says_what_to_do(client: Client, stories: StoryIndexPage, query: str) -> None:
    publish(stories, "One")
    response = client.get(f"/stories/?{query}")
    assert response.status_code == 200
    assert "all the stories" in response.content.decode() or query == "setting=%00"


@pytest.fixture
def varied(stories: StoryIndexPage) -> StoryIndexPage:
    """Three stories that differ in where, in what they helped with, and in the stage of the guides they bear out."""
    court, prison = (TermFactory(slug=slug, taxonomy=Taxonomy.SETTING) for slug in ("court", "prison"))
    housing, alcohol = (TermFactory(slug=slug, taxonomy=Taxonomy.NEED) for slug in ("housing", "alcohol"))
    TermFactory(slug="unused", taxonomy=Taxonomy.NEED)
    section = make_section()
    first, second, unused = (make_stage(section, title) for title in ("Define it", "Set it up", "Deliver it"))
    make_guide(unused, "No story")
    what, pay = make_guide(first, "What it is"), make_guide(second, "Pay")
    hidden = make_guide(unused, "Hidden", live=False)
    for title, setting, needs, guides in (
        ("Both", court, [housing, alcohol], [what, pay]),
        ("One", prison, [housing], [pay]),
        ("None", court, [], [hidden]),
    ):
        story = make_story(stories, title, setting=setting, needs=needs)
        story.guide_links = [StoryGuide(guide=guide, sort_order=place) for place, guide in enumerate(guides)]
        story.save_revision().publish()
    return stories


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["None", "One", "Both"]),
        ({"need": "housing"}, ["One", "Both"]),
        ({"need": "alcohol"}, ["Both"]),
        ({"stage": "define-it"}, ["Both"]),
        ({"stage": "set-it-up"}, ["One", "Both"]),
        ({"stage": "set-it-up", "need": "housing", "setting": "court"}, ["Both"]),
        ({"stage": "deliver-it"}, []),
        ({"need": "gone"}, []),
        # A setting is no need.
        ({"need": "court"}, []),
    ],
)
def test_stories_are_narrowed_by_setting_need_and_stage(
    client: Client, varied: StoryIndexPage, query: dict[str, str], expected: list[str]
) -> None:
    assert [story.title for story in client.get("/stories/", query).context["stories"]] == expected


def test_only_what_a_story_has_is_offered(client: Client, varied: StoryIndexPage) -> None:
    form = client.get("/stories/?need=housing").context["form"]
    offered = {name: [slug for slug, _ in field.choices] for name, field in form.fields.items()}
    assert {name: set(slugs) for name, slugs in offered.items()} == {
        "setting": {"", "court", "prison"},
        "need": {"", "housing", "alcohol"},
        "stage": {"", "define-it", "set-it-up"},
    }
    assert form["need"].initial == "housing"


def test_other_pages_keep_what_was_chosen(client: Client, varied: StoryIndexPage) -> None:
    housing = TaxonomyTerm.objects.get(slug="housing")
    for number in range(13):
        publish(varied, f"More {number}", needs=[housing])
    response = client.get("/stories/?need=housing&page=2")
    assert len(response.context["stories"]) == 3
    assert "?need=housing&amp;page=1" in response.content.decode()


@pytest.mark.parametrize("query", ["", "?setting=court&need=housing&stage=set-it-up"])
def test_a_narrowed_list_costs_no_more_than_twelve_statements(
    client: Client, varied: StoryIndexPage, query: str
) -> None:
    client.get(f"/stories/{query}")
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/stories/{query}")
    assert len(captured) <= 12


def test_a_story_with_everything_costs_no_more_than_twelve_statements(client: Client, varied: StoryIndexPage) -> None:
    story = StoryPage.objects.get(title="Both")
    services = [service_list(ServiceFactory()), service_list(ServiceFactory())]
    story.service, story.body = ServiceFactory(), services
    story.save_revision().publish()
    client.get(story.url)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(story.url).content.decode()
    assert html.count("Services that work this way") == 2
    assert html.index("What it is") < html.index(">Pay<")
    assert len(captured) <= 12


def test_a_preview_shows_the_guides_that_are_not_saved(rf, varied: StoryIndexPage) -> None:
    story = StoryPage.objects.get(title="None")
    story.guide_links = [StoryGuide(guide=GuidePage.objects.get(title="Pay"))]
    request = rf.get("/")
    request.is_preview = True
    assert [guide.title for guide in story.drawn_context(request)["guides"]] == ["Pay"]


@pytest.mark.parametrize("page", ["-1", "0", "abc", "1000000000", "%00", "😀"])
def test_page_numbers_that_make_no_sense_show_stories(client: Client, stories: StoryIndexPage, page: str) -> None:
    publish(stories, "One")
    response = client.get(f"/stories/?page={page}")
    assert response.status_code == 200
    assert [story.title for story in response.context["stories"]] == ["One"]


def test_queries_do_not_grow_with_the_stories(client: Client, stories: StoryIndexPage) -> None:
    def queries() -> int:
        # The first page after a change reads its layout.
        client.get("/stories/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/stories/")
        return len(captured)

    service, setting = ServiceFactory(), TermFactory(slug="court", taxonomy=Taxonomy.SETTING)
    publish(stories, "One", service=service, setting=setting)
    before = queries()
    for number in range(5):
        publish(stories, f"More {number}", service=ServiceFactory(), setting=setting)
    assert queries() == before
    assert before <= 12


def test_a_withdrawn_service_leaves_the_story_without_a_panel(client: Client, stories: StoryIndexPage) -> None:
    service = ServiceFactory(name="Was here")
    publish(stories, "One", slug="one", service=service)
    assert "The service in this story" in client.get("/stories/one/").content.decode()
    service.unpublish()
    assert "The service in this story" not in client.get("/stories/one/").content.decode()
