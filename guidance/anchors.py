"""The ids of headings, which links lead to: never empty, never twice on a page, and none that a template uses."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify

# Whatever a page with a body can hold besides the body.
SURROUNDINGS = ("base.html", "components/*.html", "guidance/*.html", "home/*.html", "blocks/*.html")
ID = re.compile(r'\bid="((?:[^"{\n]|{{[^}\n]*}}|{%[^%\n]*%})+)"')
FILLED_IN = re.compile(r"{{[^}]*}}|{%[^%]*%}")
# `StageEntry.anchor`, what Django's forms call their fields, and the list of suggestions below a box.
MADE_BY_CODE = ("stage-[0-9]+", "id_.*", ".*-suggestions.*")
PREFIX = "section"


def anchors_of(headings: Iterable[str]) -> list[str]:
    """An id for each heading of one page, in order."""
    taken: set[str] = set()
    anchors = []
    for words in headings:
        slug, number = _slug(words), 1
        anchor = _apart_from_templates(slug)
        while anchor in taken:
            number += 1
            anchor = _apart_from_templates(f"{slug}-{number}")
        taken.add(anchor)
        anchors.append(anchor)
    return anchors


def anchor_of(words: str) -> str:
    """The id of a heading that stands alone."""
    return _apart_from_templates(_slug(words))


def _slug(words: str) -> str:
    # Words in another script are spelled out: a link to them can be read and typed.
    return slugify(words) or slugify(anyascii(words)) or PREFIX


def _apart_from_templates(slug: str) -> str:
    return f"{PREFIX}-{slug}" if _used_by_templates().fullmatch(slug) else slug


@cache
def _used_by_templates() -> re.Pattern[str]:
    """What templates use as ids. Read from them, so that an id added there cannot be forgotten here."""
    folder = Path(settings.BASE_DIR) / "templates"
    shapes = set(MADE_BY_CODE)
    for name in SURROUNDINGS:
        for template in folder.glob(name):
            shapes.update(map(_shape, ID.findall(template.read_text(encoding="utf-8"))))
    return re.compile("|".join(sorted(shapes - {".*"})))


def _shape(written: str) -> str:
    return ".*".join(re.escape(part) for part in FILLED_IN.split(written))
