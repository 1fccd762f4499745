"""Time tasks so that the figures can be trusted on a machine that does other things as well."""

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

REPETITIONS = 60
WARM_UP = 5


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds: the median, the 95th percentile, and the median of processor time."""

    p50: float
    p95: float
    cpu: float

    @classmethod
    def of(cls, taken: list[tuple[float, float]]) -> "Measured":
        """Summarise pairs of elapsed and processor time."""
        elapsed = [one for one, _ in taken]
        p95 = statistics.quantiles(elapsed, n=20, method="inclusive")[-1]
        return cls(statistics.median(elapsed), p95, statistics.median(cpu for _, cpu in taken))

    @classmethod
    def in_turn(cls, *tasks: Callable[[], object], repetitions: int = REPETITIONS) -> list["Measured"]:
        """Run several tasks by turns, so that what slows the machine slows all of them."""
        taken: list[list[tuple[float, float]]] = [[] for _ in tasks]
        gc.collect()
        for number in range(WARM_UP + repetitions):
            for place, task in enumerate(tasks):
                one = once(task)
                if number >= WARM_UP:
                    taken[place].append(one)
        return [cls.of(of_task) for of_task in taken]


def machine() -> str:
    """What the figures were measured on."""
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def once(task: Callable[[], object]) -> tuple[float, float]:
    """Elapsed and processor time of one run, in milliseconds."""
    elapsed, cpu = time.perf_counter(), time.process_time()
    task()
    return (time.perf_counter() - elapsed) * 1_000, (time.process_time() - cpu) * 1_000
