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


NAMED_FILE = re.compile(r"`((?:hub|home|guidance|directory|search|templates)/[\w/]+\.(?:py|html))`")


def journey_problems(text: str, root: Path) -> list[str]:
    """Files that a journey names and nobody finds, and files that one journey enters more than twice."""
    problems = [
        f"{name} does not exist" for name in sorted(set(NAMED_FILE.findall(text))) if not (root / name).is_file()
    ]
    for journey in text.split("\n## ")[1:]:
        title, names = journey.split("\n")[0], NAMED_FILE.findall(journey)
        problems += [
            f"{title}: {name} is entered more than twice" for name in sorted(set(names)) if names.count(name) > 2
        ]
        twice = [name for name in sorted(set(names)) if names.count(name) == 2]
        problems += [f"{title}: more than one file is entered twice: {', '.join(twice)}"] if len(twice) > 1 else []
    return problems


def test_journeys_name_files_that_are_there() -> None:
    assert journey_problems((ROOT / "docs" / "journeys.md").read_text(encoding="utf-8"), ROOT) == []


def test_a_journey_that_went_astray_is_found(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    for name in ("one.py", "two.py"):
        (tmp_path / "home" / name).touch()
    astray = "# Journeys\n## First\n`home/gone.py`\n## Second\n" + "`home/one.py` " * 3 + "`home/two.py`"
    assert journey_problems(astray, tmp_path) == [
        "home/gone.py does not exist",
        "Second: home/one.py is entered more than twice",
    ]
    wandering = "\n## Third\n`home/one.py` `home/one.py` `home/two.py` `home/two.py`"
    assert journey_problems(wandering, tmp_path) == [
        "Third: more than one file is entered twice: home/one.py, home/two.py"
    ]


SECTIONS = ["Decision", "Context", "Considered", "Consequences"]
RECORD = re.compile(r"# (\d+)\. .+\n\n[A-Z][^#]*\n\n## Decision\n\n")


def record_problems(name: str, text: str) -> list[str]:
    """What keeps a reader from the decision, who reads the first lines of a record and seldom more."""
    head = RECORD.match(text)
    if head is None:
        return [f"{name} does not begin with title, status and decision"]
    problems = [] if int(head[1]) == int(name[:4]) else [f"{name} has another number in its title"]
    sections = re.findall(r"^## (.+)$", text, re.MULTILINE)
    return problems + (
        [] if sections == [known for known in SECTIONS if known in sections] else [f"{name}: {sections}"]
    )


def test_records_of_decisions_have_one_shape() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [problem for path in records for problem in record_problems(path.name, path.read_text("utf-8"))] == []


def test_a_record_of_another_shape_is_found() -> None:
    good = "# 3. Words\n\nAccepted.\n\n## Decision\n\nPlain ones.\n\n## Context\n\nMany were not.\n"
    assert record_problems("0003-words.md", good) == []
    assert record_problems("0004-words.md", good) == ["0004-words.md has another number in its title"]
    assert record_problems("0003-words.md", good.replace("Decision", "Context", 1)) == [
        "0003-words.md does not begin with title, status and decision"
    ]
    assert record_problems("0003-words.md", good + "\n## Decision\n") == [
        "0003-words.md: ['Decision', 'Context', 'Decision']"
    ]
