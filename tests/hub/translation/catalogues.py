"""Collects the texts of the hub, as `make messages` does, and reads what was collected."""

import os
import re
import shutil
from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

ROOMS = ("directory", "guidance", "home", "hub", "search", "templates")
WITHOUT_TEXT = shutil.ignore_patterns("__pycache__", "data", "migrations", "static", "assets", "*.csv", "*.sqlite3")
TEXT = re.compile(r'^(msgctxt|msgid|msgid_plural) ((?:".*"\n)+)', re.MULTILINE)
LANGUAGE = "cy"


def collect(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In a copy, because Django writes beside each template while it reads it. Returns the file of a translator."""
    for room in ROOMS:
        shutil.copytree(Path(settings.BASE_DIR) / room, folder / room, ignore=WITHOUT_TEXT)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [str(folder / "locale")])
    before = Path.cwd()
    os.chdir(folder)
    try:
        call_command("makemessages", locale=[LANGUAGE], extensions=["html,txt,py"], no_location=True, verbosity=0)
    finally:
        os.chdir(before)
    return folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def texts(path: Path) -> Iterator[tuple[str, str, str]]:
    """Context, text and plural of each message; nothing where there is none."""
    for entry in path.read_text(encoding="utf-8").split("\n\n")[1:]:
        found = {name: "".join(map(literal_eval, lines.splitlines())) for name, lines in TEXT.findall(entry + "\n")}
        if found.get("msgid"):
            yield found.get("msgctxt", ""), found["msgid"], found.get("msgid_plural", "")
