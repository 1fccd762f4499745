"""A limit for a whole request. Clients limit the wait for each piece of an answer, and pieces may dribble on."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from search.engines.distributed.dialect import Unreachable

T = TypeVar("T")

# Answers that nobody waits for any more are read to their end all the same. More than these are not begun.
MOST_LEFT = 4


class Deadlines:
    """Waits for answers, each only so long."""

    def __init__(self) -> None:
        self._left: list[threading.Thread] = []

    def within(self, until: float, task: Callable[[], T]) -> T:
        """What a task returns or raises; Unreachable when it has not by then, on the monotonic clock."""
        self._left = [thread for thread in self._left if thread.is_alive()]
        if len(self._left) >= MOST_LEFT:
            raise Unreachable("earlier answers are still on their way")
        asked = _Asked(task)
        thread = threading.Thread(target=asked.run, name="search-server-request", daemon=True)
        thread.start()
        thread.join(max(until - time.monotonic(), 0.0))
        if thread.is_alive():
            self._left.append(thread)
            raise Unreachable("the answer takes too long")
        return asked.outcome()


@dataclass(slots=True)
class _Asked(Generic[T]):
    task: Callable[[], T]
    answers: list[T] = field(default_factory=list)
    fault: BaseException | None = None

    def run(self) -> None:
        try:
            self.answers.append(self.task())
        except BaseException as fault:  # raised again where it is waited for
            self.fault = fault

    def outcome(self) -> T:
        if self.fault is not None:
            raise self.fault
        return self.answers[0]
