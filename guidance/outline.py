"""The guidance section as a numbered outline of its stages and guides."""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from search.languages import own_language


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineEntry:
    """What every page in the outline has.

    `key` is the same in every language; `original_pk` and `original_slug` are of the page that was written first.
    `is_copy`: it only follows the original; `is_shown_instead`: in the hub's own language, for want of a translation.
    """

    pk: int
    title: str
    url: str
    summary: str
    key: UUID
    original_pk: int
    original_slug: str
    is_copy: bool = False
    is_shown_instead: bool = False

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.url.rstrip("/").rpartition("/")[2]

    @property
    def slugs(self) -> tuple[str, str]:
        """By which an address may name it, in whatever language that address was made."""
        return self.slug, self.original_slug

    def is_page(self, pk: int) -> bool:
        """Whether it is this page, or stands for it in another language."""
        return pk in (self.pk, self.original_pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry(OutlineEntry):
    """One guide as the outline lists it. Practices have a place within their stage and a number, as in 3.1."""

    stage_number: int
    place: int = 0
    roles: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def is_practice(self) -> bool:
        return self.place > 0

    @property
    def number(self) -> str:
        return f"{self.stage_number}.{self.place}" if self.place else ""

    @property
    def label(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class StageEntry(OutlineEntry):
    """One stage with its guides in the editors' order."""

    number: int
    short_summary: str
    team_says: str
    move_on_when: tuple[str, ...]
    guides: tuple[GuideEntry, ...] = field(default=())

    @property
    def anchor(self) -> str:
        return f"stage-{self.number}"

    @property
    def label(self) -> str:
        """All of it in the language of its title: one heading is one language."""
        with override(own_language()) if self.is_shown_instead else nullcontext():
            return _("Stage %(number)s: %(title)s") % {"number": self.number, "title": self.title}

    @property
    def practices(self) -> tuple[GuideEntry, ...]:
        return tuple(guide for guide in self.guides if guide.is_practice)

    @property
    def readings(self) -> tuple[GuideEntry, ...]:
        """Guides that are not practices."""
        return tuple(guide for guide in self.guides if not guide.is_practice)


@dataclass(frozen=True, slots=True)
class Outline:
    """Every live stage and guide in reading order."""

    stages: tuple[StageEntry, ...]

    def stage(self, pk: int) -> StageEntry | None:
        """The stage with this key, or the stage that holds the guide with this key."""
        for stage in self.stages:
            if stage.is_page(pk) or any(guide.is_page(pk) for guide in stage.guides):
                return stage
        return None

    def guide(self, pk: int) -> GuideEntry | None:
        return next((guide for stage in self.stages for guide in stage.guides if guide.is_page(pk)), None)

    def neighbours(self, pk: int) -> dict[str, GuideEntry | StageEntry | None]:
        """The pages before and after this one, as the context a template needs."""
        order = [entry for stage in self.stages for entry in (stage, *stage.guides)]
        place = next((number for number, entry in enumerate(order) if entry.is_page(pk)), None)
        if place is None:
            return {"previous_page": None, "next_page": None}
        return {
            "previous_page": order[place - 1] if place else None,
            "next_page": order[place + 1] if place + 1 < len(order) else None,
        }


def build_outline(section_url: str, stages: Iterable[Page], guides: Iterable[Page]) -> Outline:
    """Number the stages of a section and give each the guides below it. All are in the editors' order."""
    entries = []
    for number, stage in enumerate(stages, start=1):
        own = [guide for guide in guides if guide.path.startswith(stage.path)]
        entries.append(_stage_entry(stage, number, section_url, own))
    return Outline(tuple(entries))


def _stage_entry(stage: Page, number: int, section_url: str, guides: list) -> StageEntry:
    url = f"{section_url}{stage.slug}/"
    return StageEntry(
        **_identity(stage),
        number=number,
        title=stage.title,
        url=url,
        summary=stage.summary,
        short_summary=stage.short_summary or stage.summary,
        team_says=stage.team_says,
        move_on_when=tuple(statement.value for statement in stage.move_on_when),
        guides=tuple(_guide_entries(guides, number, url)),
    )


def _guide_entries(guides: list, stage_number: int, stage_url: str) -> list[GuideEntry]:
    entries = []
    practices = 0
    for guide in guides:
        practices += guide.is_practice
        entries.append(
            GuideEntry(
                **_identity(guide),
                title=guide.short_title or guide.title,
                url=f"{stage_url}{guide.slug}/",
                summary=guide.summary,
                stage_number=stage_number,
                place=practices if guide.is_practice else 0,
                roles=tuple(guide.roles),
                jurisdictions=tuple(guide.jurisdictions),
                questions=guide.shown_question_list,
            )
        )
    return entries


def _identity(page: Page) -> dict[str, Any]:
    return {
        "pk": page.pk,
        "key": page.translation_key,
        "original_pk": page.pk,
        "original_slug": page.slug,
        "is_copy": page.alias_of_id is not None,
    }


@dataclass(frozen=True, slots=True)
class KeptOutline:
    """An outline, and the moment from which it is not true any more."""

    outline: Outline
    ends_at: datetime | None
