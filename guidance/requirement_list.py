"""All rules of all guides as one list: narrowed, grouped, and as rows of a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from directory.admin.spreadsheet_cells import harmless
from guidance.blocks import RequirementValue
from guidance.choices import Jurisdiction, Level
from guidance.outline import GuideEntry, Outline, StageEntry
from guidance.statements import stored_requirements_of

STATES = {"now": _("Apply now"), "coming": _("Still to come"), "past": _("No longer apply")}
GROUPINGS = {"level": _("How binding"), "source": _("Source"), "nation": _("Nation"), "stage": _("Stage")}
OURS = _("Our own suggestions")
COLUMNS = (
    _("text"),
    _("level"),
    _("state"),
    _("applies to"),
    _("nations"),
    _("source"),
    _("publisher"),
    _("date of source"),
    _("address of source"),
    _("applies from"),
    _("applies until"),
    _("note"),
    _("guides"),
    _("stages"),
)


@dataclass(frozen=True, slots=True)
class ListedRequirement:
    """One rule with every guide that states it."""

    rule: RequirementValue
    guides: tuple[GuideEntry, ...]
    stages: tuple[StageEntry, ...]

    @property
    def source(self) -> str:
        """What the rule rests on, by title; our suggestions rest on nothing else."""
        return self.rule["source"]["title"] or OURS

    @property
    def is_shown_instead(self) -> bool:
        """Whether only guides state it that have no translation."""
        return all(guide.is_shown_instead for guide in self.guides)

    @property
    def nations(self) -> tuple[str, ...]:
        return tuple(self.rule["jurisdictions"] or ())

    def row(self) -> list[Any]:
        """One line of the spreadsheet."""
        rule, source = self.rule, self.rule["source"]
        cells = (
            rule["text"],
            Level(rule["level"]).label,
            STATES[rule.state],
            rule["applies_to"],
            rule.jurisdiction_words,
            self.source,
            source["publisher"],
            source["published"],
            source["url"],
            rule["valid_from"] or "",
            rule["valid_until"] or "",
            rule["note"],
            "; ".join(guide.title for guide in self.guides),
            "; ".join(stage.label for stage in self.stages),
        )
        return [harmless("" if cell is None else str(cell)) for cell in cells]


def collect(outline: Outline, bodies: Mapping[int, StreamValue]) -> list[ListedRequirement]:
    """The rules of these bodies in the order of the outline. One that several guides state is one, with all of them.

    bodies: those of guides, by primary key; a guide without one has no rules.
    """
    found: dict[tuple[str, str, str], tuple[RequirementValue, dict[int, GuideEntry], dict[int, StageEntry]]] = {}
    for stage in outline.stages:
        for guide in stage.guides:
            for rule in stored_requirements_of(bodies[guide.pk]) if guide.pk in bodies else ():
                key = (rule["text"], rule["level"], rule["source"]["title"] or "")
                _unused, guides, stages = found.setdefault(key, (rule, {}, {}))
                guides[guide.pk], stages[stage.pk] = guide, stage
    return [
        ListedRequirement(rule, tuple(guides.values()), tuple(stages.values()))
        for rule, guides, stages in found.values()
    ]


@dataclass(frozen=True, slots=True)
class RequirementQuery:
    """What stands in the address. Whatever is unknown there is left out."""

    level: str = ""
    nation: str = ""
    stage: str = ""
    source: str = ""
    state: str = ""
    by: str = "level"

    @classmethod
    def read(cls, query: Mapping[str, str], offered: "FilterChoices") -> "RequirementQuery":
        def one_of(name: str, choices: Iterable[str]) -> str:
            value = query.get(name, "")
            return value if value in set(choices) else ""

        return cls(
            level=one_of("level", Level.values),
            nation=one_of("in", Jurisdiction.values),
            stage=one_of("stage", dict(offered.stages)),
            source=one_of("source", dict(offered.sources)),
            state=one_of("when", STATES),
            by=one_of("by", GROUPINGS) or "level",
        )

    @property
    def is_narrowed(self) -> bool:
        return any((self.level, self.nation, self.stage, self.source, self.state))

    @property
    def csv_address(self) -> str:
        """The same list as a file."""
        return self._address(format="csv")

    def page_address(self, number: int) -> str:
        """Another page of the same list."""
        return self._address(by=self.by, page=number)

    def _address(self, **more: object) -> str:
        chosen = {
            "level": self.level,
            "in": self.nation,
            "stage": self.stage,
            "source": self.source,
            "when": self.state,
            **more,
        }
        return f"?{urlencode({name: value for name, value in chosen.items() if value})}"

    def of(self, requirements: Iterable[ListedRequirement]) -> list[ListedRequirement]:
        """Those that fit all that was chosen."""
        return [each for each in requirements if self._fits(each)]

    def _fits(self, each: ListedRequirement) -> bool:
        return (
            self.level in ("", each.rule["level"])
            and self.nation in ("", *each.nations)
            and self.stage in ("", *(str(stage.number) for stage in each.stages))
            and self.source in ("", each.source)
            and self.state in ("", each.rule.state)
        )


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the list can be narrowed by, as pairs of value and words: only what occurs in it."""

    stages: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, requirements: Iterable[ListedRequirement]) -> "FilterChoices":
        stages: dict[str, str] = {}
        sources: dict[str, str] = {}
        for each in requirements:
            stages.update((str(stage.number), stage.label) for stage in each.stages)
            publisher = each.rule["source"]["publisher"]
            sources[each.source] = f"{each.source}, {publisher}" if publisher else each.source
        by_words = sorted(sources.items(), key=lambda pair: (pair[0] == OURS, pair[1].casefold()))
        return cls(tuple(sorted(stages.items(), key=lambda pair: int(pair[0]))), tuple(by_words))


@dataclass(frozen=True, slots=True)
class GroupHeading:
    """What stands above some rules. The name of a source or a stage is in the language of its guides."""

    words: str
    is_shown_instead: bool

    def __str__(self) -> str:
        return self.words


def grouped(requirements: list[ListedRequirement], by: str) -> Iterator[tuple[GroupHeading, list[ListedRequirement]]]:
    """Headings with the rules below them. A rule of several nations or stages stands under each."""
    groups: dict[str, list[ListedRequirement]] = {}
    shown_instead: dict[str, bool] = {}
    for each in requirements:
        for words, is_shown_instead in _headings(each, by):
            groups.setdefault(words, []).append(each)
            shown_instead[words] = shown_instead.get(words, True) and is_shown_instead
    order = _order(by)
    for words in sorted(groups, key=lambda words: (order.get(words, len(order)), words.casefold())):
        yield GroupHeading(words, shown_instead[words]), groups[words]


def _headings(each: ListedRequirement, by: str) -> list[tuple[str, bool]]:
    if by == "source":
        return [(str(each.source), each.is_shown_instead and each.source != OURS)]
    if by == "nation":
        return [(str(Jurisdiction(value).label), False) for value in each.nations]
    if by == "stage":
        return [(stage.label, stage.is_shown_instead) for stage in each.stages]
    return [(str(Level(each.rule["level"]).label), False)]


def _order(by: str) -> dict[str, int]:
    if by == "level":
        return {label: place for place, label in enumerate(Level.labels)}
    if by == "nation":
        return {label: place for place, label in enumerate(Jurisdiction.labels)}
    # After every source: those have no place of their own.
    return {OURS: 2} if by == "source" else {}


def as_csv(found: list[ListedRequirement]) -> HttpResponse:
    """As a file for a spreadsheet."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="requirements.csv"'
    # Without it a spreadsheet takes the file for one in the machine's own letters.
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    writer.writerows(each.row() for each in found)
    return response
