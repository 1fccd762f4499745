"""A guide, a stage or all of the guidance as one long page, with the statements of one guide whatever its length."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

from guidance.body_text import with_anchors
from guidance.linked_pages import stored_texts
from guidance.outline import GuideEntry, Outline, StageEntry

# A picture costs ink, and who has room today is not for paper: both are on the page itself.
LEFT_OUT = ("picture", "services")


@dataclass(frozen=True, slots=True)
class PrintedGuide:
    """One guide with the parts of its body, each with the id of its heading."""

    entry: GuideEntry
    page: Page
    parts: list[tuple[StreamValue.StreamChild, str]]

    @property
    def anchor(self) -> str:
        return f"guide-{self.page.slug}"


@dataclass(frozen=True, slots=True)
class PrintedStage:
    """One stage with those of its guides that are printed."""

    entry: StageEntry
    guides: list[PrintedGuide]


def chosen_stages(outline: Outline, stage: str, guide: str) -> list[tuple[StageEntry, list[GuideEntry]]]:
    """What an address names: everything, a stage or a guide, by slug. Nothing when there is no such thing."""
    stages = [entry for entry in outline.stages if stage in ("", *entry.slugs)]
    found = [(entry, [each for each in entry.guides if guide in ("", *each.slugs)]) for entry in stages]
    return [(entry, guides) for entry, guides in found if guides or not guide]


def arrange(
    chosen: Iterable[tuple[StageEntry, list[GuideEntry]]], pages: dict[int, Page]
) -> tuple[list[PrintedStage], list[str]]:
    """The guides with their parts, and the texts that may hold links. Ids of headings are given over all of them."""
    entries = [(stage, [guide for guide in guides if guide.pk in pages]) for stage, guides in chosen]
    raw = {guide.pk: _printed_parts(pages[guide.pk].body) for _, guides in entries for guide in guides}
    together = [part for parts in raw.values() for part in parts]
    block = next((page.body.stream_block for page in pages.values()), None)
    parts = iter(with_anchors(StreamValue(block, together, is_lazy=True)) if block else ())
    stages = [
        PrintedStage(
            stage, [PrintedGuide(each, pages[each.pk], [next(parts) for _ in raw[each.pk]]) for each in guides]
        )
        for stage, guides in entries
    ]
    return stages, list(stored_texts(together))


def _printed_parts(body: StreamValue) -> list[dict[str, Any]]:
    known = body.stream_block.child_blocks
    return [part for part in body.raw_data if part["type"] in known and part["type"] not in LEFT_OUT]
