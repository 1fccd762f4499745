"""The demo's words explained, from `glossary.csv`: in our own words, with the source where one bears them."""

import csv
from pathlib import Path

from guidance.choices import Jurisdiction, all_jurisdictions
from guidance.models import GlossaryTerm

FILE = Path(__file__).with_name("glossary.csv")
SOURCE = ("source_title", "source_publisher", "source_published", "source_url")


def create_glossary() -> None:
    """Add the words that are not there. Those that are there stay as they are: editors may have changed them."""
    present = set(GlossaryTerm.objects.values_list("name", flat=True))
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["name"] not in present:
                GlossaryTerm.objects.create(
                    name=row["name"],
                    acronym=row["acronym"],
                    other_names=row["other_names"].replace("|", "\n"),
                    definition=row["definition"],
                    is_marked=row["marked"] == "yes",
                    jurisdictions=_nations(row["nations"]),
                    **{name: row[name] for name in SOURCE},
                )


def _nations(written: str) -> list[str]:
    return [value for value in Jurisdiction.values if value in written.split()] or all_jurisdictions()
