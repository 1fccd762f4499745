"""The database fails: nothing is acknowledged, and nothing typed is lost."""

from typing import Any

import pytest
from cryptography.fernet import Fernet
from directory.enquiries.form.state import FormState
from django.db import DatabaseError, OperationalError, connection
from django.test import Client

from directory.enquiries.models import Enquiry
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import posted

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"


def refuse_queries(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("disk I/O error near 'Has moved five times'")


def test_a_post_while_the_database_is_down_keeps_everything(client: Client) -> None:
    service = ServiceFactory(name="Lived Experience Peers")
    data = posted(FormState.fresh(service))
    with connection.execute_wrapper(refuse_queries):
        response = client.post(NEW, data)
    page = response.content.decode()
    assert response.status_code == 503
    assert "We could not save your enquiry" in page
    assert "Lived Experience Peers" in page
    assert "hank you" not in page
    assert "PSH-" not in page
    for typed in ("Has moved five times this year.", "0141 496 0100", "a.example@council.example"):
        assert typed in page
    assert 'value="housing" checked' in page
    assert "999" in page
    assert "enquiry_receipt" not in response.cookies
    again = client.post(NEW, posted(response.context["state"]))
    assert again.status_code == 303
    assert Enquiry.objects.get().service == service


def test_wrong_answers_are_told_without_a_database(client: Client) -> None:
    data = posted(name="")
    with connection.execute_wrapper(refuse_queries):
        response = client.post(NEW, data)
    assert response.status_code == 200
    assert "Enter a first name or initials" in response.content.decode()


@pytest.mark.parametrize("data", [{"state": "old", "words": "Has moved"}, None])
def test_a_form_that_cannot_be_offered_says_so(client: Client, data: dict[str, str] | None) -> None:
    with connection.execute_wrapper(refuse_queries):
        response = client.post(NEW, data) if data else client.get(NEW)
    assert response.status_code == 503
    assert "cannot be sent right now" in response.content.decode()


def test_a_receipt_that_cannot_be_read_says_the_enquiry_is_saved(client: Client) -> None:
    client.post(NEW, posted())
    with connection.execute_wrapper(refuse_queries):
        response = client.get("/enquiries/receipt/")
    assert response.status_code == 503
    assert "was saved" in response.content.decode()
    assert client.get("/enquiries/receipt/").status_code == 200


@pytest.mark.parametrize("table", ["enquiries_auditevent", "enquiries_outboxmessage", "enquiries_enquiry"])
def test_a_failure_at_any_write_leaves_nothing_behind(client: Client, table: str) -> None:
    def refuse_writes_to_table(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith("INSERT") and table in sql:
            raise DatabaseError("refused")
        return execute(sql, *rest)

    data = posted()
    with connection.execute_wrapper(refuse_writes_to_table):
        assert client.post(NEW, data).status_code == 503
    assert Enquiry.objects.count() == 0
    assert client.post(NEW, data).status_code == 303


def test_a_fault_logs_what_and_where_but_no_value(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    data = posted()
    with connection.execute_wrapper(refuse_queries):
        client.post(NEW, data)
    assert "OperationalError in" in caplog.text
    assert "five times" not in caplog.text


def test_a_missing_key_keeps_what_was_typed(client: Client, settings) -> None:
    """A key that was taken away while a form was sent twice."""
    data = posted()
    client.post(NEW, data)
    settings.ENQUIRY_KEYS = [Fernet.generate_key().decode()]
    response = client.post(NEW, data)
    assert response.status_code == 503
    assert "Has moved five times this year." in response.content.decode()
