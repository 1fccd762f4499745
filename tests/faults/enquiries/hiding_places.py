"""Everywhere that something typed could have got to while a hub ran."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_plus

import requests
from bs4 import BeautifulSoup

from tests.faults.enquirer import Enquirer
from tests.faults.hub_databases import MAIN, all_rows, connected, is_sqlite
from tests.faults.mail_server import MailServer
from tests.faults.running_hub import RunningHub

ENCODED = re.compile(r"[A-Za-z0-9_+/-]{16,}")
# A mail is addressed to whom it is sent to, and has to be.
ENVELOPE = ("To",)
WRITES_OF_POSTGRESQL = "SELECT 'pg_wal', pg_read_binary_file('pg_wal/' || name, 0, size, true) FROM pg_ls_waldir()"
FILES_OF_POSTGRESQL = """SELECT name, pg_read_binary_file(name) FROM (
SELECT pg_relation_filepath(oid) AS name FROM pg_class
WHERE relkind IN ('r', 't', 'i') AND relfilenode <> 0) files"""


@dataclass
class Listening(Enquirer):
    """Writes down what stays in a browser: the titles and addresses of its history, its cookies, and all headers."""

    kept: dict[str, list[str]] = field(default_factory=lambda: {"titles": [], "headers": [], "cookies": []})

    def __post_init__(self) -> None:
        self.browser.hooks["response"].append(self.note)

    def note(self, page: requests.Response, **options: object) -> None:
        title = BeautifulSoup(page.text, "html.parser").title
        self.kept["titles"].append(title.text if title else "")
        self.kept["headers"] += [page.url, *(f"{name}: {value}" for name, value in page.headers.items())]
        self.kept["cookies"] += [f"{cookie.name}={cookie.value}" for cookie in page.cookies]


@dataclass
class HidingPlaces:
    """All of them, by what a reader would call them."""

    hub: RunningHub
    mail_server: MailServer
    people: list[Listening]

    def holding(self, word: str) -> set[str]:
        """Where the word is, in whatever letters, plain or encoded."""
        found = {place for place, text in self._texts() if word.lower() in readable(text).lower()}
        found |= {name for name, content in self._files() if word.lower().encode() in content.lower()}
        return found | ({"index"} if self._is_found(word) else set())

    def _texts(self) -> Iterator[tuple[str, str]]:
        yield "log", (self.hub.folder / "log").read_text(errors="replace")
        yield "mails", "\n".join(self._mails())
        for name in ("titles", "headers", "cookies"):
            yield name, "\n".join(text for person in self.people for text in person.kept[name])
        yield "rows", all_rows(self.hub)
        if not is_sqlite(self.hub):
            with connected(self.hub) as connection:
                log = "pg_read_file(current_setting('data_directory') || '/../log')"
                yield "log of PostgreSQL", connection.execute(f"SELECT {log}").fetchone()[0]

    def _mails(self) -> Iterator[str]:
        for message in self.mail_server.taken.values():
            for name, value in message.items():
                if name not in ENVELOPE:
                    yield f"{name}: {value}"
            yield str(message.get_payload(decode=True), "utf-8", "replace")

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for path in self.hub.folder.rglob("*"):
            if path.is_file():
                yield f"file {path.relative_to(self.hub.folder).parts[0]}", path.read_bytes()
        if not is_sqlite(self.hub):
            with connected(self.hub, MAIN) as connection:
                # The log of writes first, and up to now: a checkpoint throws away what it no longer needs of it.
                connection.execute("SET synchronous_commit = on")
                connection.execute("SELECT pg_logical_emit_message(true, 'read', 'up to here')")
                for name, content in connection.execute(WRITES_OF_POSTGRESQL):
                    yield f"file {name}", bytes(content or b"")
                connection.execute("CHECKPOINT")
                for name, content in connection.execute(FILES_OF_POSTGRESQL):
                    yield f"file {name.partition('/')[0]}", bytes(content or b"")

    def _is_found(self, word: str) -> bool:
        page = BeautifulSoup(self.hub.get(f"/find/?q={word}")[1], "html.parser")
        return bool(page.select('main a[href^="/services/"]'))


def readable(text: str) -> str:
    """The text with all in it that only looks unreadable: quoted for addresses, base64, and compressed."""
    return "\n".join([text, unquote_plus(text), *(_decoded(match[0]) for match in ENCODED.finditer(text))])


def _decoded(encoded: str) -> str:
    try:
        content = base64.urlsafe_b64decode(encoded.replace("+", "-").replace("/", "_").rstrip("=") + "==")
        content = zlib.decompress(content) if content[:1] == b"x" else content
    except (binascii.Error, zlib.error):
        return ""
    return content.decode("utf-8", "ignore")
