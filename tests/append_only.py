"""Emptying a test database that holds an access log nobody may empty."""

from collections.abc import Iterator

import pytest
from django.db.backends.base.operations import BaseDatabaseOperations

from directory.enquiries.storage import append_only


@pytest.fixture(autouse=True, scope="session")
def access_log_can_be_emptied() -> Iterator[None]:
    """Lifts the triggers for the flush after a transactional test, and puts them back."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def lift_and_flush(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
        append_only.remove(operations.connection)
        flush(operations, sql_list)
        append_only.install(operations.connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", lift_and_flush)
        yield
