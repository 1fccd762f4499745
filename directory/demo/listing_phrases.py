"""What people say who need one of the demo's services and do not know its name."""

import csv
from collections import defaultdict
from pathlib import Path

PHRASES = Path(__file__).with_name("listing_phrases.csv")


def read_phrases() -> dict[str, str]:
    """The phrases of each listing by its slug, one a line."""
    lines: dict[str, list[str]] = defaultdict(list)
    with PHRASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["service"]].append(row["phrase"])
    return {slug: "\n".join(said) for slug, said in lines.items()}
