"""One page in two languages: where it is, what stands in its place, and who may see it."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from guidance.models import GuidePage
from tests.factories.guidance import home_page, make_guide, make_section, make_stage
from tests.factories.translations import LANGUAGE, translate
from tests.hub.translation.pseudo_language import CLOSE, OPEN

NOTICE = f"{OPEN}This page is not available in"


@pytest.fixture
def guide() -> GuidePage:
    stage = make_stage(make_section(), "Set it up", slug="set-it-up")
    make_guide(stage, "Expenses", slug="expenses")
    return make_guide(stage, "Pay", slug="pay", body=[("text", "<p>Pay them well.</p>")])


def page_at(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.headers
    return response.content.decode()


def test_each_language_has_the_page_at_its_own_address(guide: GuidePage, client: Client) -> None:
    translate(guide, "Tâl")

    english, welsh = page_at(client, "/guidance/set-it-up/pay/"), page_at(client, "/cy/guidance/set-it-up/pay/")

    assert '<h1 class="govuk-heading-xl">Pay</h1>' in english
    assert '<html lang="en-GB"' in english
    assert OPEN not in english
    assert '<h1 class="govuk-heading-xl">Tâl</h1>' in welsh
    assert '<html lang="cy"' in welsh
    assert f"{OPEN}Search this site{CLOSE}" in welsh
    assert NOTICE not in welsh


def test_what_is_not_translated_is_shown_in_english_and_says_so(guide: GuidePage, client: Client) -> None:
    page = page_at(client, "/cy/guidance/set-it-up/pay/")

    assert NOTICE in page
    assert '<html lang="cy"' in page
    assert '<h1 class="govuk-heading-xl" lang="en-GB" dir="ltr">Pay</h1>' in page
    assert re.search(r'<div class="hub-in-language[^"]*" lang="en-GB" dir="ltr">', page)
    assert '<link rel="canonical" href="http://testserver/guidance/set-it-up/pay/">' in page
    assert 'rel="alternate" hreflang="cy" href="http' not in page


def test_links_of_a_page_shown_instead_stay_in_the_language(guide: GuidePage, client: Client) -> None:
    page = page_at(client, "/cy/guidance/set-it-up/pay/")

    assert 'href="/cy/guidance/set-it-up/expenses/"' in page
    assert 'href="/cy/find/"' in page
    # Enquiries, files and the other language alone.
    elsewhere = {
        to for to in re.findall(r'href="(/[^"]*)"', page) if not to.startswith(("/cy/", "/enquiries/", "/static/"))
    }
    assert elsewhere == {"/guidance/set-it-up/pay/"}


def test_a_page_leads_to_itself_in_the_other_language(guide: GuidePage, client: Client) -> None:
    translation = translate(guide, "Tâl")
    translation.slug = "tal"
    translation.save_revision().publish()

    english, welsh = page_at(client, "/guidance/set-it-up/pay/"), page_at(client, "/cy/guidance/set-it-up/tal/")

    link = '<a class="hub-languages__link" href="{}" hreflang="{}" lang="{}" dir="ltr" rel="alternate">{}</a>'
    assert link.format("/cy/guidance/set-it-up/tal/", "cy", "cy", "Cymraeg") in english
    assert link.format("/guidance/set-it-up/pay/", "en-GB", "en-GB", "English") in welsh
    for page in (english, welsh):
        assert '<link rel="alternate" hreflang="en-GB" href="http://testserver/guidance/set-it-up/pay/">' in page
        assert '<link rel="alternate" hreflang="cy" href="http://testserver/cy/guidance/set-it-up/tal/">' in page


def test_the_english_address_leads_to_a_translation_that_has_another(guide: GuidePage, client: Client) -> None:
    translation = translate(guide, "Tâl")
    translation.slug = "tal"
    translation.save_revision().publish()
    response = client.get("/cy/guidance/set-it-up/pay/?x=1")
    assert (response.status_code, response.headers["Location"]) == (302, "/cy/guidance/set-it-up/tal/?x=1")


def test_a_draft_of_a_translation_is_never_shown(guide: GuidePage, client: Client) -> None:
    translate(guide, "Tâl", live=False)
    page = page_at(client, "/cy/guidance/set-it-up/pay/")
    assert "Tâl" not in page
    assert NOTICE in page
    assert "Tâl" not in page_at(client, "/cy/guidance/")


def test_a_translation_that_was_unpublished_or_deleted_is_english_again(guide: GuidePage, client: Client) -> None:
    translation = translate(guide, "Tâl")
    assert "Tâl" in page_at(client, "/cy/guidance/")

    translation.unpublish()
    assert NOTICE in page_at(client, "/cy/guidance/set-it-up/pay/")
    assert "Tâl" not in page_at(client, "/cy/guidance/")
    assert "Cymraeg" in page_at(client, "/guidance/set-it-up/pay/")

    translation.delete()
    assert NOTICE in page_at(client, "/cy/guidance/set-it-up/pay/")


def test_a_copy_that_follows_the_original_is_no_translation(guide: GuidePage, client: Client) -> None:
    locale = Locale.objects.get(language_code=LANGUAGE)
    guide.copy_for_translation(locale, copy_parents=True, alias=True)

    page = page_at(client, "/cy/guidance/set-it-up/pay/")

    assert NOTICE in page
    assert '<link rel="canonical" href="http://testserver/guidance/set-it-up/pay/">' in page
    assert page_at(client, "/cy/guidance/").count("/cy/guidance/set-it-up/pay/") == 1


def test_a_translation_below_a_copy_is_found(guide: GuidePage, client: Client) -> None:
    locale = Locale.objects.get(language_code=LANGUAGE)
    guide.get_parent().specific.copy_for_translation(locale, copy_parents=True, alias=True)
    translate(guide, "Tâl")
    assert NOTICE not in page_at(client, "/cy/guidance/set-it-up/pay/")
    assert ">Tâl</a>" in page_at(client, "/cy/guidance/")


def test_a_guide_whose_stage_was_moved_in_one_language_is_found_in_both(guide: GuidePage, client: Client) -> None:
    other = make_stage(guide.section, "Keep it up", slug="keep-it-up")
    translation = translate(guide, "Tâl")
    translate(other, "Cadw")
    translation.move(other.get_translation(Locale.objects.get(language_code=LANGUAGE)), pos="last-child")

    assert "Tâl" in page_at(client, "/cy/guidance/keep-it-up/pay/")
    moved = client.get("/cy/guidance/set-it-up/pay/")
    assert moved.headers["Location"] == "/cy/guidance/keep-it-up/pay/"
    assert 'href="/cy/guidance/keep-it-up/pay/"' in page_at(client, "/guidance/set-it-up/pay/")
    # Where the original has it, and once.
    assert page_at(client, "/cy/guidance/").count(">Tâl</a>") == 1


def test_nowhere_in_either_language_is_404(guide: GuidePage, client: Client) -> None:
    assert '<html lang="cy"' in page_at(client, "/cy/guidance/set-it-up/nothing/", 404)
    guide.unpublish()
    page_at(client, "/cy/guidance/set-it-up/pay/", 404)


def test_a_translation_outlives_its_original_and_offers_no_link_to_it(guide: GuidePage, client: Client) -> None:
    translate(guide, "Tâl")
    guide.unpublish()
    page = page_at(client, "/cy/guidance/set-it-up/pay/")
    assert "Tâl" in page
    assert 'hreflang="en-GB"' not in page
    page_at(client, "/guidance/set-it-up/pay/", 404)
    assert "Tâl" in page_at(client, "/cy/guidance/")


def test_without_a_translated_home_page_everything_is_shown_instead(guide: GuidePage, client: Client) -> None:
    assert NOTICE in page_at(client, "/cy/")
    home = translate(home_page(), "Hafan", heading="Cymorth")
    assert "Cymorth" in page_at(client, "/cy/")
    home.unpublish()
    assert NOTICE in page_at(client, "/cy/")


@pytest.mark.parametrize("page", ["guide", "stage", "translation"])
def test_what_only_some_may_read_stays_so_in_every_language(page: str, guide: GuidePage, client: Client) -> None:
    translation = translate(guide, "Tâl")
    where = {"guide": guide, "stage": guide.get_parent(), "translation": translation}[page]
    PageViewRestriction.objects.create(page=where, restriction_type=PageViewRestriction.LOGIN)

    response = client.get("/cy/guidance/set-it-up/pay/")

    assert response.status_code == 302
    assert "Tâl" not in page_at(client, "/cy/guidance/")
    assert ">Pay</a>" not in page_at(client, "/cy/guidance/") or page == "translation"


def test_a_page_shown_instead_is_restricted_like_itself(guide: GuidePage, client: Client) -> None:
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/cy/guidance/set-it-up/pay/").status_code == 302


def test_a_language_whose_row_is_gone_is_shown_in_english(guide: GuidePage, client: Client) -> None:
    Locale.objects.get(language_code=LANGUAGE).delete()
    assert NOTICE in page_at(client, "/cy/guidance/set-it-up/pay/")
    assert "Pay" in page_at(client, "/guidance/set-it-up/pay/")


def test_links_in_running_text_stay_in_the_language(guide: GuidePage, client: Client) -> None:
    other = make_guide(guide.get_parent().specific, "Benefits", slug="benefits")
    links = (
        f'<a linktype="page" id="{other.pk}">one</a>',
        '<a href="/find/?q=a">two</a>',
        '<a href="//x.example/">three</a>',
    )
    guide.body = [("text", f"<p>{' '.join(links)}</p>")]
    guide.save_revision().publish()
    page = page_at(client, "/cy/guidance/set-it-up/pay/")
    for address, words in (
        ("/cy/guidance/set-it-up/benefits/", "one"),
        ("/cy/find/?q=a", "two"),
        ("//x.example/", "three"),
    ):
        assert f'<a href="{address}">{words}</a>' in page
    english = page_at(client, "/guidance/set-it-up/pay/")
    assert '<a href="/guidance/set-it-up/benefits/">one</a> <a href="/find/?q=a">two</a>' in english
