"""A site of three pages, for tests of the server alone."""

import json
import os
import time
from collections.abc import Callable, Iterable
from typing import Any


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    path = environ["PATH_INFO"]
    if path == "/slow":
        time.sleep(2)
    if path == "/large":
        body = b"x" * 8_000_000
    else:
        read = len(environ["wsgi.input"].read())
        told = {name: value for name, value in environ.items() if name.startswith("HTTP_")}
        body = json.dumps({"read": read, "process": os.getpid(), "headers": told}).encode()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    return [body]
