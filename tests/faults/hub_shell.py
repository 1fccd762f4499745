"""A process of a running hub that runs the words of tests. Starting one for each takes longer than what they do."""

import json
import subprocess
import sys
import tempfile

from django.conf import settings

# Each piece has names of its own, and no connection stays: a database that is to be copied or stopped has no other.
LOOP = """
import contextlib, io, json, sys, traceback
from django.db import connections
for line in sys.stdin:
    told, failed = io.StringIO(), ""
    try:
        with contextlib.redirect_stdout(told):
            exec(json.loads(line), {"__name__": "words of a test"})
    except Exception:
        failed = traceback.format_exc()
    finally:
        connections.close_all()
    print(json.dumps([told.getvalue(), failed]), flush=True)
"""


class HubShell:
    """Has the environment of a hub, and ends when it is told to."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._complaints = tempfile.TemporaryFile("w+")  # noqa: SIM115 - as long as the process
        self._process = subprocess.Popen(  # noqa: S603 - our own command with our own words
            [sys.executable, "manage.py", "shell", "--no-imports", "--command", LOOP],
            cwd=settings.BASE_DIR,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            text=True,
        )

    def run(self, code: str) -> str:
        """What it printed. Fails with what went wrong there."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(code)}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            self._complaints.seek(0)
            raise AssertionError(self._complaints.read())
        told, failed = json.loads(answer)
        assert not failed, failed
        return told

    def stop(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()
        self._complaints.close()
