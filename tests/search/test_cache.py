"""What is read once and kept until the change log moves."""

import pytest

from search.cache import cached_until_change
from search.changelog.log import record_changes

pytestmark = pytest.mark.django_db


def test_read_once_until_the_log_moves() -> None:
    reads: list[int] = []

    @cached_until_change
    def read() -> int:
        reads.append(1)
        return len(reads)

    assert (read(), read()) == (1, 1)
    record_changes("anything", ["changed"])
    assert (read(), read()) == (2, 2)


def test_a_reader_that_fails_is_asked_again() -> None:
    answers = iter([ValueError("not yet"), "answer"])

    @cached_until_change
    def read() -> str:
        answer = next(answers)
        if isinstance(answer, str):
            return answer
        raise answer

    with pytest.raises(ValueError, match="not yet"):
        read()
    assert read() == "answer"
