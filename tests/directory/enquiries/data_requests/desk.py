"""What leads type at their desk."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from directory.enquiries.models import Enquiry

PASSWORD = "a-long-passphrase-of-a-lead"


PHONE = "0141 496 0100"


def post(desk: Client, name: str, enquiry: Enquiry | None = None, **data: Any) -> HttpResponse:
    return desk.post(reverse(f"enquiries_requests:{name}", args=[enquiry.pk] if enquiry else []), data)


def text_of(response: HttpResponse) -> str:
    return response.content.decode()


def actions_of(enquiry: Enquiry) -> list[str]:
    return list(enquiry.events.order_by("pk").values_list("action", flat=True))
