"""The styles: colours and breakpoints by name, short files, and no class that is only on one side."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
STYLES = sorted((ROOT / "hub/assets/styles").glob("*.scss"))
PALETTE = "_settings.scss"
LONGEST = 300
CLASS = r"(?:hub|inbox)-[a-z0-9]+(?:(?:--|__|-)[a-z0-9]+)*"
# Templates put a word of the data behind these, so that the whole class stands nowhere.
MADE_AT_RUN_TIME = {
    "hub-availability--": "one of a service's states: open, waiting, full, unknown",
    "hub-bar__number--": "which part of a stage's bar: see guidance/readiness/standing.py",
    "hub-bar__part--": "the same",
    "hub-fit--": "the answer on a card: yes, ask, no",
    "hub-level--": "how binding a statement is: see guidance/choices.py",
    "hub-notice--": "the kind of a notice: see directory/templatetags/notices.py",
    "hub-plan__level--": "how binding a statement is: see guidance/choices.py",
    "hub-refer__answer--": "the answer to who may refer: yes, ask, no",
    "hub-requirement--": "how binding a requirement of a guide is, and whether it is in force",
    "inbox-due--": "when a reply is due: late, later",
    "inbox-flag--": "what is marked on an enquiry: urgent",
}


def uncommented(path: Path) -> str:
    return re.sub(r"(?m)//.*$", "", path.read_text())


def styled_classes() -> set[str]:
    """Every class that a rule names, with `&__part` and `&--state` put behind what they are nested in."""
    return {name for path in STYLES for name in _classes_of(uncommented(path))}


def _classes_of(text: str) -> set[str]:
    found: set[str] = set()
    nested: list[list[str]] = [[]]
    for selector, ends in re.findall(r"([^{};]*)([{};])", text):
        if ends == "{":
            named = re.findall(rf"\.({CLASS})", selector)
            names = [name + end for name in nested[-1] for end in re.findall(r"&((?:__|--)[a-z0-9-]+)", selector)]
            found.update(named, names)
            nested.append(names or re.findall(rf"(?m)^\s*\.({CLASS})", selector) or nested[-1])
        elif ends == "}":
            nested.pop()
    return found


def sources() -> str:
    """Everything that can put a class on a page."""
    kinds = {".html", ".py", ".js"}
    folders = ("templates", "hub", "home", "guidance", "directory")
    paths = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds)
    return "\n".join(path.read_text() for path in paths if "static" not in path.parts)


def classes_of_templates() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "templates").rglob("*.html"):
        text = re.sub(r"\{%.*?%\}", " ", path.read_text())
        for value in re.findall(r'class="([^"]*)"', text):
            found.update(name for name in value.split() if re.fullmatch(CLASS, name))
    return found


def test_every_styled_class_is_put_on_a_page() -> None:
    text = sources()
    used = set(re.findall(CLASS, text))
    made = tuple(MADE_AT_RUN_TIME)
    assert sorted(name for name in styled_classes() - used if not name.startswith(made)) == []
    assert [start for start in made if f"{start}{{" not in text and f"{start}%" not in text] == []


def test_every_class_on_a_page_is_styled() -> None:
    styled = styled_classes()
    blocks = {re.split("__|--", name)[0] for name in styled}
    assert sorted(classes_of_templates() - styled - blocks) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_colours_and_breakpoints_have_names_and_a_file_is_read_at_once(path: Path) -> None:
    text = uncommented(path)
    assert len(path.read_text().splitlines()) <= LONGEST
    assert not re.findall(r"@media[^{]*width", text)
    if path.name != PALETTE:
        assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", text)


def test_the_two_lines_are_drawn_in_one_place() -> None:
    assert [path.name for path in STYLES if re.search(r"border-left:[^;]*\$ember", uncommented(path))] == []
    mixins = [path.name for path in STYLES if "@mixin two-lines" in path.read_text()]
    assert mixins == ["_two_lines.scss"]
