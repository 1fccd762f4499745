"""The outline in another language: order and numbers of the original, and each title once, translated where it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .outline import GuideEntry, Outline, StageEntry


def merge(original: Outline, translated: Outline) -> Outline:
    """Every page of the original by its translation, or as it is, then what the translation alone has.

    A copy that follows the original is no translation, but the way to what lies below it.
    """
    by_key = {stage.key: stage for stage in translated.stages}
    guides = {guide.key: guide for stage in translated.stages for guide in stage.guides if not guide.is_copy}
    known = {entry.key for stage in original.stages for entry in (stage, *stage.guides)}
    stages = [_merged(stage, by_key.get(stage.key), guides, known) for stage in original.stages]
    for stage in translated.stages:
        if stage.key not in known and not stage.is_copy:
            own = (guide for guide in stage.guides if guide.key not in known and not guide.is_copy)
            number = len(stages) + 1
            stages.append(replace(stage, number=number, guides=tuple(_numbered(own, number, 0))))
    return Outline(tuple(stages))


def _merged(stage: StageEntry, other: StageEntry | None, guides: dict, known: set) -> StageEntry:
    merged = [_in_place_of(guide, guides.get(guide.key)) for guide in stage.guides]
    if other is not None:
        further = (guide for guide in other.guides if guide.key not in known and not guide.is_copy)
        merged += _numbered(further, stage.number, len(stage.practices))
    if other is None or other.is_copy:
        return replace(stage, guides=tuple(merged), is_shown_instead=True)
    return replace(
        other, number=stage.number, guides=tuple(merged), original_pk=stage.pk, original_slug=stage.original_slug
    )


def _in_place_of(guide: GuideEntry, other: GuideEntry | None) -> GuideEntry:
    if other is None:
        return replace(guide, is_shown_instead=True)
    return replace(
        other,
        stage_number=guide.stage_number,
        place=guide.place,
        original_pk=guide.pk,
        original_slug=guide.original_slug,
    )


def _numbered(guides: Iterable[GuideEntry], stage_number: int, place: int) -> Iterator[GuideEntry]:
    for guide in guides:
        place += guide.is_practice
        yield replace(guide, stage_number=stage_number, place=place if guide.is_practice else 0)
