"""The way in which most tests answer all pages ends where pressing every button does."""

import re
from typing import Any

import pytest
from django.test import Client

from directory.places.fields import CHOICE
from tests.factories.enquiries import fill, fill_page_by_page

from .test_steps import OWN

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "changes",
    [
        {},
        OWN,
        {"setting": "prison", "postcode_district": None},
        {"postcode_district": "Ayrshire"},
        {"postcode_district": "Ayrshire", f"postcode_district{CHOICE}": "South Ayrshire"},
        {"phone": "12"},
        {"sender_email": "nobody"},
        {"name": None, "words": "x" * 5001},
    ],
)
def test_it_ends_where_pressing_every_button_does(changes: dict[str, Any]) -> None:
    ends = []
    for way in (fill, fill_page_by_page):
        client = Client()
        page = way(client, **changes)
        shown = re.sub(r"<input[^>]* type=\"hidden\"[^>]*>|<input type=\"hidden\"[^>]*>", "", page.content.decode())
        ends.append((page.status_code, page.wsgi_request.path, shown))
    assert ends[0] == ends[1]
