"""The database fails: nothing is acknowledged, and nothing typed is lost."""

from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import DatabaseError, OperationalError, connection
from django.test import Client

from directory.enquiries.models import Enquiry
from tests.factories.directory import ServiceFactory, TermFactory
from tests.factories.enquiries import ANSWER, answer, fill, follow, posted, press_send, send, start, state_of

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"


def refuse_queries(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("disk I/O error near 'Has moved five times'")


def test_sending_while_the_database_is_down_keeps_everything(client: Client) -> None:
    service = ServiceFactory(name="Lived Experience Peers", slug="peers", ways=["enquiry"])
    checked = fill(client, service="peers")
    with connection.execute_wrapper(refuse_queries):
        response = press_send(client, checked)
    page = response.content.decode()
    assert response.status_code == 503
    assert "We could not save your enquiry" in page
    assert "Lived Experience Peers" in page
    assert "hank you" not in page
    assert "PSH-" not in page
    assert "999" in page
    assert "enquiry_receipt" not in response.cookies
    for typed in ("Has moved five times this year.", "0141 496 0100", "a.example@council.example"):
        assert typed in client.get("/enquiries/1/check/").content.decode()
    again = press_send(client, response)
    assert again.status_code == 303
    assert Enquiry.objects.get().service == service


@pytest.mark.parametrize("number", range(2, 13))
def test_a_page_typed_while_the_database_is_down_comes_back_as_typed(client: Client, number: int) -> None:
    TermFactory(slug="prison", taxonomy="setting")
    fill(client, setting="prison")
    page = client.get(f"/enquiries/1/q{number}/")
    changes = {"words": "Kept in the page.", "name": "K.", "sender_role": "Neighbour", "phone": "0141 496 0111"}
    with connection.execute_wrapper(refuse_queries):
        response = answer(client, page, posted(setting="prison", safety_note="In a café", **changes))
    shown = response.content.decode()
    assert response.status_code == 503
    assert "We could not save this page" in shown
    assert "hank you" not in shown
    typed = {5: "Kept in the page.", 6: 'value="K."', 9: "0141 496 0111", 10: "Neighbour", 11: "In a café"}
    assert typed.get(number, "") in shown
    assert (
        follow(client, client.post(ANSWER, {"state": state_of(response), **posted(setting="prison")})).status_code
        == 200
    )


def test_a_page_that_cannot_be_shown_says_that_answers_are_kept(client: Client) -> None:
    fill(client)
    with connection.execute_wrapper(refuse_queries):
        response = client.get("/enquiries/1/q5/")
    assert response.status_code == 503
    assert "are kept for an hour" in response.content.decode()
    assert client.get("/enquiries/1/q5/").status_code == 200


def test_wrong_answers_are_told_without_a_database(client: Client) -> None:
    fill(client)
    page = client.get("/enquiries/1/q6/")
    with connection.execute_wrapper(refuse_queries):
        response = answer(client, page, posted(name=""))
    assert response.status_code == 200
    assert "Enter a first name or initials" in response.content.decode()


def test_the_first_question_is_asked_again_while_the_database_is_down(client: Client) -> None:
    page = start(client)
    with connection.execute_wrapper(refuse_queries):
        response = answer(client, page, posted())
    assert response.status_code == 503
    assert 'value="professional" checked' in response.content.decode()


@pytest.mark.parametrize("data", [{"state": "old", "step": "q5", "words": "Has moved"}, None])
def test_a_page_that_cannot_be_offered_says_so(client: Client, data: dict[str, str] | None) -> None:
    with connection.execute_wrapper(refuse_queries):
        response = client.post(ANSWER, data) if data else client.get(NEW, {"service": "lepps"})
    assert response.status_code == 503
    assert "cannot be sent right now" in response.content.decode()


def test_a_receipt_that_cannot_be_read_says_the_enquiry_is_saved(client: Client) -> None:
    send(client)
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

    page = fill(client)
    with connection.execute_wrapper(refuse_writes_to_table):
        assert press_send(client, page).status_code == 503
    assert Enquiry.objects.count() == 0
    assert press_send(client, page).status_code == 303


def test_a_fault_logs_what_and_where_but_no_value(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    fill(client)
    page = client.get("/enquiries/1/q5/")
    with connection.execute_wrapper(refuse_queries):
        answer(client, page, posted())
    assert "OperationalError in" in caplog.text
    assert "five times" not in caplog.text


def test_a_missing_key_keeps_what_was_typed(client: Client, settings) -> None:
    """A key that was taken away while a form was sent twice."""
    page = fill(client)
    question = client.get("/enquiries/1/q5/")
    kept, settings.ENQUIRY_KEYS = settings.ENQUIRY_KEYS, [Fernet.generate_key().decode()]
    response = answer(client, question, posted())
    assert response.status_code == 503
    assert "Has moved five times this year." in response.content.decode()
    assert press_send(client, page).status_code == 503
    settings.ENQUIRY_KEYS = kept
    assert press_send(client, page).status_code == 303
