"""What a screen reader hears on a page that stands in for its translation: each language with its own voice.

The hub's own words are marked in Welsh. In an element that says it is English there is no mark, and where the page is
Welsh there is nothing without one, but for what has one language in every hub.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from directory.models import Service
from tests.factories.readiness import answer, begin, questions
from tests.hub.translation.pseudo_language import ADDRESS, HUMAN, LETTER, OPEN, outside_marks

pytestmark = [pytest.mark.only_on("sqlite"), pytest.mark.usefixtures("shared_demo")]
# The same in every language.
NAMES = {"Peer Support Hub", "NHS 111"}
SILENT = {"script", "style", "title", "option"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
PAGES = (
    "/cy/",
    "/cy/guidance/",
    "/cy/guidance/?for=hr&by=questions",
    "/cy/guidance/deliver-it/",
    "/cy/guidance/deliver-it/relapse-and-wellbeing/",
    "/cy/guidance/deliver-it/liaison-and-diversion-role/",
    "/cy/guidance/deliver-it/learn-as-you-go/",
    "/cy/guidance/set-it-up/record-checks/",
    "/cy/guidance/set-it-up/print/",
    "/cy/guidance/requirements/",
    "/cy/guidance/requirements/?by=source",
    "/cy/guidance/requirements/?by=stage",
    "/cy/stories/",
    "/cy/about/",
    "/cy/glossary/",
)


class Voices(HTMLParser):
    """Every text with the language that it is said in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[str, str]] = []
        self.open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _tag, language, is_silent = self.open[-1] if self.open else ("", "", False)
        language = given.get("lang") or language
        is_silent = is_silent or tag in SILENT or "hub-languages" in (given.get("class") or "")
        self.said += [(language, value) for name, value in attrs if name in HUMAN and value and not is_silent]
        if tag not in VOID:
            self.open.append((tag, language, is_silent))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _tag, language, is_silent = self.open[-1] if self.open else ("", "", True)
        if not is_silent:
            self.said.append((language, " ".join(data.split())))


def voices(page: str) -> Iterator[tuple[str, str]]:
    reader = Voices()
    reader.feed(page)
    yield from reader.said


def misread(page: str) -> list[tuple[str, str]]:
    """Texts that are said in another language than they are in. A mark may open in one element and end in another."""
    found, depth = [], 0
    for language, text in voices(page):
        is_marked = depth > 0 or OPEN in text
        left, depth = outside_marks(text, depth)
        is_welsh = language == "cy" and any(
            LETTER.search(ADDRESS.sub("", piece)) for piece in left if piece.strip() not in NAMES
        )
        if is_welsh or (language == "en-GB" and is_marked and LETTER.search(text)):
            found.append((language, text))
    return found


@pytest.mark.parametrize("address", PAGES)
def test_each_language_has_its_own_voice(address: str, client: Client) -> None:
    page = client.get(address).content.decode()
    assert OPEN in page
    assert 'lang="en-GB" dir="ltr"' in page
    assert misread(page) == []


def test_a_readiness_check_has_the_voice_of_each_question(client: Client) -> None:
    opened = begin(client, stage="set-it-up")
    place = next(iter(questions().for_check(opened.check).questions)).partition(".")[2]
    answer(client, opened, **{place.replace("-", "_"): ("not-yet", "")})
    for path in ("stage/set-it-up/", "result/", "frameworks/", "plan/", "plan/print/"):
        page = client.get(f"/cy/guidance/readiness/{path}").content.decode()
        assert 'lang="en-GB" dir="ltr"' in page
        assert misread(page) == [], path


@pytest.mark.parametrize("address", ["/cy/services/lepps/", "/cy/find/?q=lived+experience"])
def test_what_a_listing_says_of_itself_is_in_the_language_of_the_hub(address: str, client: Client) -> None:
    service = Service.objects.get(slug="lepps")
    said = set(voices(client.get(address).content.decode()))
    for words in (service.name, service.summary, service.eligibility_description):
        assert ("en-GB", words) in said


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<html lang="cy"><p>⟦Source⟧: <b lang="en-GB">The Act</b></p>', []),
        ('<html lang="cy"><p>⟦Read <b>this⟧</b></p>', []),
        ('<html lang="cy"><p>⟦Source⟧: The Act</p>', [("cy", "⟦Source⟧: The Act")]),
        ('<html lang="cy"><p>The Act</p>', [("cy", "The Act")]),
        ('<html lang="cy"><div lang="en-GB"><p>⟦Source⟧</p></div>', [("en-GB", "⟦Source⟧")]),
        ('<html lang="cy"><img lang="en-GB" alt="⟦A map⟧">', [("en-GB", "⟦A map⟧")]),
    ],
)
def test_a_control_what_is_said_with_the_wrong_voice_is_found(page: str, found: list[tuple[str, str]]) -> None:
    assert misread(page) == found
