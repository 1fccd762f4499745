"""What holds for every CSV and XLSX file that the admin hands out, Wagtail's own reports included."""

from functools import wraps
from typing import Any

from django.http import HttpRequest
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from directory.admin.spreadsheet_cells import harmless


def make_spreadsheets_harmless() -> None:
    """Change what Wagtail does for every list: no cell starts a formula, and no file is handed out without columns.

    Done to Wagtail's class, because its reports, its lists and those of its add-ons inherit from it, and a list that
    was forgotten would be the one that somebody aims at.
    """
    if getattr(SpreadsheetExportMixin, "is_harmless", False):
        return
    prepare, setup = SpreadsheetExportMixin.preprocess_field_value, SpreadsheetExportMixin.setup

    @wraps(prepare)
    def prepared(self: Any, field: str, value: Any, export_format: str) -> Any:
        return harmless(prepare(self, field, value, export_format))

    @wraps(setup)
    def set_up(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        setup(self, request, *args, **kwargs)
        # Wagtail hands out an empty file for a list that names no columns.
        self.is_export = self.is_export and bool(self.list_export)

    SpreadsheetExportMixin.preprocess_field_value = prepared
    SpreadsheetExportMixin.setup = set_up
    SpreadsheetExportMixin.is_harmless = True
