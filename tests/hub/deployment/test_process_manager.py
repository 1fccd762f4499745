"""The runner of the Procfile: what dies starts again, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

from hub.deployment.process_manager import FIRST_PAUSE, LONGEST_PAUSE, Program, read_procfile

PROCFILE = """
# A comment
one: echo "one $$" >> ids; exec sleep 60
two: exec sh -c 'echo "two $$" >> ids; sleep 61 & wait'
"""


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[subprocess.Popen]:
    (tmp_path / "Procfile").write_text(PROCFILE)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(settings.BASE_DIR)}
    process = subprocess.Popen(
        [sys.executable, "-m", "hub.deployment.process_manager"],
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: len(ids(tmp_path)) == 2)
    yield process
    if process.poll() is None:
        process.kill()
        process.wait()


def ids(folder: Path) -> list[tuple[str, int]]:
    path = folder / "ids"
    lines = path.read_text().splitlines() if path.exists() else []
    return [(line.split()[0], int(line.split()[1])) for line in lines]


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_one_that_dies_starts_again_and_the_other_stays(runner: subprocess.Popen, tmp_path: Path) -> None:
    first = dict(ids(tmp_path))
    os.kill(first["one"], signal.SIGKILL)
    wait_for(lambda: len(ids(tmp_path)) == 3)
    name, pid = ids(tmp_path)[-1]
    assert name == "one"
    assert alive(pid)
    assert alive(first["two"])
    assert runner.poll() is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left_behind(runner: subprocess.Popen, tmp_path: Path, number: signal.Signals) -> None:
    begun = [pid for _, pid in ids(tmp_path)]
    runner.send_signal(number)
    code = runner.wait(timeout=20)
    wait_for(lambda: not [pid for pid in begun if alive(pid)])
    assert code == (-signal.SIGKILL if number == signal.SIGKILL else 0)


def test_pauses_grow_and_what_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Program("one", "exit 3")
    clock = [100.0]
    monkeypatch.setattr("hub.deployment.process_manager.time.monotonic", lambda: clock[0])
    pauses = []
    for _ in range(10):
        assert program.look() == ""
        program.process.wait()
        assert program.look().startswith("one ended with 3")
        pauses.append(program.starts_at - clock[0])
        clock[0] = program.starts_at
    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


def test_the_procfile_lists_everything_that_runs() -> None:
    programs = {program.name: program.command for program in read_procfile(settings.BASE_DIR / "Procfile")}
    assert set(programs) == {"web", "worker", "outbox", "search", "scheduler"}
    assert "run_scheduler" in programs["scheduler"]
