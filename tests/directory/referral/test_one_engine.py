"""Finder, panel and plan give one answer for one person and one service."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone

from directory.demo.create import LISTINGS
from directory.finder import results
from directory.models import Area, Confirmation, OpenQuestion, Service
from directory.referral.answers import Eligibility
from directory.referral.recorded_rules import read_rules, rules_of
from directory.release.plan import ReleasePlan
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.referral import say

pytestmark = pytest.mark.usefixtures("shared_demo")

LOW_MOSS, STIRLING = "hmp-low-moss", "hmp-stirling"
GLASGOW, EDINBURGH, SCOTLAND = "S12000049", "S12000036", "S92000003"
PEOPLE = [
    {"age": "17", "gender": "woman", "setting": "police-custody", "home": "G51", "route": "police"},
    {"age": "34", "gender": "man", "setting": "before-release", "establishment": LOW_MOSS, "home": "G42"},
    {"setting": "before-release", "establishment": STIRLING, "home": "G42", "route": "prison-staff"},
    {"setting": "court", "order": "dtto", "age": "15"},
    {"setting": "licence", "order": "licence", "home": "EH1", "route": "self"},
    {"gender": "other", "setting": "community-sentence", "order": "community-payback-order"},
    {"establishment": LOW_MOSS, "age": "70"},
    {"home": "G73"},
]


def _various() -> Iterator[Service]:
    """Listings with whatever can decide an answer, sure, unsure and in question."""
    today, old = timezone.localdate(), timezone.localdate() - timedelta(days=184)
    partner = OrganizationFactory()
    facts: list[dict] = [
        {"settings": ["licence"], "areas": [SCOTLAND]},
        {"settings": ["before-release"], "areas": [GLASGOW], "gender": "men"},
        {"settings": ["prison", "licence"], "areas": [LOW_MOSS, GLASGOW]},
        {"settings": ["prison", "before-release"], "areas": [STIRLING], "gender": "women"},
        {"settings": ["court", "community-sentence"], "orders": ["dtto"], "areas": [EDINBURGH]},
        {"settings": ["police-custody"], "routes": ["police", "health"], "maximum_age": 25},
        {"routes": ["self"], "minimum_age": 18, "areas": [GLASGOW]},
        {"routes": ["any-professional"], "minimum_age": 16, "maximum_age": 60},
        {"is_helpline": True, "gender": "women", "areas": [SCOTLAND]},
        {"is_helpline": True, "settings": ["prison"], "routes": ["police"]},
        {"gender": "women", "partners": [partner], "organization": partner},
        {"referrals": "full", "areas": [LOW_MOSS]},
        {},
    ]
    sureness: list[dict] = [
        {},
        {"assured_date": None},
        {"assured_date": old},
        {"assured_date": None, "confirmed": {"setting": today, "gender": old, "area": today}},
        {"questions": {"gender": "Does it see women?", "age": "From what age?"}},
    ]
    for fields in facts:
        for changes in sureness:
            yield ServiceFactory(**fields, **changes)


def _make_services() -> None:
    call_command("make_services", "200", stdout=StringIO())
    synthetic = list(Service.objects.filter(is_synthetic=True).order_by("pk"))
    Confirmation.objects.bulk_create(
        Confirmation(service=service, fact="gender", confirmed_on=timezone.localdate()) for service in synthetic[::3]
    )
    OpenQuestion.objects.bulk_create(
        OpenQuestion(service=service, about="area", question="Where?") for service in synthetic[::7]
    )
    list(_various())


def finder_answers(client: Client) -> tuple[dict[str, str], int, int]:
    """The answer on each card by slug, and how many services say no and how many do not."""
    answers, number, pages = {}, 1, 1
    while number <= pages:
        page = client.get(f"/find/?page={number}").context["page"]
        shown = {card.service.slug: str(card.fit.answer) for card in page.cards}
        refusing = {card.service.slug: str(card.fit.answer) for card in page.refusing_cards}
        assert "no" not in shown.values()
        assert set(refusing.values()) <= {"no"}
        answers |= shown | refusing
        number, pages = number + 1, page.pages
    return answers, page.total, page.refusing


def page_answer(client: Client, slug: str) -> Eligibility:
    return client.get(f"/services/{slug}/").context["answer"].eligibility


def somebody(**said: str) -> Client:
    client = Client()
    assert say(client, **said).status_code == 303
    return client


# So many services take as long to make as all the tests together, so they are made once.
class OneEngine(TestCase):
    """Made-up services by the hundred, those of the demo, and one of every kind that matters."""

    @classmethod
    def setUpTestData(cls) -> None:
        _make_services()

    def setUp(self) -> None:
        # A search that finds so many new listings would leave some for the next one.
        call_command("search", "update", stdout=StringIO())
        # Whole answers on few pages.
        for changed in (
            patch.object(results, "PAGE_SIZE", 100),
            patch.dict(results.search_query.__kwdefaults__, limit=100),
            patch.object(results, "MOST_REFUSING", 100),
        ):
            changed.start()
            self.addCleanup(changed.stop)

    def test_every_way_to_read_the_rules_gives_the_same(self) -> None:
        services = list(Service.objects.all())
        read = read_rules([service.pk for service in services])
        assert len(read) == len(services) > 280
        loaded = Service.objects.published().with_parts().in_bulk()
        assert set(loaded) == set(read)
        for service in services:
            assert repr(rules_of(loaded[service.pk])) == repr(read[service.pk]), service

    def test_finder_and_page_agree_for_everybody(self) -> None:
        slugs = list(Service.objects.order_by("is_synthetic", "-pk").values_list("slug", flat=True))
        assert Client().get("/find/").context["page"].total == len(slugs)
        for number, person in enumerate(PEOPLE):
            client = somebody(**person)
            answers, total, refusing = finder_answers(client)
            assert total + refusing == len(slugs)
            assert len(answers) == total + min(refusing, 100)
            assert set(answers.values()) >= {"ask"}
            # Each of the demo's and of those that were made to decide meets somebody, and some of the others do.
            own = 65 + len(LISTINGS)
            for slug in (*slugs[:own][number :: len(PEOPLE)], *slugs[own:][number :: 8 * len(PEOPLE)]):
                assert str(page_answer(client, slug).answer) == answers.get(slug, "no"), (slug, person)

    def test_finder_and_page_give_the_same_reason(self) -> None:
        client = somebody(**PEOPLE[1])
        for card in client.get("/find/").context["page"].cards[:20]:
            found = page_answer(client, card.service.slug)
            assert card.fit.reason == found.deciding[0]
            assert card.fit.more == len(found.deciding) - 1

    def test_the_plan_agrees_with_finder_and_page(self) -> None:
        for prison in (LOW_MOSS, STIRLING):
            client = Client()
            plan = self._plan(client, prison)
            said, _, _ = finder_answers(client)
            found = {
                (card.service.slug, str(card.fit.answer))
                for step in plan.steps[:2]
                for card in (*step.starting, *step.continuing, *step.others, *step.unfit)
            }
            assert len(found) > 5
            assert found <= set(said.items())
            assert "no" not in dict(found).values()
            for slug, answer in list(found)[:10]:
                assert str(page_answer(client, slug).answer) == answer
            # After release the same person is on licence.
            said, _, _ = finder_answers(somebody(setting="licence", age="34", home="G42", establishment=prison))
            after = plan.steps[2]
            assert after.starting
            for card in (*after.starting, *after.continuing, *after.others, *after.unfit):
                assert str(card.fit.answer) == said[card.service.slug] != "no"

    def _plan(self, client: Client, prison: str) -> ReleasePlan:
        day = timezone.localdate() + timedelta(days=20)
        when = {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
        client.post("/release/", {"prison": prison, "home": "G42", "age": "34", **when})
        return client.get("/release/plan/").context["plan"]

    def test_who_is_held_where_only_women_are_is_not_given_what_is_for_men(self) -> None:
        assert Area.objects.get(code=STIRLING).holds == "women"
        answers, _, _ = finder_answers(somebody(**PEOPLE[2]))
        men = Service.objects.filter(gender="men", assured_date=timezone.localdate(), open_questions=None)
        assert men
        assert {answers.get(slug, "no") for slug in men.values_list("slug", flat=True)} == {"no"}
