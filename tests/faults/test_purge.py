"""The whole comparison of what is deleted with what was promised."""

import pytest

from tests.directory.enquiries.retention.test_oracle import compare_with_the_promises


@pytest.mark.django_db
def test_of_ten_thousand_rows_none_is_deleted_wrongly_and_none_missed() -> None:
    compare_with_the_promises(10_000)
