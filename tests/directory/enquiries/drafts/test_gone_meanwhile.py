"""A draft that is sent or deleted by another request between being found and being read."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.key_store.router import ALIAS as KEYS
from directory.enquiries.models import Draft, Enquiry, WrongCode
from tests.factories.enquiries import SEND, fill, state_of

pytestmark = pytest.mark.django_db
BACK, SAVE = "/enquiries/come-back/", "/enquiries/save/"
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{4}")


@contextmanager
def meanwhile(happens: Callable[[], Any]) -> Iterator[list[Any]]:
    """Let something happen just before a key is read for the first time; gives a list with what it returned."""
    done: list[Any] = []

    def wrapper(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not done and sql.startswith("SELECT") and EnquiryKey._meta.db_table in sql:
            done.append(None)
            done[0] = happens()
        return execute(sql, params, many, context)

    with connections[KEYS].execute_wrapper(wrapper):
        yield done
    assert done, "nobody read a key"


def same_browser(client: Client) -> Client:
    """Another tab."""
    other = Client()
    other.cookies.update(client.cookies)
    return other


def delete_drafts() -> None:
    keys = list(Draft.objects.values_list("key_id", flat=True))
    Draft.objects.all().delete()
    EnquiryKey.objects.filter(pk__in=keys).delete()


def test_of_two_presses_the_slower_one_gets_the_receipt_of_the_quicker(client: Client) -> None:
    data = {"state": state_of(fill(client))}
    with meanwhile(lambda: same_browser(client).post(SEND, data)) as quicker:
        slower = client.post(SEND, data)
    assert (quicker[0].status_code, slower.status_code) == (303, 303)
    receipt = client.get(slower.headers["Location"])
    assert Enquiry.objects.get().reference in receipt.content.decode()


def test_a_page_of_it_says_that_it_is_gone(client: Client) -> None:
    fill(client)
    with meanwhile(delete_drafts):
        page = client.get("/enquiries/1/check/")
    assert page.status_code == 404
    assert "enquiries/draft_gone.html" in [template.name for template in page.templates]


def test_its_code_leads_nowhere_and_is_not_held_against_whoever_typed_it(client: Client) -> None:
    fill(client)
    saved = client.post(SAVE, {"state": state_of(client.get("/enquiries/1/q5/"))})
    found = CODE.search(saved.content.decode())
    assert found
    with meanwhile(delete_drafts):
        page = Client().post(BACK, {"code": found[0]})
    assert page.status_code < 500
    assert "Location" not in page.headers
    assert not WrongCode.objects.exists()


def test_a_control_a_draft_that_lost_its_key_in_another_way_is_a_failure(client: Client) -> None:
    data = {"state": state_of(fill(client))}
    with meanwhile(lambda: EnquiryKey.objects.all().delete()):
        page = client.post(SEND, data)
    assert page.status_code == 503
    assert not Enquiry.objects.exists()
    assert Draft.objects.exists()
