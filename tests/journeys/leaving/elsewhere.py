"""Another site, to leave for: on another host, so that browsers take it for one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><title>Weather</title><h1>Weather</h1>"


class Weather(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/":
            self.server.referrers.append(self.headers.get("Referer"))  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *args: object) -> None:
        pass


class OtherSite:
    """Its address, and what visitors said where they came from."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.address = f"http://127.0.0.1:{server.server_port}/"
        self.referrers: list[str | None] = server.referrers  # type: ignore[attr-defined]


@contextmanager
def other_site() -> Iterator[OtherSite]:
    """Serve one page until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Weather)
    server.referrers = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield OtherSite(server)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
