"""The path of a story: what happened to the person, and where a peer joined."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class PathStepBlock(blocks.StructBlock):
    """One stop on the person's way."""

    title = blocks.CharBlock(max_length=100)
    text = blocks.TextBlock(rows=4)
    peer_joins = blocks.BooleanBlock(
        required=False,
        label=_("A peer joins here"),
        help_text=_("The peer’s line meets the person’s from this stop on."),
    )

    class Meta:
        icon = "user"
        label = _("Stop")
        description = _("One thing that happened on the way. Say where a peer joined.")
        template = "blocks/path_step_block.html"
        preview_value: ClassVar[dict] = {
            "title": "Someone who had been there",
            "text": "In the cells he met peer mentors who had been through the justice system themselves.",
            "peer_joins": True,
        }


class PathBlock(blocks.StreamBlock):
    """The stops in order. A peer joins once at most."""

    step = PathStepBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        cleaned = super().clean(value)
        if sum(step.value["peer_joins"] for step in cleaned) > 1:
            raise blocks.StreamBlockValidationError(non_block_errors=[_("A peer can join at one stop only.")])
        return cleaned


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step with what the two lines beside it do there."""

    block: blocks.StreamValue.StreamChild
    joins: bool
    is_beside: bool


def steps_of(path: blocks.StreamValue) -> list[PathStep]:
    """Each step in order: the peer joins at one, and is beside the person at the ones after it."""
    steps = []
    has_joined = False
    for step in path:
        steps.append(PathStep(step, joins=step.value["peer_joins"], is_beside=has_joined))
        has_joined = has_joined or step.value["peer_joins"]
    return steps
