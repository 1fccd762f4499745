"""The demo's frameworks, from two tables beside this module: in our own words, with what of our guides covers each."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from guidance.models import Framework, FrameworkStatement, GuidePage

FOLDER = Path(__file__).parent
BETWEEN = ";"
STORED = ("title", "publisher", "published", "url", "scope", "read")


def create_frameworks() -> None:
    """Add the frameworks that are not there. One that is there stays as it is: editors may have changed it."""
    keys = _keys_of_guides()
    statements: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows("statements.csv"):
        statements[row["framework"]].append(row)
    for position, row in enumerate(rows("frameworks.csv")):
        framework, is_new = Framework.objects.get_or_create(
            title=row["title"], defaults={"position": position, **{name: row[name] for name in STORED}}
        )
        if is_new:
            FrameworkStatement.objects.bulk_create(_statements(framework, statements[row["key"]], keys))


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def places_of(row: dict[str, str]) -> list[str]:
    """What covers a statement: the address of a guide and the identifier of a statement of it."""
    return list(filter(None, map(str.strip, row["covered_by"].split(BETWEEN))))


def _statements(
    framework: Framework, found: list[dict[str, str]], keys: dict[str, str]
) -> Iterator[FrameworkStatement]:
    for position, row in enumerate(found):
        places = (place.partition("/") for place in places_of(row))
        yield FrameworkStatement(
            framework=framework,
            words=row["words"],
            level=row["level"],
            position=position,
            # A guide that editors took away covers nothing.
            covered_by=[f"{keys[guide]}.{identifier}" for guide, _, identifier in places if guide in keys],
        )


def _keys_of_guides() -> dict[str, str]:
    return {slug: key.hex for slug, key in GuidePage.objects.values_list("slug", "translation_key")}
