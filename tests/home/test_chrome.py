"""What surrounds every page comes from the settings, cheaply, and survives a broken database."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.template import engines
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from home import frame
from home.chrome import DEFAULT_CHROME
from home.context_processors import site_chrome
from home.frame import load_chrome
from home.models import HomePage, SiteSettings, StandardPage, UrgentHelpNumber

pytestmark = pytest.mark.django_db


def render(template: str) -> str:
    return engines["django"].from_string(template).render({}, RequestFactory().get("/"))


def make_settings(**fields: Any) -> SiteSettings:
    return SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), **fields)


def test_a_fresh_hub_shows_the_numbers_it_came_with() -> None:
    assert load_chrome() == DEFAULT_CHROME


def test_editors_set_numbers_contacts_and_the_way_out() -> None:
    settings = make_settings(contact_email="a@hub.example", exit_url="https://weather.example/")
    UrgentHelpNumber.objects.create(settings=settings, label="Second", number="222", sort_order=2)
    UrgentHelpNumber.objects.create(settings=settings, label="First", number="0141 496 0000", sort_order=1)
    chrome = load_chrome()
    assert [(help_number.label, help_number.href) for help_number in chrome.help_numbers] == [
        ("First", "tel:01414960000"),
        ("Second", "tel:222"),
    ]
    assert (chrome.contact_email, chrome.exit_url) == ("a@hub.example", "https://weather.example/")


BAR = "{% extends 'base.html' %}"


def test_a_hub_is_no_demonstration_until_somebody_says_so() -> None:
    make_settings()
    assert "Demonstration" not in render(BAR)


def test_a_demonstration_says_so_and_an_enquiry_asks_for_a_made_up_person() -> None:
    make_settings(is_demonstration=True)
    words = "Please write only about a made-up person."
    assert "<strong>Demonstration.</strong>" in render(BAR)
    assert words not in render(BAR)
    assert words in Client().get("/enquiries/new/").content.decode()


def test_what_nobody_answers_is_said_to_be_an_example() -> None:
    settings = make_settings(contact_email="a@hub.example", contact_phone="0141 496 0182")
    UrgentHelpNumber.objects.create(settings=settings, label="Invented", number="0141 496 0000", sort_order=1)
    UrgentHelpNumber.objects.create(settings=settings, label="Samaritans", number="116 123", sort_order=2)
    chrome = load_chrome()
    assert [help_number.is_example for help_number in chrome.help_numbers] == [True, False]
    assert chrome.has_example_email
    assert chrome.has_example_phone
    assert render("{% include 'components/urgent_help.html' %}").count("(example number)") == 1
    html = render("{% include 'home/contact.html' %}")
    assert "(example address)" in html
    assert "(example number)" in html


def test_settings_without_numbers_keep_the_default_ones() -> None:
    make_settings()
    assert load_chrome().help_numbers == DEFAULT_CHROME.help_numbers


def test_plain_pages_shown_in_menus_are_linked() -> None:
    home = HomePage.objects.get()
    privacy = home.add_child(instance=StandardPage(title="Privacy", show_in_menus=True))
    home.add_child(instance=StandardPage(title="Hidden", show_in_menus=False))
    home.add_child(instance=StandardPage(title="Draft", show_in_menus=True, live=False))
    assert [(link.title, link.url) for link in load_chrome().site_links] == [("Privacy", privacy.url)]


def test_a_plain_page_is_listed_in_the_column_its_editor_chose() -> None:
    page = StandardPage(title="Families", show_in_menus=True, footer_column=StandardPage.FooterColumn.HELP)
    HomePage.objects.get().add_child(instance=page)
    chrome = load_chrome()
    assert [link.title for link in chrome.help_links] == ["Families"]
    assert chrome.site_links == chrome.set_up_links == ()
    assert page.url in render("{% include 'components/footer.html' %}")


def test_one_query_when_shown_again_and_none_when_not(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_settings()
    frame_of_a_page = "{{ chrome.exit_url }}{{ chrome.help_numbers }}{{ chrome.site_links }}"
    with django_assert_num_queries(3):
        render(frame_of_a_page)
    with django_assert_num_queries(1):
        render(frame_of_a_page)
    with django_assert_num_queries(0):
        render("Nothing of the frame")


def test_what_editors_change_is_shown_by_the_next_request() -> None:
    settings = make_settings(exit_url="https://first.example/")
    number = UrgentHelpNumber.objects.create(settings=settings, label="Old", number="111", sort_order=1)
    page = HomePage.objects.get().add_child(instance=StandardPage(title="Listed", show_in_menus=True))
    assert (load_chrome().exit_url, len(load_chrome().site_links)) == ("https://first.example/", 1)
    settings.exit_url = "https://second.example/"
    settings.save()
    number.label = "New"
    number.save()
    page.unpublish()
    chrome = load_chrome()
    assert (chrome.exit_url, chrome.help_numbers[0].label) == ("https://second.example/", "New")
    assert chrome.site_links == ()


def test_a_broken_database_leaves_the_frame_the_hub_came_with(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr(frame, "_from_settings", fail)
    chrome = site_chrome(RequestFactory().get("/"))["chrome"]
    assert chrome.help_numbers == DEFAULT_CHROME.help_numbers
    assert "116 123" in render("{% for help in chrome.help_numbers %}{{ help.number }} {% endfor %}")
