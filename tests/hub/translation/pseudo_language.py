"""A language that marks what went through gettext, and a reader that finds what did not."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation
from django.utils.html import strip_tags
from django.utils.translation import trans_real
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

OPEN, CLOSE = "⟦", "⟧"
CODE = "x-marked"
MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
LETTER = re.compile(r"[^\W\d_]{2,}")
HUMAN = {"alt", "title", "aria-label", "placeholder"}
BREAKS = re.compile(r"[\n,;:.?!()“”–-]+")
ADDRESS = re.compile(r"https?://\S+")
# A piece of a stored text may be cut out of it anywhere; fewer words than this could stand in one by chance.
FEWEST_WORDS = 4


class MarkedLanguage:
    """Stands where Django keeps the catalogue of a language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def language(self) -> str:
        return self._language

    def to_language(self) -> str:
        return self._language

    def gettext(self, message: str) -> str:
        text = message.rpartition(trans_real.CONTEXT_SEPARATOR)[2]
        return f"{OPEN}{text}{CLOSE}" if LETTER.search(text) else text

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)


def speak(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A context in which every text that is translated is marked."""
    monkeypatch.setitem(trans_real._translations, CODE, MarkedLanguage(CODE))
    return translation.override(CODE)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.unread = 0
        # Within a sentence that somebody wrote the site marks words: what it explains, and what was searched for.
        self.goes_on = self.is_within = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in {"script", "style"}
        self.goes_on = self.is_within = tag == "mark" or ("class", "hub-term") in attrs
        self.texts += [value for name, value in attrs if name in HUMAN and value]

    def handle_endtag(self, tag: str) -> None:
        self.unread -= tag in {"script", "style"}
        self.goes_on, self.is_within = self.is_within, False

    def handle_data(self, data: str) -> None:
        if self.unread:
            return
        if self.goes_on and self.texts:
            self.texts[-1] += data
        else:
            self.texts.append(data)


def unmarked(page: str, known: Iterable[str]) -> list[str]:
    """Pieces of visible text that were neither translated nor are `known`. A mark may open in one element and end in
    another: what stands between is marked."""
    reader = _Reader()
    reader.feed(page)
    known, depth, found = set(known), 0, []
    whole = "\n".join(known)
    for text in reader.texts:
        left, depth = outside_marks(text, depth)
        for piece in left:
            words = " ".join(ADDRESS.sub("", piece).split()).strip(" ,;:.()“”?!…")
            if LETTER.search(words) and not _is_known(words, known, whole):
                found.append(words)
    return found


def _is_known(words: str, known: set[str], whole: str) -> bool:
    is_cut_out = words.count(" ") >= FEWEST_WORDS - 1 and words in whole
    return words in known or is_cut_out or _made_of(words, known)


def outside_marks(text: str, depth: int) -> tuple[list[str], int]:
    """What is not marked, and how many marks are open at its end. depth: how many were open before."""
    pieces = [""]
    for letter in text:
        depth += letter == OPEN
        if not depth:
            pieces[-1] += letter
        if letter == CLOSE:
            depth -= 1
            pieces.append("")
    return pieces, depth


def _made_of(words: str, known: set[str]) -> bool:
    parts = [" ".join(part.split()) for part in BREAKS.split(words)]
    return all(part in known or not LETTER.search(part) for part in parts)


def stored_texts() -> set[str]:
    """Whatever the database says, as whole values, lines and pieces between punctuation."""
    found: set[str] = set()
    for model in apps.get_models():
        if model._meta.app_label in {"directory", "guidance", "home", "search", "wagtailcore", "wagtaildocs"}:
            for value in _values(model):
                for line in strip_tags(value.replace("</", "\n</").replace("<br", "\n<br")).splitlines():
                    text = " ".join(unescape(line).split())
                    found |= {text, text.strip(" ,;:.()“”?!")}
                    found |= {" ".join(part.split()) for part in BREAKS.split(text)}
    return found


def _values(model: type[models.Model]) -> Iterator[str]:
    kinds = (models.CharField, models.TextField, models.JSONField, StreamField)
    names = [f.attname for f in model._meta.concrete_fields if isinstance(f, kinds)]
    for row in model._default_manager.values_list(*names):
        for value in row:
            yield from _texts_in(value.raw_data if isinstance(value, StreamValue) else value)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts_in(each)
    elif isinstance(value, Iterable):
        for each in value:
            yield from _texts_in(each)
