"""The rules of a listing as the database has them: what counts as confirmed, and that both ways to read agree."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import Area, Service, ServiceArea
from directory.models.listing_words import CHECK_INTERVAL
from directory.referral.recorded_rules import read_rules, rules_of
from directory.referral.rules import Rules
from tests.factories.directory import OrganizationFactory, ServiceFactory
from tests.factories.referral import FACTS

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
ONE_DAY = timedelta(days=1)


def rules(**fields: object) -> Rules:
    """The rules of a listing, which both ways to read must give alike, down to the order of every name."""
    service = ServiceFactory(**fields)
    found = read_rules([service.pk])[service.pk]
    loaded = Service.objects.published().with_parts().get(pk=service.pk)
    assert loaded is not None
    assert repr(rules_of(loaded)) == repr(found)
    return found


def test_a_checked_listing_confirms_every_fact() -> None:
    found = rules(assured_with="The manager")
    assert set(found.confirmed) == set(FACTS)
    assert {(known.on, known.by) for known in found.confirmed.values()} == {(TODAY(), "The manager")}


def test_an_unchecked_listing_confirms_what_was_confirmed_by_itself() -> None:
    assert rules(assured_date=None).confirmed == {}
    found = rules(assured_date=None, confirmed={"gender": TODAY() - ONE_DAY})
    assert set(found.confirmed) == {"gender"}


def test_an_old_confirmation_is_not_relied_on() -> None:
    last_day = TODAY() - CHECK_INTERVAL
    assert CHECK_INTERVAL.days == 183
    assert set(rules(assured_date=last_day).confirmed) == set(FACTS)
    assert rules(assured_date=last_day - ONE_DAY).confirmed == {}
    old = {"age": last_day - ONE_DAY, "area": last_day}
    assert set(rules(assured_date=None, confirmed=old).confirmed) == {"area"}


def test_the_later_of_two_confirmations_counts() -> None:
    week = 7 * ONE_DAY
    found = rules(assured_date=TODAY() - week, confirmed={"age": TODAY(), "area": TODAY() - 2 * week})
    assert found.confirmed["age"].on == TODAY()
    assert found.confirmed["area"].on == TODAY() - week


def test_an_open_question_beats_every_confirmation() -> None:
    found = rules(
        questions={"gender": "Does it see women?", "hours": "When is it open?"}, confirmed={"gender": TODAY()}
    )
    assert set(found.confirmed) == set(FACTS) - {"gender"}
    assert found.questions["gender"] == "Does it see women?"


def test_of_two_questions_about_one_fact_the_editors_first_is_asked() -> None:
    found = rules(questions=[("gender", "Zebra?"), ("gender", "Antelope?")])
    assert found.questions == {"gender": "Zebra?"}


def test_names_stand_in_one_order_everywhere() -> None:
    found = rules(
        settings=["prison", "court", "licence"],
        routes=["self", "police"],
        orders=["dtto", "community-payback-order"],
        areas=["S12000049", "S12000036", "hmp-perth", "hmp-barlinnie"],
    )
    assert list(found.settings) == ["court", "licence", "prison"]
    assert list(found.areas) == ["S12000036", "S12000049"]
    assert list(found.establishments) == ["hmp-barlinnie", "hmp-perth"]
    assert {place.kind for place in found.establishments.values()} == {"prison"}


def test_an_area_counts_while_it_is_covered() -> None:
    service = ServiceFactory(areas=["S12000049"])
    for code, dates in {
        "S12000036": {"valid_from": TODAY() + ONE_DAY},
        "S12000033": {"valid_to": TODAY() - ONE_DAY},
        "S12000034": {"valid_to": TODAY()},
    }.items():
        area = Area.objects.create(code=code, name=code, kind="local_authority")
        ServiceArea.objects.create(service=service, area=area, **dates)
    assert set(read_rules([service.pk])[service.pk].areas) == {"S12000049", "S12000034"}


def test_full_and_wait_count_as_long_as_they_are_new() -> None:
    assert rules(referrals="full").is_full
    assert not rules(referrals="full", referrals_as_of=TODAY() - CHECK_INTERVAL - ONE_DAY).is_full
    assert not rules(referrals="full", assured_date=None).is_full
    assert not rules(referrals="waiting").is_full


def test_another_service_of_the_same_partners_makes_gender_matter() -> None:
    first, second, third = OrganizationFactory.create_batch(3)
    for women, changes in ((True, {}), (False, {"live": False})):
        gender = "women" if women else "men"
        ServiceFactory(organization=first, partners=[second], gender=gender, **changes)
    alike = rules(organization=second, partners=[first])
    assert alike.related_gender == "women"
    assert alike.may_depend_on_gender
    assert rules(organization=first, partners=[third]).related_gender == ""
    assert rules(organization=first).related_gender == ""
    assert rules(organization=second, partners=[first], gender="anyone").related_gender == ""
    ServiceFactory(organization=second, partners=[first, third], gender="men")
    assert rules(organization=first, partners=[second]).related_gender == "", "together they take both"


def test_many_are_read_in_few_queries() -> None:
    partner = OrganizationFactory()
    keys = [ServiceFactory(settings=["court"], areas=["S12000049"], partners=[partner]).pk for _ in range(6)]
    for some in (keys[:1], keys):
        with CaptureQueriesContext(connection) as captured:
            assert set(read_rules(some)) == set(some)
        assert len(captured) <= 3
    assert read_rules([]) == {}
    assert read_rules([keys[0], 999_999]).keys() == {keys[0]}
