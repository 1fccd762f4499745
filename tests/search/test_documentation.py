"""What the pages on the search name is there."""

import importlib
import re
from pathlib import Path

import pytest
from django.conf import settings

PAGES = sorted((Path(settings.BASE_DIR) / "docs").glob("search-*.md"))
PERMISSIONS = {"search.view_soughtcount"}


def test_there_are_pages():
    assert [page.stem for page in PAGES] == ["search-figures", "search-operating", "search-using"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_name_is_there(page):
    names = set(re.findall(r"`(search(?:\.\w+)+)", page.read_text(encoding="utf-8"))) - PERMISSIONS
    assert {name for name in names if not _exists(name)} == set()


def _exists(name: str) -> bool:
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = importlib.import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for attribute in parts[length:]:
            if not hasattr(found, attribute):
                return False
            found = getattr(found, attribute)
        return True
    return False
