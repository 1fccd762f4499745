"""The parts of a listing: what is refused, what is said, what is public."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.models import (
    Accessibility,
    Area,
    Contact,
    CostOption,
    Language,
    Location,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from tests.factories.directory import ServiceFactory

NINE, FIVE, TWO, MIDNIGHT = time(9), time(17), time(2), time(0)
TODAY = date(2026, 11, 22)


def wrong_fields(part: object) -> set[str]:
    """The fields that a part's own rules complain about."""
    try:
        part.clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        (Contact(), {"title"}),
        (Contact(title="Duty worker"), {"phone"}),
        (Contact(phone="0141 496 0000"), {"title"}),
        (Contact(department="Referrals", email="a@b.example"), set()),
        (CostOption(), {"amount"}),
        (CostOption(amount=Decimal(0)), set()),
        (CostOption(amount_description="Ask"), set()),
        (CostOption(amount=1, valid_from=date(2027, 1, 2), valid_to=date(2027, 1, 1)), {"valid_to"}),
        (Language(), {"code"}),
        (Language(code="pl", name="Polish"), {"code"}),
        (Language(name="Wolof"), set()),
        (Schedule(byday="MO", opens_at=NINE), {"closes_at"}),
        (Schedule(byday="MO", closes_at=NINE), {"opens_at"}),
        (Schedule(byday="MO"), set()),
        (Schedule(byday="MO", opens_at=NINE, closes_at=NINE), {"closes_at"}),
        (Schedule(byday="MO", opens_at=MIDNIGHT, closes_at=MIDNIGHT), set()),
        (Schedule(byday="MO", interval=2), {"valid_from"}),
        (Schedule(byday="MO", interval=2, valid_from=TODAY), set()),
        (Schedule(byday="MO", interval=2, valid_from=TODAY, week_of_month=1), {"interval"}),
        (Schedule(byday="MO", valid_from=TODAY, valid_to=date(2020, 1, 1)), {"valid_to"}),
        (ServiceArea(valid_from=TODAY, valid_to=date(2020, 1, 1)), {"valid_to"}),
        (Area(valid_from=TODAY, valid_to=date(2020, 1, 1)), {"valid_to"}),
        (Location(latitude=55.8), {"longitude"}),
        (Location(longitude=-4.2), {"latitude"}),
        (Location(latitude=95, longitude=0), {"latitude"}),
        (Location(latitude=50, longitude=181), {"longitude"}),
        (Location(latitude=0, longitude=0), set()),
        (Service(wait_minimum=3, wait_maximum=2), {"wait_maximum"}),
        (Service(places_available=3, places_total=2), {"places_available"}),
        (Service(referrals_as_of=date(9999, 1, 1)), {"referrals_as_of"}),
        (Service(wait_minimum=3, wait_maximum=2, minimum_age=3, maximum_age=2), {"wait_maximum", "maximum_age"}),
    ],
)
def test_what_is_refused(part: object, fields: set[str]) -> None:
    assert wrong_fields(part) == fields


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Schedule(byday="MO", until_day="FR", opens_at=NINE, closes_at=FIVE), "Monday to Friday, 09:00 to 17:00"),
        (Schedule(byday="MO", until_day="MO", opens_at=NINE, closes_at=FIVE), "Monday, 09:00 to 17:00"),
        (Schedule(byday="FR", opens_at=FIVE, closes_at=TWO), "Friday, 17:00 to 02:00 the next day"),
        (Schedule(byday="FR", opens_at=FIVE, closes_at=MIDNIGHT), "Friday, 17:00 to 00:00"),
        (Schedule(byday="MO", until_day="SU", opens_at=MIDNIGHT, closes_at=MIDNIGHT), "Monday to Sunday, 24 hours"),
        (Schedule(byday="TU", week_of_month=1, opens_at=NINE, closes_at=FIVE),
         "First Tuesday of the month, 09:00 to 17:00"),
        (Schedule(byday="TU", week_of_month=-1), "Last Tuesday of the month"),
        (Schedule(byday="TU", interval=2, valid_from=TODAY), "Every second week: Tuesday"),
    ],
)  # fmt: skip
def test_opening_hours_in_words(schedule: Schedule, words: str) -> None:
    assert str(schedule) == words


def test_notes_on_opening_hours() -> None:
    today = timezone.localdate()
    schedule = Schedule(
        byday="MO", description="Women only", bank_holidays="closed", valid_from=today - timedelta(1), valid_to=today
    )
    assert schedule.notes == f"Women only; not on bank holidays; until {today.day} {today:%B %Y}"
    assert Schedule(byday="MO", valid_from=date(2999, 1, 1)).notes == "from 1 January 2999"
    assert Schedule(byday="MO").notes == ""


def test_days_that_go_over_the_weekend() -> None:
    assert Schedule(byday="FR", until_day="MO").weekdays == {4, 5, 6, 0}
    assert Schedule(byday="MO", until_day="SU").weekdays == set(range(7))
    assert Schedule(byday="WE").weekdays == {2}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"wait_minimum": 0}, "No wait"),
        ({"wait_maximum": 0}, "No wait"),
        ({"wait_minimum": 3}, "About 3 weeks"),
        ({"wait_minimum": 1}, "About 1 week"),
        ({"wait_minimum": 2, "wait_maximum": 4, "wait_unit": "days"}, "2 to 4 days"),
        ({"wait_minimum": 0, "wait_maximum": 1, "wait_unit": "months"}, "Up to 1 month"),
        ({"wait_maximum": 6}, "Up to 6 weeks"),
        ({"wait_time": "Until the next course"}, "Until the next course"),
        ({"wait_minimum": 2, "wait_time": "Until the next course"}, "About 2 weeks"),
    ],
)
def test_the_wait_in_words(fields: dict[str, object], words: str) -> None:
    assert Service(**fields).wait == words


@pytest.mark.parametrize(
    ("free", "total", "words"),
    [(None, None, ""), (0, 12, "0 of 12 places free"), (1, None, "1 place free"), (None, 8, "8 places in all")],
)
def test_places_in_words(free: int | None, total: int | None, words: str) -> None:
    assert Service(places_available=free, places_total=total).places == words


def test_what_was_said_about_referrals_is_not_relied_on_for_ever() -> None:
    today = timezone.localdate()
    service = Service(assured_date=today, referrals="open", referrals_as_of=today)
    assert service.availability == "open"
    service.referrals_as_of = today - timedelta(days=184)
    assert service.availability == "unknown"


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (CostOption(amount=Decimal("5.00"), amount_description="a week"), "£5 a week"),
        (CostOption(amount=Decimal("2.5")), "£2.50"),
        (CostOption(amount=Decimal(0), option="People on benefits"), "People on benefits: Free"),
        (CostOption(amount_description="Ask"), "Ask"),
    ],
)
def test_prices_in_words(cost: CostOption, words: str) -> None:
    assert str(cost) == words


def test_languages_in_words() -> None:
    assert str(Language(code="bfi", note="Tuesdays")) == "British Sign Language (Tuesdays)"
    assert str(Language(name="Wolof")) == "Wolof"


@pytest.mark.django_db
def test_an_area_that_ended_can_be_kept_but_not_chosen() -> None:
    ended = Area.objects.create(code="S12000046", name="Glasgow", kind="local_authority", valid_to=date(2019, 3, 31))
    assert ended.ended_note == "this area ended on 31 March 2019"
    service = ServiceFactory()
    assert wrong_fields(ServiceArea(service=service, area=ended)) == {"area"}
    kept = ServiceArea.objects.create(service=service, area=ended)
    assert wrong_fields(kept) == set()
    tomorrow = timezone.localdate() + timedelta(days=1)
    ending = Area.objects.create(code="S12000999", name="Ending", kind="local_authority", valid_to=tomorrow)
    assert wrong_fields(ServiceArea(service=service, area=ending)) == set()


@pytest.mark.django_db
def test_only_areas_in_force_count() -> None:
    today, day = timezone.localdate(), timedelta(days=1)
    service = ServiceFactory(areas=["S12000049", "S12000036", "S12000033"])
    ServiceArea.objects.filter(area__code="S12000036").update(valid_to=today - day)
    ServiceArea.objects.filter(area__code="S12000033").update(valid_from=today + day)
    fresh = Service.objects.get(pk=service.pk)
    assert [row.area.code for row in fresh.areas_in_force] == ["S12000049"]
    assert [row.area.code for row in ServiceArea.objects.in_force().filter(service=service)] == ["S12000049"]


def test_a_private_place_says_nothing_that_leads_there() -> None:
    place = Location(
        name="12 Secret Street", city="Testtown", transportation="Bus to Secret Street", latitude=1.0, longitude=2.0
    )
    place.accessibility = [
        Accessibility(description="Ramp", details="At Secret Street", url="https://secret.example/")
    ]
    assert (place.public_name, place.public_transportation) == ("12 Secret Street", "Bus to Secret Street")
    place.is_confidential = True
    assert (place.public_name, place.public_address, place.public_point) == ("Testtown", "Testtown", None)
    assert place.public_transportation == ""
    assert [str(row) + row.url for row in place.public_accessibility] == ["Ramp"]
    assert ServiceAtLocation(location=place, description="Ring at Secret Street").public_description == ""
    place.city = ""
    assert place.public_name == "Address kept private"
