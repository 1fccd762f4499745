"""The home page and plain pages: where they may stand, and that they can be read and edited."""

from wagtail.models import Page
from wagtail.test.utils import WagtailPageTestCase

from guidance.demo.building import heading, stream_value, text
from home.models import HomePage, SiteSettings, StandardPage
from tests.factories.guidance import edit_data


class PlainPages(WagtailPageTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.home = HomePage.objects.get()
        body = stream_value(StandardPage._meta.get_field("body"), [heading("Why?"), text("<p>So.</p>")])
        cls.page = cls.home.add_child(instance=StandardPage(title="Contact us", body=body, shows_contact=True))
        cls.below = cls.page.add_child(instance=StandardPage(title="Below"))

    def test_parents_and_children(self) -> None:
        self.assertAllowedParentPageTypes(HomePage, {Page})
        self.assertAllowedParentPageTypes(StandardPage, {HomePage, StandardPage})
        self.assertAllowedSubpageTypes(StandardPage, {StandardPage})

    def test_pages_render_and_can_be_edited(self) -> None:
        self.login()
        for page in (self.home, self.page, self.below):
            with self.subTest(page=page):
                self.assertPageIsRoutable(page)
                self.assertPageIsRenderable(page)
                self.assertPageIsEditable(page, post_data=edit_data(page))
                self.assertPageIsPreviewable(page, post_data=edit_data(page))

    def test_contact_details_are_shown_or_their_lack_is(self) -> None:
        assert "No address yet" in self.client.get(self.page.url).content.decode()
        SiteSettings.objects.create(site=self.home.get_site(), contact_email="a@hub.example")
        assert "mailto:a@hub.example" in self.client.get(self.page.url).content.decode()

    def test_breadcrumbs_lead_up(self) -> None:
        html = self.client.get(self.below.url).content.decode()
        assert 'href="/contact-us/"' in html

    def test_site_settings_can_be_edited(self) -> None:
        self.login()
        response = self.client.get("/admin/settings/home/sitesettings/", follow=True)
        self.assertContains(response, "If it cannot wait")
