"""A gunicorn worker in which slow clients delay nobody: waitress reads each request whole before a thread sees it.

gunicorn's own threads read from the socket themselves, so that as many half-sent requests as there are threads stop
the site. Here gunicorn looks after processes and signals, and waitress after connections.
"""

import os
import time
from types import FrameType
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.server import create_server

TICK_SECONDS = 1.0
# What was sent before the worker stopped listening and is still on its way in.
LAST_WORDS_SECONDS = 0.3
MEGABYTE = 1024 * 1024

OPTIONS = {
    # Each connection may need three files: see `raise_file_limit` in gunicorn.conf.py.
    "connection_limit": 1000,
    # After this long, a connection on which nothing happens is closed, such as one with half a request.
    "channel_timeout": 60,
    "cleanup_interval": 5,
    "max_request_header_size": 64 * 1024,
    # Editors upload documents.
    "max_request_body_size": 100 * MEGABYTE,
    # Django decides which header to believe: SECURE_PROXY_SSL_HEADER in the settings.
    "clear_untrusted_proxy_headers": False,
    "log_socket_errors": False,
    "ident": "",
}


class BufferingWorker(Worker):
    """Serves with `--threads` threads. Stops listening on SIGTERM and finishes what it has read."""

    def run(self) -> None:
        self.map: dict[int, Any] = {}
        self.server = create_server(
            self.wsgi,
            map=self.map,
            sockets=[listener.sock for listener in self.sockets],
            threads=self.cfg.threads,
            **OPTIONS,
        )
        while self.alive:
            self.notify()
            self._serve_for(TICK_SECONDS)
            if os.getppid() != self.ppid:
                self.alive = False
        self._finish()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._wake()

    def _serve_for(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, map=self.map, use_poll=True, count=1)

    def _wake(self) -> None:
        for connection in list(getattr(self, "map", {}).values()):
            if hasattr(connection, "pull_trigger"):
                connection.pull_trigger()

    def _finish(self) -> None:
        begun = time.monotonic()
        for listener in [entry for entry in self.map.values() if getattr(entry, "accepting", False)]:
            listener.accepting = False
            listener.socket.close()
            listener.del_channel()
        while time.monotonic() < begun + LAST_WORDS_SECONDS or (
            self._is_busy() and time.monotonic() < begun + self.cfg.graceful_timeout
        ):
            self.notify()
            self._serve_for(0.05)
        self.server.task_dispatcher.shutdown(timeout=1)

    def _is_busy(self) -> bool:
        return any(
            getattr(entry, "requests", None) or getattr(entry, "total_outbufs_len", 0) for entry in self.map.values()
        )
