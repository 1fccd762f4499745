"""What the demo says is mended where only the demo has written, and an editor's work stays."""

from django.contrib.auth import get_user_model
from django.test import TestCase
from wagtail.models import Page, PageLogEntry

from directory.models import Service
from guidance.demo import create_guidance
from guidance.demo.building import text
from guidance.demo.pages import create_page
from guidance.demo.stories_glasgow import JAMES
from guidance.models import GuidePage, RelatedGuide, StoryIndexPage, StoryPage
from home.models import StandardPage
from tests.factories.guidance import home_page, make_guide, make_section, make_stage

OLD_ADDRESS = "/stories/james-kept-being-arrested/"
NOBODY: dict[str, Service] = {}


def make(words: str = "<p>Old.</p>", **fields: object) -> StandardPage:
    return create_page(home_page(), StandardPage, "page", title="Page", body=[text(words)], **fields)


class PagesOfTheDemo(TestCase):
    def shown(self) -> str:
        return self.client.get("/page/").content.decode()

    def test_what_only_the_demo_wrote_is_brought_up_to_date_again_and_again(self) -> None:
        for words in ("<p>Old.</p>", "<p>New.</p>", "<p>Newer.</p>"):
            make(words)
            assert words in self.shown()
        assert StandardPage.objects.get(slug="page").revisions.count() == 1

    def test_what_did_not_change_is_not_saved_again(self) -> None:
        revision = make().latest_revision_id
        make()
        assert StandardPage.objects.get(slug="page").latest_revision_id == revision

    def test_an_address_of_a_page_becomes_a_link_that_follows_it(self) -> None:
        guide = make_guide(make_stage(make_section(), "Set it up"), "Checks")
        words = f'<p>See <a href="{guide.url}">checks</a> and <a href="/guidance/later/">what is to come</a>.</p>'
        page = make(words)
        assert f'<a linktype="page" id="{guide.pk}">checks</a>' in str(page.body.raw_data)
        assert '<a href="/guidance/later/">' in str(page.body.raw_data)
        make(words)
        assert StandardPage.objects.get(slug="page").latest_revision_id == page.latest_revision_id
        guide.slug = "disclosure"
        guide.save()
        assert 'href="/guidance/set-it-up/disclosure/">checks</a>' in self.shown()
        guide.delete()
        assert "See <a>checks</a>" in self.shown()

    def test_a_place_on_a_page_stays_as_it_is_written(self) -> None:
        make_section()
        make('<p><a href="/guidance/#contents">Contents</a></p>')
        assert 'href="/guidance/#contents"' in self.shown()

    def test_what_an_editor_saved_stays(self) -> None:
        make().save_revision(user=get_user_model().objects.create_user("editor@hub.example"))
        make("<p>New.</p>")
        assert "Old." in self.shown()

    def test_what_an_editor_took_down_stays_down(self) -> None:
        make()
        StandardPage.objects.get(slug="page").unpublish()
        make("<p>New.</p>")
        assert self.client.get("/page/").status_code == 404

    def test_a_page_that_moved_is_found_at_its_old_address(self) -> None:
        create_page(home_page(), StandardPage, "new", earlier_slugs=("old",), title="Page")
        assert self.client.get("/old/").headers["Location"] == "/new/"

    def test_a_page_of_an_earlier_demo_moves_and_is_not_made_twice(self) -> None:
        create_page(home_page(), StandardPage, "old", title="Old")
        create_page(home_page(), StandardPage, "new", earlier_slugs=("old",), title="New")
        assert list(StandardPage.objects.values_list("slug", "title")) == [("new", "New")]
        assert self.client.get("/old/").headers["Location"] == "/new/"

    def test_a_page_that_an_editor_kept_where_it_was_never_leads_to_itself(self) -> None:
        page = create_page(home_page(), StandardPage, "old", title="Old")
        page.save_revision(user=get_user_model().objects.create_user("editor@hub.example"))
        create_page(home_page(), StandardPage, "new", earlier_slugs=("old",), title="New")
        assert self.client.get("/old/").status_code == 200
        StandardPage.objects.get().unpublish()
        assert self.client.get("/old/").status_code == 404
        assert self.client.get("/new/").status_code == 404

    def test_an_earlier_demo_is_mended_by_loading_it_again(self) -> None:
        section = home_page().add_child(instance=StoryIndexPage(title="Stories", slug="stories"))
        fields = {**JAMES.fields, "standfirst": "The reason he kept coming back."}
        create_page(section, StoryPage, JAMES.earlier_slugs[0], title="James kept being arrested", **fields)
        create_guidance(root=home_page(), services=NOBODY)
        assert Page.objects.filter(slug__startswith="james").count() == 1
        assert "kept coming back" not in self.client.get(OLD_ADDRESS, follow=True).content.decode()


# It takes as long as all the other tests together, so it is made once.
class WithoutTheDirectory(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        create_guidance(root=home_page(), services=NOBODY)

    def test_the_story_that_said_too_much_has_moved(self) -> None:
        story = self.client.get(OLD_ADDRESS, follow=True)
        assert story.redirect_chain == [(f"/stories/{JAMES.slug}/", 301)]
        for claim in ("kept being arrested", "kept coming back", "kept bringing"):
            assert claim not in story.content.decode()

    def test_it_does_without_the_directory(self) -> None:
        assert StoryPage.objects.live().filter(service__isnull=True).count() >= 4

    def test_a_guide_is_published_once_and_leads_to_the_others(self) -> None:
        guides = GuidePage.objects.live().count()
        published = PageLogEntry.objects.filter(action="wagtail.publish", page__in=GuidePage.objects.all())
        assert published.count() == published.values("page").distinct().count() == guides > 20
        assert RelatedGuide.objects.exists()
