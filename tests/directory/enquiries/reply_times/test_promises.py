"""No page promises a day on which nobody works."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from directory.enquiries.models import Enquiry
from directory.enquiries.reply_times.working_days import working_day_after
from tests.factories.enquiries import send

pytestmark = pytest.mark.django_db
RECEIPT = "/enquiries/receipt/"


def test_bank_holidays_of_the_nation_are_no_working_days() -> None:
    friday = date(2026, 11, 27)
    assert working_day_after(friday, 1, "G31") == date(2026, 12, 1), "St Andrew's Day"
    assert working_day_after(friday, 1) == date(2026, 12, 1), "a day kept anywhere, where nothing is known"
    assert working_day_after(date(2026, 4, 3), 1, "G31") == date(2026, 4, 6), "Easter Monday is a working day here"
    assert working_day_after(date(2026, 4, 3), 1) == date(2026, 4, 7)
    assert working_day_after(date(2026, 4, 3), 1, "Manchester") == date(2026, 4, 7)
    assert working_day_after(date(2026, 3, 16), 1, "Belfast") == date(2026, 3, 18)
    assert working_day_after(date(2026, 12, 31), 1, "Govan, Glasgow") == date(2027, 1, 5)
    assert working_day_after(friday, 1, "M1") == date(2026, 11, 30)
    assert working_day_after(friday, 1, "TD15") == date(2026, 12, 1), "both sides of the border"
    assert working_day_after(date(2026, 12, 24), 1, "ZZ99") == date(2026, 12, 29)


@pytest.mark.parametrize(
    ("home", "read_by", "answer_by"),
    [
        ("G31", "Tuesday 29 December", "Tuesday 5 January"),
        ("M1", "Tuesday 29 December", "Monday 4 January"),
        ("", "Tuesday 29 December", "Tuesday 5 January"),
        ("Orkney", "Tuesday 29 December", "Tuesday 5 January"),
    ],
)
def test_no_receipt_promises_a_holiday(client: Client, home: str, read_by: str, answer_by: str) -> None:
    send(client, postcode_district=home)
    Enquiry.objects.update(received_at=datetime(2026, 12, 24, 12, tzinfo=UTC))
    page = client.get(RECEIPT).content.decode()
    assert f"By {read_by}" in page
    assert f"By {answer_by}" in page
