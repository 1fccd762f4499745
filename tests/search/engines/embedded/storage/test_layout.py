"""The name of a layout says what is stored and how it is analysed, and nothing else."""

import inspect
import re
import sys
import types

import pytest

from search.engines.embedded import analysis
from search.engines.embedded.analysis import Analysis, TextAnalyzer
from search.engines.embedded.geo import grid, points
from search.engines.embedded.storage import documents, entries, facet_sets, layout, schema

KINDS = (("service", 1), ("guide", 2))
FACETS = ("need", "setting")


def name(content=KINDS, facets=FACETS, made_by=layout) -> str:
    return made_by.layout_name(content, facets, Analysis())


def moved_and_commented(module: types.ModuleType, monkeypatch) -> types.ModuleType:
    """The module again from another file, with a comment before each function."""
    source = re.sub(r"(?m)^(def |class )", r"# Said in other words.\n\1", inspect.getsource(module))
    copy = types.ModuleType(module.__name__)
    monkeypatch.setitem(sys.modules, module.__name__, copy)
    exec(compile(f"# A remark.\n{source}", "elsewhere.py", "exec"), vars(copy))  # noqa: S102  our own source
    return copy


def test_a_comment_or_another_file_does_not_change_it(monkeypatch):
    before = name()
    for module in (facet_sets, documents, grid, points, schema, entries, layout):
        moved = moved_and_commented(module, monkeypatch)
    assert name(made_by=moved) == before


def test_kinds_versions_and_facets_change_it():
    names = {
        name(),
        name(content=(("service", 2), ("guide", 2))),
        name(content=(("service", 1),)),
        name(facets=("need",)),
        name(facets=("setting", "need")),
    }
    assert len(names) == 5


def test_another_analysis_changes_it(monkeypatch):
    before = name()
    monkeypatch.setattr(Analysis, "__init__", _without_stems)
    assert name() != before


def _without_stems(self: Analysis) -> None:
    self.plain = self.stemmed = TextAnalyzer()


@pytest.mark.parametrize(
    ("module", "constant", "other"),
    [
        (analysis, "LONGEST_TERM", 59),
        (schema, "FAST_POINTS", 3),
        (schema, "TITLE", "heading"),
        (entries, "STORED_BODY", 5_000),
        (entries, "WEIGHT_SCALE", 9.0),
        (grid, "SIZES", (8.0, 2.0, 0.5)),
    ],
)
def test_whatever_changes_what_is_stored_changes_it(monkeypatch, module, constant, other):
    before = name()
    monkeypatch.setattr(module, constant, other)
    points.cells_at.cache_clear()
    assert name() != before
    points.cells_at.cache_clear()
