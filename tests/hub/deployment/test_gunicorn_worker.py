"""The server alone: limits, what it passes on, slow readers, and an end that loses no answer."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.faults.slow_clients import slow_clients


class Server:
    """gunicorn with the project's own settings and a small site."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port = listener.getsockname()[1]
        command = (
            "-m",
            "gunicorn",
            "tests.hub.deployment.small_application:application",
            "--bind",
            f"127.0.0.1:{self.port}",
        )
        self.process = subprocess.Popen(  # noqa: S603 - our own command with our own words
            [sys.executable, *command], cwd=settings.BASE_DIR, env={"PATH": os.environ["PATH"]}
        )
        until = time.monotonic() + 30
        while self.get("/")[0] != 200:
            assert time.monotonic() < until
            time.sleep(0.1)

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            return response.status, response.read()
        except OSError:
            return 0, b""
        finally:
            connection.close()

    def send(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as client:
            client.sendall(request)
            answer = b""
            # The head may come before the body.
            while not is_whole(answer) and (part := client.recv(100_000)):
                answer += part
            return answer


def is_whole(answer: bytes) -> bool:
    head, end, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    return bool(end) and (length is None or len(body) >= int(length[1]))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.process.terminate()
    running.process.wait(timeout=60)


def test_slow_clients_hold_no_thread(server: Server) -> None:
    with slow_clients(server.port, heads=150, bodies=150):
        begun = time.monotonic()
        for _ in range(5):
            assert server.get("/")[0] == 200
        assert time.monotonic() - begun < 3


def test_slow_readers_hold_no_thread(server: Server) -> None:
    readers = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(12)]
    try:
        for reader in readers:
            reader.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        begun = time.monotonic()
        assert server.get("/")[0] == 200
        assert time.monotonic() - begun < 3
    finally:
        for reader in readers:
            reader.close()


def test_a_body_in_chunks_arrives_whole(server: Server) -> None:
    answer = server.send(
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"
    )
    assert b'"read": 11' in answer


@pytest.mark.parametrize(
    ("request_head", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 70_000 + b"\r\n\r\n", b"431"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200000000\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", b"400"),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"400"),
    ],
)
def test_what_is_too_large_or_no_request_is_refused(server: Server, request_head: bytes, status: bytes) -> None:
    assert status in server.send(request_head).split(b"\r\n", 1)[0]
    assert server.get("/")[0] == 200


def test_django_decides_which_header_of_a_proxy_to_believe(server: Server) -> None:
    _, body = server.get("/", **{"X-Forwarded-Proto": "https", "X_Forwarded_Proto": "spoofed", "X-Forwarded-For": "1"})
    headers = json.loads(body)["headers"]
    assert headers["HTTP_X_FORWARDED_PROTO"] == "https"
    assert headers["HTTP_X_FORWARDED_FOR"] == "1"


def test_the_answer_does_not_say_what_serves(server: Server) -> None:
    assert b"\r\nServer:" not in server.send(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")


def test_an_end_finishes_what_was_read() -> None:
    server = Server()
    answers: list[int] = []
    asking = [threading.Thread(target=lambda: answers.append(server.get("/slow")[0])) for _ in range(4)]
    for thread in asking:
        thread.start()
    time.sleep(0.7)
    with slow_clients(server.port, heads=5, bodies=5):
        server.process.send_signal(signal.SIGTERM)
        for thread in asking:
            thread.join(timeout=30)
        assert answers == [200, 200, 200, 200]
        # Those that never finish their request are not waited for.
        assert server.process.wait(timeout=15) == 0


def test_a_reload_drops_nobody() -> None:
    server = Server()
    before = json.loads(server.get("/")[1])["process"]
    stopped, statuses = threading.Event(), []

    def ask() -> None:
        while not stopped.is_set():
            statuses.append(server.get("/")[0])

    thread = threading.Thread(target=ask)
    thread.start()
    server.process.send_signal(signal.SIGHUP)
    until = time.monotonic() + 20
    while json.loads(server.get("/")[1] or b'{"process": 0}')["process"] in (0, before):
        assert time.monotonic() < until
    time.sleep(2)
    stopped.set()
    thread.join()
    server.process.terminate()
    server.process.wait(timeout=30)
    assert set(statuses) == {200}
