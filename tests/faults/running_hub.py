"""The whole hub as `make serve` runs it: every process of the Procfile, with data of its own, on loopback."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from tests.faults.hub_shell import HubShell
from tests.faults.size import size
from tests.fixtures.database import MIGRATED, StoredDatabases

START_SECONDS = 60.0


@dataclass
class RunningHub:
    """Ends its processes by their ids."""

    folder: Path
    databases: StoredDatabases
    port: int = 0
    extra: dict[str, str] = field(default_factory=dict)
    stored: str = MIGRATED
    names: tuple[str, ...] = ("web", "worker", "outbox", "scheduler")
    runner: subprocess.Popen | None = None
    environment: dict[str, str] = field(default_factory=dict)
    shell: HubShell | None = None

    def start(self) -> None:
        self.port = _free_port()
        own = {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "PORT": str(self.port),
            # The product waits 20 seconds for a lock. Waiting less makes no fault harmless.
            "SQLITE_TIMEOUT": str(size(3, 20)),
            **self.databases.own_copy(self.folder / "hub.sqlite3", self.stored),
            **self.extra,
        }
        self.environment = own
        self.prepare()
        with (self.folder / "log").open("w") as log:
            self.runner = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "hub.deployment.process_manager", str(self.procfile())],
                cwd=settings.BASE_DIR,
                env=own,
                stdout=log,
                stderr=log,
            )
        self.wait_for(lambda: self.get("/health/ready")[0] in (200, 503), "the site to answer")
        self.wait_for(lambda: self.processes().keys() >= set(self.names), "every process")

    def prepare(self) -> None:
        """What has to be there before it serves, beside its database."""

    def procfile(self) -> Path:
        """What it runs."""
        return Path(settings.BASE_DIR) / "Procfile"

    @property
    def runs(self) -> bool:
        return self.runner is not None and self.runner.poll() is None

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        if self.shell is not None:
            self.shell.stop()
            self.shell = None
        if self.runner is not None and self.runs:
            self.runner.send_signal(number)
            self.runner.wait(timeout=60)

    def run(self, code: str) -> str:
        """Have a process of this hub run this, and return what it printed."""
        self.shell = self.shell or HubShell(self.environment)
        return self.shell.run(code)

    def manage(self, *arguments: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own command with our own words
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def get(self, path: str, *, host: str = "127.0.0.1", cookie: str = "", timeout: float = 10) -> tuple[int, str]:
        """Status and body; 0 when nobody answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path, headers={"Host": host, **({"Cookie": cookie} if cookie else {})})
            response = connection.getresponse()
            return response.status, response.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()

    def work(self) -> dict[str, Any]:
        return json.loads(self.get("/health/work")[1])

    def processes(self) -> dict[str, int]:
        """The ids of what the runner started, by the word of the Procfile."""
        assert self.runner is not None
        found = {}
        for pid, command in _children(self.runner.pid):
            for name, word in NAMES.items():
                if word in command and "sleep" not in command:
                    found[name] = pid
        return found

    def wait_for(self, happened: Callable[[], bool], what: str, seconds: float = START_SECONDS) -> float:
        """How long it took; fails after `seconds`."""
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            if happened():
                return time.monotonic() - begun
            time.sleep(0.2)
        log = (self.folder / "log").read_text()[-2000:]
        raise AssertionError(f"Waited {seconds} seconds for {what}.\n{log}")


NAMES = {"web": "gunicorn", "worker": "db_worker", "outbox": "drain_outbox", "scheduler": "run_scheduler"}


def children_of_all(pids: list[int]) -> list[int]:
    """These processes and their children, as far as they live."""
    found = [pid for pid in pids if Path(f"/proc/{pid}").exists()]
    for pid in pids:
        found += [child for child, _ in _children(pid)]
    return found


def _children(parent: int) -> list[tuple[int, str]]:
    listed = subprocess.run(  # noqa: S603 - our own words
        ["ps", "-o", "pid=,args=", "--ppid", str(parent)],  # noqa: S607
        capture_output=True,
        text=True,
    ).stdout
    pairs = (line.strip().split(maxsplit=1) for line in listed.splitlines())
    return [(int(pair[0]), pair[1]) for pair in pairs if len(pair) == 2 and "<defunct>" not in pair[1]]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
