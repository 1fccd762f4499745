"""The demo's guides: each can be acted on, says who says so, and is found in the words people type."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext

from guidance.choices import Level
from guidance.demo.guide_files import read_guide_files
from guidance.models import GuidePage

pytestmark = pytest.mark.usefixtures("shared_demo")

WORDS = re.compile(r"\w[\w’'-]*")
MOST_QUERIES = 12

# The guide that answers comes first.
ASKED = {
    "how do I pay a peer worker": "pay-and-grading",
    "expenses and benefits": "expenses-and-benefits",
    "a peer worker has relapsed": "relapse-and-wellbeing",
    "social media and boundaries": "boundaries-and-social-media",
    "do we need PVG or DBS checks": "record-checks",
    "how often is supervision": "supervision",
    "lone working": "lone-working-and-insurance",
    "what does it cost": "costs-and-funding",
    "how do we know that it works": "evaluation",
    "what happens after two years": "endings-and-two-years",
}


def guides() -> list[GuidePage]:
    return list(GuidePage.objects.published().order_by("path"))


class Guides(TestCase):
    def test_there_are_enough_and_each_is_of_a_length_that_a_team_reads(self) -> None:
        written = [slug for slug, file in read_guide_files().items() if file.body]
        assert len(written) >= 18
        assert len(guides()) == 38
        for guide in GuidePage.objects.filter(slug__in=written):
            html = (
                Client().get(guide.url).content.decode().partition('class="hub-prose')[2].partition('id="related"')[0]
            )
            words = len(WORDS.findall(unescape(re.sub(r"<[^>]+>", " ", html))))
            # What each rule says of itself adds to the words of a guide.
            assert 500 <= words <= 2000, (guide.slug, words)

    def test_each_opens_with_what_one_has_at_its_end_and_closes_with_a_checklist(self) -> None:
        for guide in guides():
            assert guide.roles, guide.slug
            assert guide.jurisdictions, guide.slug
            assert guide.shown_question_list, guide.slug
            assert guide.outcomes, guide.slug
            assert guide.statements(), guide.slug
            assert guide.related_guides.count() >= 2, guide.slug
            assert guide.publishing_problems() == {}, guide.slug
            assert all(statement.identifier for statement in guide.statements()), guide.slug

    def test_every_must_and_should_says_who_says_so(self) -> None:
        for guide in guides():
            for rule in guide.requirements():
                assert rule["identifier"], (guide.slug, rule["text"])
                assert rule["jurisdictions"], (guide.slug, rule["text"])
                assert bool(rule["source"]["title"]) == (rule["level"] != Level.SUGGESTION), (guide.slug, rule["text"])
                if rule["level"] != Level.SUGGESTION:
                    assert rule["source"]["url"], (guide.slug, rule["text"])

    def test_scotland_and_england_have_rules_of_their_own(self) -> None:
        checks = GuidePage.objects.get(slug="record-checks")
        by_words = {rule["identifier"]: rule for rule in checks.requirements()}
        assert by_words["pvg-membership"]["jurisdictions"] == ["scotland"]
        assert by_words["dbs-by-activity"]["jurisdictions"] == ["england", "wales"]

    def test_words_that_people_type_lead_to_the_right_guide_first(self) -> None:
        for query, slug in ASKED.items():
            html = self.client.get("/search/", {"q": query}).content.decode().partition("<main")[2]
            found = re.findall(r'href="(/(?:guidance|services|stories|organisations)/[^"?#]+)"', html)
            assert found, query
            assert found[0].endswith(f"/{slug}/"), (query, found[:3])

    def test_no_guide_asks_the_database_more_than_it_may(self) -> None:
        addresses = [guide.url for guide in guides()]
        section = addresses[0].split("/")[1]
        addresses += [f"/{section}/", f"/{section}/?by=questions", f"/{section}/?for=hr&in=scotland"]
        for address in addresses:
            self.client.get(address)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert self.client.get(address).status_code == 200
            assert len(asked) <= MOST_QUERIES, (address, len(asked), [query["sql"][:90] for query in asked])
