"""A limit for a whole answer. Clients limit the wait for each piece of one, and pieces may dribble on for ever.

Both clients send with urllib3. What is read here is what its connections read from.
"""

import http.client
import io
import socket
import time
from typing import Any


def make_punctual(pool: Any) -> None:
    """From now on an answer to this pool of connections takes no longer than a piece of it may."""
    kind = pool.ConnectionCls
    pool.ConnectionCls = type(f"Punctual{kind.__name__}", (kind,), {"response_class": PunctualResponse})


class PunctualResponse(http.client.HTTPResponse):
    """Counts from when it begins to wait for the answer."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        super().__init__(sock, *args, **kwargs)
        seconds = sock.gettimeout()
        if seconds is not None:
            self.fp = io.BufferedReader(_Pieces(self.fp.detach(), sock, time.monotonic() + seconds))


class _Pieces(io.RawIOBase):
    """What is left of the time is the time for the next piece."""

    def __init__(self, pieces: Any, sock: socket.socket, until: float) -> None:
        self._pieces, self._sock, self._until = pieces, sock, until

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError("the answer takes too long")
        self._sock.settimeout(left)
        read: int | None = self._pieces.readinto(buffer)
        return read

    def close(self) -> None:
        self._pieces.close()
        super().close()
