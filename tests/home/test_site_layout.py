"""What surrounds every page comes from the settings, cheaply, and survives a broken database."""

from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.template import engines
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Site

from home import context_processors
from home.models import HomePage, SiteSettings, StandardPage, UrgentHelpNumber
from home.site_layout import DEFAULT_SITE_LAYOUT, load_site_layout

pytestmark = pytest.mark.django_db


def render(template: str) -> str:
    return engines["django"].from_string(template).render({}, RequestFactory().get("/"))


def make_settings(**fields: Any) -> SiteSettings:
    return SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), **fields)


def test_a_fresh_hub_shows_the_numbers_it_came_with() -> None:
    assert load_site_layout() == DEFAULT_SITE_LAYOUT


def test_editors_set_numbers_contacts_and_the_way_out() -> None:
    settings = make_settings(contact_email="a@hub.example", exit_url="https://weather.example/")
    UrgentHelpNumber.objects.create(settings=settings, label="Second", number="222", sort_order=2)
    UrgentHelpNumber.objects.create(settings=settings, label="First", number="0141 496 0000", sort_order=1)
    site_layout = load_site_layout()
    assert [(help_number.label, help_number.href) for help_number in site_layout.help_numbers] == [
        ("First", "tel:01414960000"),
        ("Second", "tel:222"),
    ]
    assert (site_layout.contact_email, site_layout.exit_url) == ("a@hub.example", "https://weather.example/")


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
    site_layout = load_site_layout()
    assert [help_number.is_example for help_number in site_layout.help_numbers] == [True, False]
    assert site_layout.has_example_email
    assert site_layout.has_example_phone
    assert render("{% include 'components/urgent_help.html' %}").count("(example number)") == 1
    html = render("{% include 'home/contact.html' %}")
    assert "(example address)" in html
    assert "(example number)" in html


def test_settings_without_numbers_keep_the_default_ones() -> None:
    make_settings()
    assert load_site_layout().help_numbers == DEFAULT_SITE_LAYOUT.help_numbers


def test_plain_pages_shown_in_menus_are_linked() -> None:
    home = HomePage.objects.get()
    privacy = home.add_child(instance=StandardPage(title="Privacy", show_in_menus=True))
    home.add_child(instance=StandardPage(title="Hidden", show_in_menus=False))
    home.add_child(instance=StandardPage(title="Draft", show_in_menus=True, live=False))
    assert [(link.title, link.url) for link in load_site_layout().site_links] == [("Privacy", privacy.url)]


def test_a_plain_page_is_listed_in_the_column_its_editor_chose() -> None:
    page = StandardPage(title="Families", show_in_menus=True, footer_column=StandardPage.FooterColumn.HELP)
    HomePage.objects.get().add_child(instance=page)
    site_layout = load_site_layout()
    assert [link.title for link in site_layout.help_links] == ["Families"]
    assert site_layout.site_links == site_layout.set_up_links == ()
    assert page.url in render("{% include 'components/footer.html' %}")


def test_one_query_when_shown_again_and_none_when_not(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_settings()
    layout_of_a_page = "{{ site_layout.exit_url }}{{ site_layout.help_numbers }}{{ site_layout.site_links }}"
    with django_assert_num_queries(3):
        render(layout_of_a_page)
    with django_assert_num_queries(1):
        render(layout_of_a_page)
    with django_assert_num_queries(0):
        render("Nothing of the layout")


def test_what_editors_change_is_shown_by_the_next_request() -> None:
    settings = make_settings(exit_url="https://first.example/")
    number = UrgentHelpNumber.objects.create(settings=settings, label="Old", number="111", sort_order=1)
    page = HomePage.objects.get().add_child(instance=StandardPage(title="Listed", show_in_menus=True))
    assert (load_site_layout().exit_url, len(load_site_layout().site_links)) == ("https://first.example/", 1)
    settings.exit_url = "https://second.example/"
    settings.save()
    number.label = "New"
    number.save()
    page.unpublish()
    site_layout = load_site_layout()
    assert (site_layout.exit_url, site_layout.help_numbers[0].label) == ("https://second.example/", "New")
    assert site_layout.site_links == ()


def test_a_broken_database_leaves_the_default_layout() -> None:
    make_settings(exit_url="https://ours.example/")

    def fail(*arguments: object) -> None:
        raise DatabaseError("gone")

    with connection.execute_wrapper(fail):
        site_layout = context_processors.site_layout(RequestFactory().get("/"))["site_layout"]
        assert site_layout.help_numbers == DEFAULT_SITE_LAYOUT.help_numbers
        assert site_layout.exit_url == DEFAULT_SITE_LAYOUT.exit_url
        assert "116 123" in render("{% for help in site_layout.help_numbers %}{{ help.number }} {% endfor %}")
