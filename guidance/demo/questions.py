"""What people ask that the demo's pages answer, in their words."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("questions.csv")


@cache
def read_questions() -> dict[str, str]:
    """The questions of each page by its slug, one a line. A page without any has the empty text."""
    lines: dict[str, list[str]] = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["page"]].append(row["question"])
    return defaultdict(str, {slug: "\n".join(asked) for slug, asked in lines.items()})
