"""The real server of `benchmarks.pages`: gunicorn as `gunicorn.conf.py` has it, on loopback, and its readers."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

# As many as there are cores, so that the readers leave the server some of them.
READERS = 2
START_SECONDS = 60.0


# With it a page is drawn as for the first reader after a change.
FIRST = "first=1"


@dataclass(frozen=True, slots=True)
class Asked:
    """An address as it is asked for."""

    path: str
    host: str = "localhost"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Served:
    """So many answers, and the seconds they took: on the clock, and of all processors of the server."""

    count: int
    elapsed: float
    cpu: float


class Server:
    """Ask for its answers by `serve`."""

    def __init__(self, port: int, process: subprocess.Popen) -> None:
        self.port, self.process = port, process

    def ask(self, asked: Asked, count: int) -> None:
        """So many times, one after the other.

        Each time over a connection of its own, as a proxy asks: those that stay may both stay with one of the
        processes, which then does all the work.
        """
        for _ in range(count):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            connection.request(
                "GET", asked.path, headers={"Host": asked.host, "Accept-Encoding": "gzip, br", **asked.headers}
            )
            response = connection.getresponse()
            response.read()
            connection.close()
            assert response.status in (200, 304), f"{asked.path}: {response.status}"

    def serve(self, asked: Asked, count: int) -> Served:
        """Let all readers ask together."""
        begun, used = time.perf_counter(), self._cpu()
        with ThreadPoolExecutor(READERS) as pool:
            list(pool.map(lambda _: self.ask(asked, count // READERS), range(READERS)))
        return Served(count // READERS * READERS, time.perf_counter() - begun, self._cpu() - used)

    def _cpu(self) -> float:
        """Seconds that the workers have been on a processor."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        spent = 0
        for child in children:
            with contextlib.suppress(OSError):
                for task in Path(f"/proc/{child}/task").iterdir():
                    spent += int((task / "schedstat").read_text().split()[0])
        return spent / 1e9


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server that ends with the block."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603  our own module
        [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "-b", f"127.0.0.1:{port}", "hub.wsgi"],
        env=dict(os.environ),
    )
    server = Server(port, process)
    try:
        _wait_for(server)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def _wait_for(server: Server) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            return server.ask(Asked("/health/live"), 1)
        except OSError:
            assert server.process.poll() is None, "the server ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)
