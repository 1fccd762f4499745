"""What of a listing can be found, and when it follows a change elsewhere."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from directory.indexing.documents import build_documents, covering_codes
from directory.models import Area, Confirmation, OpenQuestion, ServiceArea, TaxonomyTerm, WayIn
from directory.models.listing_words import CHECK_INTERVAL
from search.registry import registration_of
from tests.factories.directory import ServiceFactory
from tests.factories.referral import say

pytestmark = pytest.mark.django_db


def total(client: Client, text: str) -> int:
    return client.get("/find/", {"q": text}).context["page"].total


def test_renaming_what_a_listing_shows_is_found(client: Client) -> None:
    service = ServiceFactory(needs=["housing"], areas=["S12000049"])
    assert total(client, "Zebra") == 0
    for thing in (service.organization, TaxonomyTerm.objects.get(slug="housing"), Area.objects.get()):
        old = thing.name
        thing.name = "Zebra"
        thing.save()
        assert total(client, "Zebra") == 1, thing
        thing.name = old
        thing.save()
        assert total(client, "Zebra") == 0, thing


def test_an_area_inside_another_is_not_counted_twice() -> None:
    assert covering_codes(["S12000049", "S92000003", "E92000001"]) == ("S92000003", "E92000001")


def test_documents_are_for_the_public_only() -> None:
    shown, hidden = ServiceFactory(), ServiceFactory(live=False)
    documents = list(build_documents([shown.pk, hidden.pk, 999_999]))
    assert [document.key for document in documents] == [str(shown.pk)]


def test_no_keys_give_no_documents(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert list(build_documents([])) == []


def test_where_facts_come_from_and_what_is_in_question_is_not_found() -> None:
    service = ServiceFactory(questions={"age": "canary-question?"}, source_note="canary-source")
    (document,) = build_documents([service.pk])
    assert "canary" not in repr(document)


def test_only_what_was_confirmed_turns_somebody_away() -> None:
    fields = {"gender": "women", "minimum_age": 18, "settings": ["court"], "routes": ["police"]}
    (sure,) = build_documents([ServiceFactory(**fields).pk])
    assert sure.facets["takes_gender"] == ("woman", "other")
    assert sure.facets["takes_setting"] == ("court",)
    for changes in ({"assured_date": None}, {"questions": dict.fromkeys(("gender", "setting", "age", "route"), "?")}):
        (unsure,) = build_documents([ServiceFactory(**fields, **changes).pk])
        takes = {facet: values for facet, values in unsure.facets.items() if facet.startswith("takes_")}
        assert len(takes) == 7
        assert set(takes.values()) == {("any",)}


@pytest.mark.parametrize("part", ["ways", "confirmations", "questions"])
def test_a_part_that_changes_alone_is_found(client: Client, part: str) -> None:
    service = ServiceFactory(gender="women", assured_date=None if part == "confirmations" else timezone.localdate())
    say(client, gender="man")
    before = client.get("/find/").context["page"]
    if part == "ways":
        assert client.get("/find/?way=call").context["page"].total == 0
        WayIn.objects.create(service=service, kind="call")
        say(client, gender="woman")
        assert client.get("/find/?way=call").context["page"].total == 1
    elif part == "confirmations":
        assert (before.total, before.refusing) == (1, 0)
        Confirmation.objects.create(service=service, fact="gender", confirmed_on=timezone.localdate())
        assert client.get("/find/").context["page"].refusing == 1
    else:
        assert (before.total, before.refusing) == (0, 1)
        OpenQuestion.objects.create(service=service, about="gender", question="Does it see men?")
        assert client.get("/find/").context["page"].total == 1


def test_a_batch_of_documents_needs_a_fixed_number_of_queries(django_assert_num_queries) -> None:
    keys = [service.pk for service in ServiceFactory.create_batch(6, needs=["a", "b"], areas=["S12000049"])]
    with django_assert_num_queries(14):
        assert len(list(build_documents(keys[:2]))) == 2
    with django_assert_num_queries(14):
        assert len(list(build_documents(keys))) == 6


def test_a_day_that_passes_changes_what_it_touches() -> None:
    today, day = timezone.localdate(), timedelta(days=1)
    yesterday = today - day
    same = ServiceFactory(areas=["S12000049"])
    begins, ended = ServiceFactory(areas=["S12000049"]), ServiceFactory(areas=["S12000049"])
    ServiceArea.objects.filter(service=begins).update(valid_from=today)
    ServiceArea.objects.filter(service=ended).update(valid_to=yesterday)
    unchecked = ServiceFactory(assured_date=yesterday - CHECK_INTERVAL)
    unsaid = ServiceFactory(referrals_as_of=yesterday - CHECK_INTERVAL)
    doubted = ServiceFactory(confirmed={"age": yesterday - CHECK_INTERVAL})
    changed = registration_of("service").daily_changes
    assert set(changed(yesterday, today)) == {begins.pk, ended.pk, unchecked.pk, unsaid.pk, doubted.pk}
    assert set(changed(today, today + day)).isdisjoint({same.pk, begins.pk, ended.pk})
