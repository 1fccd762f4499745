"""On the main public pages, all that does not come from the database goes through gettext."""

import pytest
from django.test import Client

from directory.enquiries.content.consent_wording import CONSENT_WORDINGS
from tests.hub.translation.pseudo_language import CLOSE, OPEN, speak, stored_texts, unmarked

pytestmark = [pytest.mark.only_on("sqlite")]
# The same in every language: names, numbers to call, and what somebody typed.
NAMES = {"Peer Support Hub", "NHS 111"}
# What somebody agreed to is kept with the enquiry as it was shown: another language is another wording.
SAID = [text for words in CONSENT_WORDINGS.values() for text in words.values()]
CONSENT = {part for text in SAID for part in (text, *text.split(", "))}
PAGES = (
    "/find/",
    "/search/",
    "/for/",
    "/release/",
    "/list/",
    "/enquiries/new/",
    "/enquiries/find/",
    "/enquiries/come-back/",
    "/enquiries/on-paper/",
    "/guidance/readiness/",
    "/guidance/requirements/",
    "/glossary/",
    "/nothing-is-here/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_marked_but_for_what_the_database_says(
    address: str, db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with speak(monkeypatch):
        page = client.get(address).content.decode()
    assert OPEN in page
    assert unmarked(page, stored_texts() | NAMES | CONSENT) == []


@pytest.mark.parametrize(
    "address", ["/enquiries/find/", "/enquiries/come-back/", "/release/", "/guidance/readiness/open/"]
)
def test_errors_of_a_form_are_marked(address: str, db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with speak(monkeypatch):
        page = client.post(address, {}).content.decode()
    assert "govuk-error" in page
    assert unmarked(page, stored_texts() | NAMES | CONSENT) == []


def test_a_control_what_is_not_translated_is_found() -> None:
    page = f"<p>{OPEN}Hello <b>Ann</b>{CLOSE}, Glasgow. Not this</p><img alt='nor this'>"
    assert unmarked(page, {"Glasgow"}) == ["Glasgow. Not this", "nor this"]
