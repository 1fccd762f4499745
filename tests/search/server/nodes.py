"""Nodes of a real search server, started from jars and ended by their ids."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
JARS = ROOT / ".make" / "search-server"
SOURCE = Path(__file__).with_name("Node.java")
START_SECONDS = 180.0
OLDEST_JAVA = 21
LOOPBACK = "127.0.0.1"
# A server of tests ends before what a thorough compiler does for it pays.
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


class NoServer(Exception):
    """This machine cannot run a search server, for this reason."""


def java() -> str:
    """A Java that is new enough. Raises NoServer."""
    named = [os.environ[name] for name in ("TEST_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    installed = sorted(Path("/usr/lib/jvm").glob("*"), key=_number_in_name, reverse=True)
    on_path = [Path(found).resolve().parents[1]] if (found := shutil.which("java")) else []
    for home in [*map(Path, named), *installed, *on_path]:
        program = home / "bin" / "java"
        if program.is_file() and _version(program) >= OLDEST_JAVA:
            return str(program)
    raise NoServer(f"no Java {OLDEST_JAVA} or later was found")


def _number_in_name(path: Path) -> int:
    numbers = [int(number) for number in re.findall(r"\d+", path.name)]
    return max([number for number in numbers if number < 100], default=0)


def _version(program: Path) -> int:
    told = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    found = re.search(r'version "(\d+)', told)
    return int(found.group(1)) if found else 0


def jars() -> str:
    """What the server consists of. Raises NoServer."""
    if not any(JARS.glob("opensearch-*.jar")):
        raise NoServer("`make .make/search-server` has not brought its jars, for want of Maven or a registry")
    return f"{JARS}/*"


@dataclass
class Node:
    """One node of a cluster in a folder of its own."""

    folder: Path
    name: str
    port: int
    arguments: Sequence[str]
    heap: str = "512m"
    machine: Sequence[str] = SHORT_LIVED
    process_id: int = 0

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    def start(self) -> None:
        """Start it, without waiting until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        memory = (f"-Xms{self.heap}", f"-Xmx{self.heap}")
        command = [java(), *self.machine, *memory, "-cp", jars(), str(SOURCE), *self.arguments]
        with (self.folder / "log").open("a") as log:
            process = subprocess.Popen(  # noqa: S603
                command,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.process_id = process.pid

    def wait(self, nodes: int = 1) -> None:
        """Until it answers and has so many nodes around it."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            with suppress(OSError, ValueError):
                health = self.ask("/_cluster/health")
                if health["number_of_nodes"] >= nodes and health["status"] != "red":
                    return
            if not _lives(self.process_id):
                break
            time.sleep(0.3)
        raise NoServer(f"the search server did not start: {(self.folder / 'log').read_text()[-1500:]}")

    def ask(self, path: str) -> Any:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=10) as answer:  # noqa: S310  loopback
            return json.load(answer)

    def send(self, number: signal.Signals) -> None:
        """Stop, go on, or end; not waiting for it."""
        with suppress(ProcessLookupError):
            os.kill(self.process_id, number)

    def end(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End it and wait until it is gone."""
        end(self.process_id, number)


def end(process_id: int, number: signal.Signals = signal.SIGKILL) -> None:
    """End a process by its id, and wait."""
    with suppress(ProcessLookupError):
        os.kill(process_id, number)
        os.kill(process_id, signal.SIGCONT)
    until = time.monotonic() + 30
    while _lives(process_id) and time.monotonic() < until:
        with suppress(ChildProcessError):
            os.waitpid(process_id, os.WNOHANG)
        time.sleep(0.05)


def cluster(
    folder: Path, number: int = 1, *, heap: str = "512m", machine: Sequence[str] = SHORT_LIVED, ends_with: int = 0
) -> list[Node]:
    """The nodes of a cluster that is not started yet. They end with the process of this id, else with this one."""
    ends_with = ends_with or os.getpid()
    ports = list(_free_ports(2 * number))
    names = [f"node-{place}" for place in range(1, number + 1)]
    peers = ",".join(f"{LOOPBACK}:{port}" for port in ports[number:])
    return [
        Node(
            folder / name,
            name,
            ports[place],
            # The runner wants an absolute path.
            [
                str((folder / name).resolve()),
                folder.name,
                name,
                str(ports[place]),
                str(ports[number + place]),
                peers,
                ",".join(names),
                str(ends_with),
            ],
            heap,
            machine,
        )
        for place, name in enumerate(names)
    ]


def _free_ports(number: int) -> Iterator[int]:
    listeners = [socket.create_server((LOOPBACK, 0)) for _ in range(number)]
    for listener in listeners:
        yield listener.getsockname()[1]
    for listener in listeners:
        listener.close()


def _lives(process_id: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process_id}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
