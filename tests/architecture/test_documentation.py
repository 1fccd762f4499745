"""A setting or a command without a line in the documentation is a setting nobody finds."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)


def settings_read_from_the_environment() -> set[str]:
    pattern = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"")
    return {
        name
        for path in (ROOT / "hub" / "settings").glob("*.py")
        for name in pattern.findall(path.read_text(encoding="utf-8"))
    }


def test_every_setting_is_documented() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE))
    read = settings_read_from_the_environment()
    assert read - documented == set()
    assert documented - read == {"PORT", "DEMO_PASSWORD", "DJANGO_SETTINGS_MODULE"}


def test_every_command_is_documented() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    text += (ROOT / "README.md").read_text(encoding="utf-8")
    commands = {
        path.stem
        for room in ("hub", "home", "guidance", "directory", "directory/enquiries", "search")
        for path in (ROOT / room / "management" / "commands").glob("[a-z]*.py")
    }
    assert {name for name in commands if name not in text} == set()
