"""Which release of the hub made a page.

Pages outlive a restart. Made by other code or settings, one would name styles that are gone, or say what the site says
no more.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings

ROOMS = ("hub", "home", "guidance", "directory", "search", "templates")
ENDINGS = {".py", ".html", ".txt", ".csv", ".mo"}


@cache
def release() -> str:
    """The same on every machine that serves the same files with the same settings."""
    digest = sha256()
    for path in _files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    values = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    digest.update(repr(_plain(values)).encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    root = Path(settings.BASE_DIR)
    for room in ROOMS:
        yield from sorted(path for path in (root / room).rglob("*") if path.suffix in ENDINGS and path.is_file())
    # Versions of Django and Wagtail, and the names of static files.
    for path in (root / "requirements" / "runtime.txt", Path(settings.STATIC_ROOT) / "staticfiles.json"):
        if path.is_file():
            yield path


def _plain(value: Any) -> Any:
    """What has the same `repr` in each process: sets have another order in each."""
    if isinstance(value, dict):
        return sorted((repr(name), _plain(part)) for name, part in value.items())
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else repr(value)
