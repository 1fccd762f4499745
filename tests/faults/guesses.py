"""Guesses at one place, and everything by which whoever guesses could tell one from another."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, reset_queries
from django.test import Client
from django.test.utils import CaptureQueriesContext

# What differs between two statements that ask the same: their values, and the names of savepoints.
VALUES = re.compile(r"'[^']*'|\b\d+\b|\bs\d+_x\d+\b")


@dataclass
class Guesses:
    """What all of them got. `statements`: what the database was asked, in order, without values: time follows it."""

    path: str
    hits: list[Any] = field(default_factory=list)
    answers: set[tuple[int, int, str]] = field(default_factory=set)
    statements: set[tuple[str, ...]] = field(default_factory=set)
    count: int = 0

    def try_one(self, client: Client, data: dict[str, str] | None = None) -> Any:
        """Each comes from an address of its own, so that nothing is told by who guessed before."""
        if not self.count:
            # Whoever asks first after a start also waits for what is read once.
            client.get(self.path)
        self.count += 1
        address = f"10.{self.count >> 16 & 255}.{self.count >> 8 & 255}.{self.count & 255}"
        # Django remembers the last nine thousand, and what is captured beyond that looks like nothing.
        reset_queries()
        with CaptureQueriesContext(connection) as asked:
            response = (
                client.post(self.path, data, REMOTE_ADDR=address)
                if data
                else client.get(self.path, REMOTE_ADDR=address)
            )
        answer = (response.status_code, len(response.content), response.headers.get("Location", ""))
        if self.answers and answer not in self.answers:
            self.hits.append(answer)
        self.answers.add(answer)
        self.statements.add(tuple(VALUES.sub("?", query["sql"]) for query in asked.captured_queries))
        return response

    @property
    def is_silent(self) -> bool:
        """All got the same, and cost the same."""
        return len(self.answers) == len(self.statements) == 1
