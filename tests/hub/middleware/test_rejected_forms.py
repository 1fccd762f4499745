"""What was typed survives a stale token and the end of a session, and reaches nobody else."""

import re
from datetime import timedelta
from html import escape, unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.models import Enquiry, Note, UnsavedText
from directory.models import Organization
from hub.accounts import roles
from hub.models import User
from tests.factories.directory import OrganizationFactory, TermFactory
from tests.factories.enquiries import fill, make_enquiry
from tests.factories.hub import current_code, make_superuser, make_user

pytestmark = pytest.mark.django_db
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate"}
CANARY = 'Jo <b>"Canary"</b> & co'
PASSWORD = "correct horse battery"


@pytest.fixture
def browser() -> Client:
    """Checks tokens, as browsers meet them."""
    return Client(enforce_csrf_checks=True)


def hidden(html: str, name: str) -> str:
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', html).group(1))


def token_of(html: str) -> str:
    return hidden(html, "csrfmiddlewaretoken")


def post(browser: Client, address: str, data: dict, **headers: str):
    return browser.post(address, data, headers={**HERE, **headers})


# The enquiry


def open_form(browser: Client) -> dict[str, str]:
    """The page on which words are typed, of an enquiry in the making."""
    for slug, taxonomy in (("community-sentence", "setting"), ("housing", "need")):
        TermFactory(slug=slug, taxonomy=taxonomy)
    walk = Client()
    fill(walk)
    browser.cookies.update(walk.cookies)
    html = browser.get("/enquiries/1/q5/").content.decode()
    return {"state": hidden(html, "state"), "csrfmiddlewaretoken": token_of(html), "words": CANARY}


def spoil(browser: Client, data: dict[str, str], how: str) -> dict[str, str]:
    if how == "cookie gone":
        browser.cookies.clear()
    elif how == "token stale":
        data["csrfmiddlewaretoken"] = "x" * 64
    elif how == "token missing":
        del data["csrfmiddlewaretoken"]
    elif how == "cookie malformed":
        browser.cookies["csrftoken"] = "short"
    return data


@pytest.mark.parametrize("address", ["/enquiries/answer/", "/enquiries/save/"])
@pytest.mark.parametrize("how", ["cookie gone", "token stale", "token missing", "cookie malformed"])
def test_an_enquiry_comes_back_as_typed_with_a_token_that_works(browser: Client, how: str, address: str) -> None:
    data = spoil(browser, open_form(browser), how)
    response = post(browser, address, data)
    html = response.content.decode()
    assert response.status_code == 403
    assert escape(CANARY) in html
    assert CANARY not in html
    assert "Nothing was saved" in html
    assert "no-store" in response.headers["Cache-Control"]
    assert not Enquiry.objects.exists()
    again = post(browser, address, {**data, "csrfmiddlewaretoken": token_of(html), "state": hidden(html, "state")})
    assert again.status_code in (200, 303)
    if how != "cookie gone":
        assert escape(CANARY) in browser.get("/enquiries/1/q5/").content.decode()
    else:
        assert escape(CANARY) in again.content.decode(), "the draft went with the cookie; the words stay on the page"


def test_a_form_without_its_state_comes_back_too(browser: Client) -> None:
    html = post(browser, "/enquiries/answer/", {"words": CANARY, "state": "gone", "step": "q5"}).content.decode()
    assert escape(CANARY) in html


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://other.testserver"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": ""},
    ],
)
def test_another_site_cannot_fill_our_pages(browser: Client, headers: dict[str, str]) -> None:
    for address in ("/enquiries/answer/", "/admin/snippets/directory/organization/add/"):
        response = post(browser, address, {"words": CANARY, "name": CANARY, "state": ""}, **headers)
        assert response.status_code == 403
        assert "Canary" not in response.content.decode()


def test_another_site_that_only_has_a_referrer_cannot_either(browser: Client) -> None:
    response = browser.post(
        "/enquiries/answer/", {"words": CANARY, "step": "q5"}, headers={"Referer": "https://evil.example/"}
    )
    assert "Canary" not in response.content.decode()
    response = browser.post("/enquiries/answer/", {"words": CANARY, "step": "q5"}, secure=True)
    assert "Canary" not in response.content.decode()


# The inbox


def make_moderator(email: str) -> User:
    return make_user(roles.MODERATORS, email, PASSWORD)


@pytest.fixture
def moderator() -> User:
    return make_moderator("moderator@staff.example")


@pytest.fixture
def colleague() -> User:
    return make_moderator("colleague@staff.example")


@pytest.fixture
def enquiry() -> Enquiry:
    return make_enquiry()


@pytest.fixture
def signed_in(browser: Client, moderator: User) -> Client:
    browser.force_login(moderator)
    return browser


def note_form(browser: Client, enquiry: Enquiry) -> dict[str, str]:
    html = browser.get(reverse("enquiries_inbox:enquiry", args=[enquiry.pk])).content.decode()
    return {"csrfmiddlewaretoken": token_of(html), "writer": hidden(html, "writer"), "text": CANARY}


def note_address(enquiry: Enquiry) -> str:
    return reverse("enquiries_inbox:note", args=[enquiry.pk])


def page_of(browser: Client, enquiry: Enquiry) -> str:
    return browser.get(reverse("enquiries_inbox:enquiry", args=[enquiry.pk])).content.decode()


def test_a_note_with_a_stale_token_comes_back_and_can_be_saved(signed_in: Client, enquiry: Enquiry) -> None:
    data = note_form(signed_in, enquiry)
    response = post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": "x" * 64})
    html = response.content.decode()
    assert response.status_code == 403
    assert escape(CANARY) in html
    assert "has not been saved" in html
    assert not Note.objects.exists()
    saved = post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": token_of(html)})
    assert saved.status_code == 302
    assert Note.objects.count() == 1
    assert not UnsavedText.objects.exists()
    assert "has not been saved" not in page_of(signed_in, enquiry)


@pytest.mark.parametrize("has_token", [True, False])
def test_a_note_written_while_the_session_ended_is_there_after_signing_in(
    signed_in: Client, moderator: User, enquiry: Enquiry, has_token: bool, caplog: pytest.LogCaptureFixture
) -> None:
    data = note_form(signed_in, enquiry)
    del signed_in.cookies["sessionid"]
    if not has_token:
        data["csrfmiddlewaretoken"] = "x" * 64
    response = post(signed_in, note_address(enquiry), data)
    assert response.status_code == 303
    assert "Canary" not in response.headers["Location"] + str(response.cookies) + caplog.text
    assert "Canary" not in UnsavedText.objects.get().sealed_text
    assert not Note.objects.exists()
    moderator.set_password(PASSWORD)
    moderator.save()
    sign_in = signed_in.get(response.headers["Location"])
    where = hidden(sign_in.content.decode(), "next")
    credentials = {"username": moderator.email, "password": PASSWORD, "next": where}
    credentials["csrfmiddlewaretoken"] = token_of(sign_in.content.decode())
    back = post(signed_in, "/admin/login/", credentials)
    assert back.status_code == 302
    asked = signed_in.get(back.headers["Location"], follow=True).content.decode()
    assert "Canary" not in asked
    code = {name: hidden(asked, name) for name in ("next", "csrfmiddlewaretoken")} | {"code": current_code()}
    passed = post(signed_in, reverse("second_factor:enter"), code)
    assert passed.status_code == 302
    html = signed_in.get(passed.headers["Location"]).content.decode()
    assert escape(CANARY) in html
    assert "has not been saved" in html


def test_somebody_else_who_signs_in_here_sees_nothing(
    signed_in: Client, enquiry: Enquiry, moderator: User, colleague: User
) -> None:
    data = note_form(signed_in, enquiry)
    signed_in.force_login(colleague)
    response = post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": "x" * 64})
    assert "Canary" not in response.content.decode()
    assert "Canary" not in page_of(signed_in, enquiry)
    signed_in.force_login(moderator)
    assert escape(CANARY) in page_of(signed_in, enquiry)


def test_it_is_kept_for_an_hour_only_and_goes_with_its_enquiry(signed_in: Client, enquiry: Enquiry) -> None:
    data = note_form(signed_in, enquiry)
    post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": "x" * 64})
    UnsavedText.objects.update(kept_until=timezone.now() - timedelta(seconds=1))
    assert "Canary" not in page_of(signed_in, enquiry)
    post(signed_in, note_address(make_enquiry()), {**data, "csrfmiddlewaretoken": "x" * 64})
    post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": "x" * 64})
    assert UnsavedText.objects.count() == 1


@pytest.mark.parametrize("writer", ["", "forged", None])
def test_nothing_is_kept_without_a_form_of_ours(browser: Client, enquiry: Enquiry, writer: str | None) -> None:
    data = {"text": CANARY} if writer is None else {"text": CANARY, "writer": writer}
    response = post(browser, note_address(enquiry), data)
    assert response.status_code == 403
    assert not UnsavedText.objects.exists()


def test_another_site_cannot_have_a_note_kept(signed_in: Client, enquiry: Enquiry) -> None:
    data = note_form(signed_in, enquiry)
    post(signed_in, note_address(enquiry), {**data, "csrfmiddlewaretoken": ""}, Origin="https://evil.example")
    assert not UnsavedText.objects.exists()


def test_why_an_enquiry_was_closed_survives_as_well(signed_in: Client, moderator: User, enquiry: Enquiry) -> None:
    post_claim = reverse("enquiries_inbox:claim", args=[enquiry.pk])
    post(signed_in, post_claim, note_form(signed_in, enquiry))
    data = {**note_form(signed_in, enquiry), "reason": "no_contact", "note": CANARY, "text": ""}
    del signed_in.cookies["sessionid"]
    assert post(signed_in, reverse("enquiries_inbox:close", args=[enquiry.pk]), data).status_code == 303
    signed_in.force_login(moderator)
    html = page_of(signed_in, enquiry)
    assert escape(CANARY) in html
    assert re.search(r'value="no_contact" checked', html)


# The rest of the admin


def organization_data(**changes: str) -> dict[str, str]:
    empty = dict.fromkeys(("slug", "alternate_name", "description", "legal_status", "url", "email"), "")
    return {"name": CANARY, **empty, **changes}


def test_a_listing_that_was_edited_while_signed_out_can_be_sent_again(browser: Client) -> None:
    editor = make_superuser(password=PASSWORD)
    row = OrganizationFactory(name="Before")
    address = reverse("wagtailsnippets_directory_organization:edit", args=[row.pk])
    browser.force_login(editor)
    token = token_of(browser.get(address).content.decode())
    del browser.cookies["sessionid"]
    data = organization_data(**{"csrfmiddlewaretoken": token, "action-publish": "1"})
    out = post(browser, address, data)
    assert out.status_code == 403
    assert "You are signed out" in out.content.decode()
    assert hidden(out.content.decode(), "name") == CANARY
    browser.force_login(editor)
    stale = post(browser, address, {**data, "csrfmiddlewaretoken": "x" * 64})
    html = stale.content.decode()
    assert stale.status_code == 403
    assert hidden(html, "name") == CANARY
    assert Organization.objects.get().name == "Before"
    sent = {name: unescape(value) for name, value in re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', html)}
    assert post(browser, address, sent).status_code == 302
    assert Organization.objects.get().name == CANARY


def test_passwords_are_not_shown_again(browser: Client) -> None:
    for address in ("/admin/users/add/", "/admin/account/"):
        response = post(browser, address, {"email": "a@hub.example", "password1": CANARY, "new_password": CANARY})
        assert "Canary" not in response.content.decode()
    response = post(browser, "/admin/login/?next=/admin/", {"username": "x", "password": CANARY})
    assert response.status_code == 303
    assert response.headers["Location"] == "/admin/login/?next=/admin/"


def test_scripts_are_answered_as_before(browser: Client) -> None:
    headers = {"X-Requested-With": "XMLHttpRequest"}
    response = post(browser, "/admin/images/multiple/add/", {"title": CANARY}, **headers)
    assert "Canary" not in response.content.decode()
