"""The demo: complete, honest, and the same when it is built again."""

import re
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.test import TestCase
from wagtail.fields import StreamField
from wagtail.models import Page, Revision

from directory.demo.create import create_directory
from guidance.demo import create_guidance
from guidance.models import GuidePage, StagePage, StoryPage
from home.demo import create_plain_pages
from home.models import SiteSettings, StandardPage
from tests.factories.guidance import home_page

# What sources call themselves stays as it is.
TITLES = (
    "Offender Health Collaborative",
    "Service User Involvement",
    "Service user involvement and co-production",
    "Service user involvement and payments",
)

# Said once by the demo, and by none of its sources.
UNSUPPORTED = (
    "kept being arrested",
    "kept coming back",
    "kept bringing",
    "written agreement",
    "social work refers them",
    "five pilots found",
    "peers took on",
    "peers have taken on",
    "peers have worked in",
    "women leaving prison",
    "three bodies run",
    "Revolving Doors Agency",
    "men on a football",
    "as other staff",
    "e-mail details are examples and do not work",
)
# What a source tells and the demo once left out.
TOLD = (
    "pathfinder sites",
    "Lived Experience Team",
    "Community Justice Glasgow Outcome Improvement Plan",
    "active citizenship",
    "work, training and education",
    "information-sharing agreement with the Crisis Outreach Service",
    "team of the health and social care partnership",
    "who else can refer",
)

pytestmark = pytest.mark.usefixtures("shared_demo")


def main_text(html: str) -> str:
    main = html.partition("<main")[2].partition("</main>")[0]
    return unescape(re.sub(r"<[^>]+>", " ", main))


class Demo(TestCase):
    def test_it_has_what_the_model_has(self) -> None:
        assert StagePage.objects.live().count() == 3
        assert GuidePage.objects.live().filter(is_practice=True).count() == 5
        assert GuidePage.objects.live().count() >= 33
        assert StoryPage.objects.live().count() >= 4
        assert StandardPage.objects.live().count() == 6

    def test_building_it_again_changes_nothing(self) -> None:
        before = Page.objects.count(), set(Revision.objects.values_list("pk", flat=True))
        home_page().refresh_from_db()
        create_guidance(root=home_page(), services=create_directory())
        create_plain_pages(root=home_page())
        assert (Page.objects.count(), set(Revision.objects.values_list("pk", flat=True))) == before

    def test_its_texts_link_to_pages_and_not_to_addresses(self) -> None:
        texts = [
            str(getattr(page, field.name).raw_data)
            for model in (GuidePage, StagePage, StoryPage, StandardPage)
            for page in model.objects.live()
            for field in model._meta.get_fields()
            if isinstance(field, StreamField)
        ]
        assert sum('linktype="page"' in text for text in texts) > 10
        assert [text for text in texts if re.search(r'href="/(guidance|stories)/[^"#?]*"', text)] == []

    def test_what_an_editor_changed_stays(self) -> None:
        guide = GuidePage.objects.get(slug="17-roles")
        guide.title = "Changed by an editor"
        guide.save_revision().publish()
        create_guidance(root=home_page(), services={})
        assert GuidePage.objects.get(slug="17-roles").title == "Changed by an editor"

    def test_the_story_without_consent_stays_a_draft(self) -> None:
        story = StoryPage.objects.get(slug="three-months-with-a-mentor")
        assert not story.live
        assert self.client.get("/stories/three-months-with-a-mentor/").status_code == 404
        with pytest.raises(ValidationError):
            story.get_latest_revision().publish()

    def test_every_page_works_links_to_pages_that_exist_and_minds_its_words(self) -> None:
        checked = set()
        for page in Page.objects.live().filter(depth__gte=2):
            html = self.client.get(page.url).content.decode()
            for address in re.findall(r'href="(/[^"#?]*)', html):
                # Which page a reader speaks of stands behind the question mark.
                if (
                    address == "/useful/"
                    or address.startswith(("/static/", "/enquiries/", "/admin/", "/leave/"))
                    or address in checked
                ):
                    continue
                assert self.client.get(address).status_code == 200, (page.url, address)
                checked.add(address)
            words = main_text(html)
            for title in TITLES:
                words = words.replace(title, "")
            # A link that a block does not read is shown as it was typed.
            assert "](/" not in words, page.url
            assert not re.search(r"offender|service user|\bclients?\b", words, re.IGNORECASE), page.url
            assert "None" not in words, page.url
        assert len(checked) > 40

    def test_it_says_no_more_than_its_sources(self) -> None:
        public = Page.objects.live().filter(depth__gte=2)
        said = " ".join(" ".join(main_text(self.client.get(page.url).content.decode()).split()) for page in public)
        for claim in UNSUPPORTED:
            assert claim.lower() not in said.lower(), claim
        for fact in TOLD:
            assert fact.lower() in said.lower(), fact
        assert (
            'href="https://www.sacro.org.uk/"'
            in self.client.get("/stories/a-mentor-who-has-been-there/").content.decode()
        )

    def test_every_page_says_that_it_is_a_demonstration_and_leads_to_what_is_real(self) -> None:
        pages = [page.url for page in Page.objects.live().filter(depth__gte=2)]
        others = ["/find/", "/search/?q=prison", "/services/lepps/", "/organisations/sacro/", "/list/", "/release/"]
        for address in (
            *pages,
            *others,
            "/enquiries/new/",
            "/enquiries/new/?service=lepps",
            "/services/prison-recovery-coordinator/map/",
        ):
            html = self.client.get(address).content.decode()
            assert "<strong>Demonstration.</strong>" in html, address
            assert 'href="/about/#what-is-real"' in html, address
        assert 'id="what-is-real"' in self.client.get("/about/").content.decode()

    def test_loading_it_again_says_so_again(self) -> None:
        SiteSettings.objects.update(is_demonstration=False)
        create_plain_pages(root=home_page())
        assert SiteSettings.objects.get().is_demonstration

    def test_an_address_that_nobody_reads_is_said_to_be_an_example(self) -> None:
        words = main_text(self.client.get("/contact-us/").content.decode())
        assert "hello@hub.example (example address)" in " ".join(words.split())

    def test_only_a_changed_name_is_said_to_be_changed(self) -> None:
        story = StoryPage.objects.get(slug="james-had-nowhere-to-sleep")
        assert story.pseudonym_notice in main_text(self.client.get("/stories/").content.decode())
        story.pseudonym_notice = "This is their own name, as they wished."
        story.save_revision().publish()
        words = main_text(self.client.get("/stories/").content.decode())
        assert "This is their own name" in words
        assert "Name changed" not in words

    def test_figures_say_which_number_is_worked_out(self) -> None:
        words = " ".join(main_text(self.client.get("/stories/a-mentor-who-has-been-there/").content.decode()).split())
        assert "still open at the end (we worked this out) 31" in words
        assert "people referred 36" in words
        assert "The source does not give the year" in words


def test_an_editor_can_save_each_page_as_the_demo_wrote_it(db: None) -> None:
    """Blocks have limits of their own, which only the form of an editor looks at."""
    refused = []
    for page in Page.objects.filter(depth__gt=1).specific():
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                try:
                    field.stream_block.clean(getattr(page, field.name))
                except ValidationError as error:
                    refused.append((page.slug, field.name, str(error.as_json_data())))
    assert refused == []
