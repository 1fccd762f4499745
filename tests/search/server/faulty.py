"""A server on loopback that is ill in one way or another, and counts who asks it."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MISSING = {"error": {"type": "index_not_found_exception"}, "status": 404}
ANSWER: dict[str, Any] = {"hits": {"total": {"value": 0}, "hits": []}, "_shards": {"failed": 0}, "status": 200}
# What is answered, by how the server is ill: a status and a body.
ILLNESSES: dict[str, tuple[int, Any]] = {
    "too many requests": (429, {"error": {"type": "circuit_breaking_exception"}}),
    "unavailable": (503, {"error": {"type": "cluster_block_exception"}}),
    "not allowed": (401, {"error": {"type": "security_exception"}}),
    "index missing": (404, MISSING),
    "index missing in one answer": (200, {"responses": [MISSING] * 20}),
    "a shard missing": (200, {"responses": [{**ANSWER, "_shards": {"failed": 1}}] * 20}),
    "no progress": (200, {"responses": [ANSWER] * 20}),
    "another version": (
        200,
        {
            "responses": [
                {
                    **ANSWER,
                    "hits": {"total": {"value": 1}, "hits": [{"_source": {"layout": "another", "progress": {}}}]},
                }
            ]
            * 20
        },
    ),
    "not JSON": (200, "<html>"),
}


class FaultyServer:
    """Answers everything alike."""

    def __init__(self, status: int, body: Any) -> None:
        self.asked = 0
        self.pause = 0.0
        self.status, self.body = status, body if isinstance(body, str) else json.dumps(body)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("content-length") or 0))
                outer.asked += 1
                time.sleep(outer.pause)
                self.send_response(outer.status)
                self.send_header("content-type", "application/json")
                self.send_header("x-elastic-product", "Elasticsearch")
                self.send_header("content-length", str(len(outer.body)))
                self.end_headers()
                self.wfile.write(outer.body.encode())

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer

            def log_message(self, *args: Any) -> None:
                """Nothing to tell."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"


@contextmanager
def faulty_server(illness: str) -> Iterator[FaultyServer]:
    """One that is ill in a way that `ILLNESSES` names."""
    server = FaultyServer(*ILLNESSES[illness])
    thread = threading.Thread(target=server.http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        server.http.server_close()


@contextmanager
def trickling_server() -> Iterator[str]:
    """One that answers at once, and never comes to the end of it."""
    ended = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("x-elastic-product", "Elasticsearch")
            self.send_header("content-length", "1000000")
            self.end_headers()
            with suppress(OSError):
                while not ended.wait(0.05):
                    self.wfile.write(b" ")

        def log_message(self, *args: Any) -> None:
            """Nothing to tell."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        ended.set()
        server.shutdown()
        server.server_close()


@contextmanager
def hanging_server() -> Iterator[str]:
    """One that takes every connection and never says anything."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def refusing_address() -> str:
    """Where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"
