"""Print the table of the record of processing, or write it into the documentation."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from directory.enquiries.retention.purposes import processing_table

PAGE = Path(settings.BASE_DIR) / "docs" / "data-protection" / "record-of-processing.md"
BEGIN, END = "<!-- table: manage.py record_of_processing --write -->", "<!-- end of table -->"


class Command(BaseCommand):
    """The table follows the code: a field that is stored is in it, with its purpose, condition and retention."""

    help = "Prints what is stored about people, why, on what condition and how long."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--write", action="store_true", help=f"Write it into {PAGE.name}.")

    def handle(self, *args: Any, write: bool, **options: Any) -> None:
        table = "\n".join(processing_table())
        if not write:
            self.stdout.write(table)
            return
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")


def with_table(text: str, table: str) -> str:
    """The page with this table in the place of the one it has."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"
