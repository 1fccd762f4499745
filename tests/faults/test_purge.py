"""The whole comparison of what is deleted with what was promised. Its short form is in `tests/directory`."""

import pytest

from tests.directory.enquiries.retention.test_oracle import compare_with_the_promises
from tests.faults.size import IN_FULL


@pytest.mark.skipif(not IN_FULL, reason="only in full")
@pytest.mark.django_db
def test_of_ten_thousand_rows_none_is_deleted_wrongly_and_none_missed() -> None:
    compare_with_the_promises(10_000)
