"""Run what the Procfile lists and start again what dies. Run as `python -m hub.deployment.process_manager [PROCFILE]`.

Runners of Procfiles end everything when one process dies, and process supervisors outlive the terminal they were
started in. This one starts the one that died, after growing pauses, and ends all of them when it is told to end.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
# A process that ran this long counts as well, so its next pause is short again.
WELL_AFTER = 60.0
# Longer than the web server takes to finish what it has read.
LAST_SECONDS = 35.0
LOOK_SECONDS = 0.2
PARENT_DIED = 1  # PR_SET_PDEATHSIG


@dataclass(slots=True)
class Program:
    """One line of the Procfile."""

    name: str
    command: str
    process: subprocess.Popen | None = None
    started: float = 0.0
    starts_at: float = 0.0
    pause: float = FIRST_PAUSE

    def start(self) -> None:
        """In a group of its own, so that it can be ended with its children, and Ctrl+C reaches it only through us."""
        self.process = subprocess.Popen(  # noqa: S602 - the command is our own Procfile's
            self.command, shell=True, start_new_session=True, preexec_fn=_end_with_parent
        )
        self.started = time.monotonic()

    def look(self) -> str:
        """Start it if it is time to. Returns what to tell about it, or nothing."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.starts_at:
                self.start()
            return ""
        code = self.process.poll()
        if code is None:
            return ""
        # Children of one that was killed may still hold its port.
        self.signal(signal.SIGKILL)
        self.pause = FIRST_PAUSE if now - self.started > WELL_AFTER else self.pause
        self.process, self.starts_at = None, now + self.pause
        message = f"{self.name} ended with {code} and starts again in {self.pause:g} seconds."
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        return message

    def signal(self, number: signal.Signals) -> None:
        """To it and its children."""
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                return

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None


class Runner:
    """All programs of one Procfile."""

    def __init__(self, programs: list[Program]) -> None:
        self.programs = programs
        self.end_requests = 0

    def run(self) -> None:
        """Until asked to end. Asked twice, it does not wait."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._request_end)
        try:
            while not self.end_requests:
                for message in filter(None, [program.look() for program in self.programs]):
                    sys.stderr.write(f"{message}\n")
                time.sleep(LOOK_SECONDS)
        finally:
            self._end()

    def _request_end(self, number: int, frame: FrameType | None) -> None:
        self.end_requests += 1

    def _end(self) -> None:
        for program in self.programs:
            program.signal(signal.SIGTERM)
        until = time.monotonic() + LAST_SECONDS
        while any(program.runs for program in self.programs) and time.monotonic() < until and self.end_requests < 2:
            time.sleep(LOOK_SECONDS / 2)
        for program in self.programs:
            program.signal(signal.SIGKILL)


def read_procfile(path: Path) -> list[Program]:
    """The lines `name: command`; comments and empty lines are left out."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return [Program(name.strip(), command.strip()) for name, command in pairs]


def _end_with_parent() -> None:
    """On Linux nothing is left behind even when this process is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DIED, signal.SIGTERM)


if __name__ == "__main__":
    Runner(read_procfile(Path(sys.argv[1] if len(sys.argv) > 1 else "Procfile"))).run()
