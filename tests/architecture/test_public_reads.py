"""Whoever lists pages or listings for readers goes through the one rule for what is public."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("hub", "home", "guidance", "directory")
# The rule itself, what only the demo and migrations do, and what takes down whatever was to end or asks when that is.
RULE = {
    "guidance/managers.py",
    "directory/models/querysets.py",
    "directory/models/organizations.py",
    "directory/navigation/clock.py",
    "hub/scheduling/publishing.py",
}


def sources() -> list[Path]:
    found = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return [path for path in found if not {"migrations", "demo"} & set(path.relative_to(ROOT).parts)]


def reads_without_the_rule(text: str) -> Iterator[int]:
    """The lines that ask for what is live without asking whether anyone may read it."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        named = {keyword.arg for keyword in node.keywords}
        if node.func.attr == "live" or (node.func.attr in {"filter", "exclude", "get"} and "live" in named):
            yield node.lineno


def test_nothing_reads_what_is_live_without_the_rule() -> None:
    wrong = [
        f"{name}:{line}"
        for path in sources()
        if (name := str(path.relative_to(ROOT))) not in RULE
        for line in reads_without_the_rule(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["pages.live()", "Page.objects.live().in_menu()", "stories.filter(live=True)", "pages.exclude(live=False)"]
)
def test_the_test_finds_what_it_looks_for(text: str) -> None:
    assert list(reads_without_the_rule(text)) == [1]


def test_the_rule_asks_for_both() -> None:
    assert ".live().public()" in (ROOT / "guidance/managers.py").read_text(encoding="utf-8")


def test_no_template_decides_what_is_public() -> None:
    templates = [path for path in sorted((ROOT / "templates").rglob("*.html")) if "wagtailadmin" not in path.parts]
    assert [
        str(path) for path in templates if re.search(r"\{[{%][^}]*\.live\b", path.read_text(encoding="utf-8"))
    ] == []
