"""Reads guides that are written as text, one a file: `guides/<slug>.txt`.

The head says what a guide is for, a line each; after `---` comes the body in a small Markdown. `guides/README.md`
has the rules. Whatever is written wrongly is refused with the name of its file.
"""

import csv
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .building import Guide, Part, Stage
from .guide_marks import read_body

FOLDER = Path(__file__).with_name("guides")
SOURCES = FOLDER / "sources.csv"
LISTS = ("ask", "find", "has")
ONCE = ("title", "short", "summary", "lede", "stage", "for", "in", "related")
HEAD_ENDS = "---"


@dataclass(frozen=True, slots=True)
class GuideFile:
    """A guide as its file has it. One without a body adds to a guide that is written in Python."""

    slug: str
    head: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    body: tuple[Part, ...] = ()
    statements: tuple[Part, ...] = ()

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names that stands on one line."""
        return tuple(filter(None, (name.strip() for name in self.head.get(key, "").split(","))))


@cache
def read_sources() -> dict[str, dict[str, str]]:
    """Each source by its key, as the block of a rule wants it."""
    with SOURCES.open(encoding="utf-8", newline="") as file:
        return {row.pop("key"): row for row in csv.DictReader(file)}


@cache
def read_guide_files() -> dict[str, GuideFile]:
    """Every file by the slug of its guide."""
    return {path.stem: read_guide_file(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.txt"))}


def read_guide_file(slug: str, text: str) -> GuideFile:
    """One guide. Raises `ValueError` with its name when something is written wrongly."""
    above, _, below = text.partition(f"\n{HEAD_ENDS}\n")
    try:
        head, lists = _read_head(above)
        body, statements = read_body(below, read_sources())
    except (KeyError, ValueError, IndexError) as wrong:
        raise ValueError(f"{slug}: {wrong}") from wrong
    return GuideFile(slug, head, lists, body, statements)


def _read_head(text: str) -> tuple[dict[str, str], dict[str, list[str]]]:
    head: dict[str, str] = {}
    lists: dict[str, list[str]] = {name: [] for name in LISTS}
    for line in filter(None, map(str.strip, text.splitlines())):
        key, colon, words = line.partition(":")
        if colon and key in LISTS:
            lists[key].append(words.strip())
        elif colon and key in ONCE and key not in head:
            head[key] = words.strip()
        else:
            raise ValueError(f"the head has {line!r}")
    return head, lists


def guides_of_stage(stage: Stage) -> tuple[Guide, ...]:
    """The guides of a stage, those in Python and those in text, in the order of `order.list`."""
    order = (FOLDER / "order.list").read_text("utf-8").split()
    texts = (file for file in read_guide_files().values() if file.head.get("stage") == stage.slug)
    return tuple(sorted((*stage.guides, *map(_guide, texts)), key=lambda guide: order.index(guide.slug)))


def _guide(file: GuideFile) -> Guide:
    return Guide(
        slug=file.slug,
        title=file.head["title"],
        short_title=file.head["short"],
        summary=file.head["summary"],
        lede=file.head["lede"],
        body=file.body,
    )
