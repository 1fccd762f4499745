"""Within one answer the newest change is asked for once, and never when something may have been written."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from search.changelog.log import asking_once, head, head_now, record_changes

pytestmark = pytest.mark.django_db


def test_it_is_asked_for_once(django_assert_num_queries: Any) -> None:
    record_changes("kind", [1])
    with asking_once():
        with django_assert_num_queries(1):
            assert head() == head()
        with django_assert_num_queries(1):
            assert head_now() == head()


def test_outside_an_answer_each_asks(django_assert_num_queries: Any) -> None:
    with asking_once():
        head()
    with django_assert_num_queries(2):
        assert head() == head()


def test_who_writes_sees_what_is_written() -> None:
    with asking_once():
        before = head()
        record_changes("kind", [1])
        assert head() != before


def test_what_is_taken_back_is_not_remembered() -> None:
    with asking_once():
        before = head()
        with transaction.atomic():
            record_changes("kind", [1])
            assert head() != before
            transaction.set_rollback(True)
        assert head() == before


def test_the_next_answer_asks_again() -> None:
    with asking_once():
        before = head()
    record_changes("kind", [1])
    with asking_once():
        assert head() != before


def test_each_page_asks_for_it_once(client: Client, django_assert_max_num_queries: Any) -> None:
    client.get("/find/?q=housing")
    with django_assert_max_num_queries(12) as asked:
        client.get("/find/?q=housing")
    assert sum('FROM "search_change" ORDER BY' in query["sql"] for query in asked.captured_queries) == 1
