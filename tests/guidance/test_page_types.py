"""Each page type: where it may stand, and that it can be read, previewed and edited."""

from django.test import Client
from wagtail.test.utils import WagtailPageTestCase

from directory.models import Taxonomy
from guidance.demo.building import heading, stop, stream_value, text
from guidance.models import GuidanceIndexPage, GuidePage, StagePage, StoryGuide, StoryIndexPage, StoryPage
from home.models import HomePage, StandardPage
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.guidance import edit_data, make_guide, make_section, make_stage, make_stories, make_story


class PageTypes(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.section = make_section()
        cls.stage = make_stage(cls.section, "Define it", team_says="We like it")
        cls.guide = make_guide(cls.stage, "What is a peer?", is_practice=True)
        cls.guide.body = stream_value(GuidePage._meta.get_field("body"), [heading("Who?"), text("<p>You.</p>")])
        cls.guide.save()
        cls.stories = make_stories()
        cls.story = make_story(
            cls.stories,
            live=True,
            setting=TermFactory(slug="court", taxonomy=Taxonomy.SETTING),
            service=ServiceFactory(),
        )
        cls.story.path_steps = stream_value(
            StoryPage._meta.get_field("path_steps"), [stop("One", "Alone."), stop("Two", "Together.", peer_joins=True)]
        )
        cls.story.guide_links = [StoryGuide(guide=cls.guide)]
        cls.story.save()
        cls.all_pages = (cls.section, cls.stage, cls.guide, cls.stories, cls.story)

    def test_parents_and_children(self) -> None:
        self.assertAllowedSubpageTypes(HomePage, {GuidanceIndexPage, StoryIndexPage, StandardPage})
        self.assertAllowedSubpageTypes(GuidanceIndexPage, {StagePage})
        self.assertAllowedSubpageTypes(StagePage, {GuidePage})
        self.assertAllowedSubpageTypes(GuidePage, set())
        self.assertAllowedSubpageTypes(StoryIndexPage, {StoryPage})
        self.assertAllowedSubpageTypes(StoryPage, set())
        self.assertAllowedParentPageTypes(GuidanceIndexPage, {HomePage})
        self.assertAllowedParentPageTypes(StoryIndexPage, {HomePage})

    def test_every_page_is_routable_and_renders(self) -> None:
        for page in self.all_pages:
            with self.subTest(page=page):
                self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page)

    def test_every_page_can_be_edited_and_previewed(self) -> None:
        self.login()
        for page in self.all_pages:
            with self.subTest(page=page):
                self.assertPageIsEditable(page, post_data=edit_data(page))
                self.assertPageIsPreviewable(page, post_data=edit_data(page))

    def test_a_guide_says_where_it_stands(self) -> None:
        html = Client().get(self.guide.url).content.decode()
        assert "Stage 1: Define it" in html
        assert "practice 1 of 1" in html
        assert '<h2 id="who">Who?</h2>' in html
        assert 'href="#who"' in html
        assert "Not reviewed yet" in html

    def test_a_story_shows_where_the_peer_joins(self) -> None:
        html = Client().get(self.story.url).content.decode()
        assert html.count("hub-path__step--joins") == 1
        assert "hub-path__rest hub-path__step--beside" in html
        assert self.story.service.get_absolute_url() in html
        assert self.guide.url in html

    def test_a_guide_that_is_not_live_yet_can_be_previewed(self) -> None:
        draft = make_guide(self.stage, "Draft", live=False)
        self.login()
        self.assertPageIsPreviewable(draft, post_data=edit_data(draft))
