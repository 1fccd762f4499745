""" "Tell us what is wrong" knows the page that it is about."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.test import Client

from home.models import SiteSettings, StandardPage
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.guidance import home_page, make_guide, make_section, make_stage, make_stories, make_story

pytestmark = pytest.mark.django_db
CANARY = "Jo-Canary"


@pytest.fixture(autouse=True)
def contact_page() -> StandardPage:
    home = home_page()
    SiteSettings.objects.create(site=home.get_site(), contact_email="a@hub.example")
    return home.add_child(instance=StandardPage(title="Contact us", slug="contact-us", shows_contact=True))


def addresses() -> dict[str, str]:
    stage = make_stage(make_section(), "Start")
    service = ServiceFactory(name="A service & more", slug="a-service", organization=OrganizationFactory(slug="it"))
    return {
        service.get_absolute_url(): "A service & more",
        service.organization.get_absolute_url(): service.organization.name,
        stage.url: "Start",
        make_guide(stage, "A guide").url: "A guide",
        make_story(make_stories(), "A story", live=True).url: "A story",
    }


def test_every_page_leads_there_with_its_path_and_the_page_names_it(client: Client) -> None:
    for address, title in addresses().items():
        html = client.get(f"{address}?q={CANARY}").content.decode()
        link = re.search(r'href="(/contact-us/[^"]*)"[^>]*>Tell us what is wrong', html)
        assert link, address
        assert CANARY not in link.group(1)
        assert parse_qs(urlsplit(link.group(1)).query) == {"about": [address]}
        contact = client.get(link.group(1)).content.decode()
        assert f"“{title.replace('&', '&amp;')}”" in contact
        mail = re.search(r'href="mailto:a@hub\.example\?([^"]+)"', contact).group(1).replace("&amp;", "&")
        assert parse_qs(mail)["body"] == [f"The page: http://testserver{address}\r\n\r\n"]
        assert "+" not in mail


@pytest.mark.parametrize(
    "about",
    [
        "",
        "/",
        "https://evil.example/",
        "//evil.example/",
        "/no-such-page/",
        "/<script>alert(1)</script>/",
        "/services/not-there/",
        "/admin/",
        "/services/a%00/",
        "/services/\0/",
        "/call-0800-123/",
        "/guidance/" + "a" * 5000,
    ],
)
def test_what_is_no_page_of_ours_is_not_shown(client: Client, about: str) -> None:
    response = client.get(f"/contact-us/?about={quote(about)}")
    assert response.status_code == 200
    html = response.content.decode()
    if about != "/":
        assert "You are writing about" not in html
        assert 'href="mailto:a@hub.example"' in html
    assert "alert(1)" not in html
    assert "0800-123" not in html


def test_a_draft_is_not_named(client: Client) -> None:
    ServiceFactory(name="Not yet", slug="not-yet", live=False)
    story = make_story(make_stories(), "Secret story")
    for address in ("/services/not-yet/", story.url or "/stories/secret-story/"):
        html = client.get("/contact-us/", {"about": address}).content.decode()
        assert "You are writing about" not in html


def test_other_plain_pages_take_no_notice(client: Client) -> None:
    home_page().add_child(instance=StandardPage(title="About", slug="about"))
    assert "You are writing about" not in client.get("/about/?about=/find/").content.decode()
    assert "“Find a service”" in client.get("/contact-us/?about=/find/").content.decode()
