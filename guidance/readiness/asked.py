"""The questions of a check: the statements that close the published guides, a stage at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from wagtail.models import Page

from guidance.choices import Level, jurisdiction_words
from guidance.models import GuidanceIndexPage, GuidePage, ReadinessCheck
from guidance.outline import GuideEntry, Outline, StageEntry
from guidance.statements import Statement, stored_statements_of
from search.text.lists_in_words import listed

LEVELS = tuple(Level.values)
MUST = (str(Level.LAW), str(Level.STANDARD))


@dataclass(frozen=True, slots=True)
class Question:
    """One statement as it is asked. `key` stays when words, titles and addresses change."""

    key: str
    statement: Statement
    guide: GuideEntry
    stage: StageEntry

    @property
    def text(self) -> str:
        return self.statement.text

    @property
    def level(self) -> str:
        return self.statement.level

    @property
    def is_must(self) -> bool:
        return self.level in MUST

    @property
    def strength(self) -> str:
        """How binding, and where when not everywhere: "Must, Scotland"."""
        rule, nations = self.statement.requirement, self.statement.jurisdictions
        strength = str(rule.strength if rule else _("We suggest"))
        return f"{strength}, {jurisdiction_words(nations)}" if rule and 0 < len(nations) < 3 else strength

    @property
    def source(self) -> str:
        """Who says so, in a line; nothing for our own suggestion."""
        rule = self.statement.requirement
        source: Any = rule["source"] if rule else {}
        return listed(source.get(name) or "" for name in ("title", "publisher", "published"))

    @property
    def chapter_url(self) -> str:
        """The chapter that says how; the whole guide when none is named."""
        return f"{self.guide.url}#{self.statement.anchor}" if self.statement.anchor else self.guide.url

    @property
    def chapter_words(self) -> str:
        chapter = self.statement.chapter
        return f"{self.guide.title}, “{chapter}”" if chapter else self.guide.title


@dataclass(frozen=True, slots=True)
class AskedStage:
    """A stage with its questions."""

    key: UUID
    entry: StageEntry
    questions: tuple[Question, ...]

    @property
    def slug(self) -> str:
        return self.entry.slug


@dataclass(frozen=True)
class QuestionSet:
    """Every question there is, stage by stage."""

    section: GuidanceIndexPage
    stages: tuple[AskedStage, ...]

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.key: question for stage in self.stages for question in stage.questions}

    def stage(self, slug: str) -> AskedStage | None:
        return next((stage for stage in self.stages if slug in stage.entry.slugs), None)

    def after(self, stage: AskedStage) -> AskedStage | None:
        """The stage that comes next."""
        place = self.stages.index(stage) + 1
        return self.stages[place] if place < len(self.stages) else None

    def for_check(self, check: ReadinessCheck) -> "QuestionSet":
        """What this check asks: of its stage, in its nation."""
        chosen = (stage for stage in self.stages if check.stage_key in (None, stage.key))
        stages = (AskedStage(stage.key, stage.entry, _in_nation(stage.questions, check.nation)) for stage in chosen)
        return QuestionSet(self.section, tuple(stage for stage in stages if stage.questions))


def read_asked() -> QuestionSet:
    """Every question of the published guides, in four queries. Raises `Http404` without a section."""
    section = GuidanceIndexPage.objects.published().in_language().first()
    if section is None:
        raise Http404
    outline = section.outline()
    found = dict(_questions(outline))
    stages = (AskedStage(key, entry, found[entry.pk]) for key, entry in _with_keys(outline))
    return QuestionSet(section, tuple(stage for stage in stages if stage.questions))


def _with_keys(outline: Outline) -> Iterator[tuple[UUID, StageEntry]]:
    keys = dict(
        Page.objects.filter(pk__in=[stage.pk for stage in outline.stages]).values_list("pk", "translation_key")
    )
    yield from ((keys[stage.pk], stage) for stage in outline.stages)


def _questions(outline: Outline) -> Iterator[tuple[int, tuple[Question, ...]]]:
    fields = ("pk", "translation_key", "checklist", "body", "jurisdictions")
    pks = [guide.pk for stage in outline.stages for guide in stage.guides]
    rows = {row[0]: row[1:] for row in GuidePage.objects.filter(pk__in=pks).values_list(*fields)}
    for stage in outline.stages:
        yield (
            stage.pk,
            tuple(
                Question(f"{rows[guide.pk][0].hex}.{statement.identifier}", statement, guide, stage)
                for guide in stage.guides
                for statement in stored_statements_of(*rows[guide.pk][1:])
                if not statement.is_past and statement.identifier
            ),
        )


def _in_nation(questions: tuple[Question, ...], nation: str) -> tuple[Question, ...]:
    return tuple(
        question
        for question in questions
        if not nation or not question.statement.jurisdictions or nation in question.statement.jurisdictions
    )
