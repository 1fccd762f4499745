"""Clients that take their time: half a request head, or a body at ten bytes a second. To loopback only."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

HALF_A_HEAD = b"GET /find/?q=housing HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "
HEAD_OF_A_BODY = (
    b"POST /enquiries/answer/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    b"Cookie: csrftoken=" + b"c" * 32 + b"\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n"
)
DRIP = b"a" * 10


@contextmanager
def slow_clients(port: int, *, heads: int, bodies: int) -> Iterator[list[socket.socket]]:
    """Hold that many half-sent requests open; the bodies drip once a second until the block ends."""
    done = threading.Event()
    clients = [_begun(port, HALF_A_HEAD) for _ in range(heads)]
    posting = [_begun(port, HEAD_OF_A_BODY) for _ in range(bodies)]
    dripping = threading.Thread(target=_drip, args=(posting, done), daemon=True)
    dripping.start()
    try:
        yield clients + posting
    finally:
        done.set()
        dripping.join(timeout=10)
        for client in clients + posting:
            client.close()


def _begun(port: int, start: bytes) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    client.sendall(start)
    return client


def _drip(clients: list[socket.socket], done: threading.Event) -> None:
    while not done.is_set():
        for client in clients:
            try:
                client.sendall(DRIP)
            except OSError:
                continue
        time.sleep(1)
