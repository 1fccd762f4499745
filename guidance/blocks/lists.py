"""Things in order or to be ticked: steps, checklists, and the statements that close a guide."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .minimum_list import MinimumListBlock
from .rules import IdentifierBlock


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(rows=2, required=False)

    class Meta:
        icon = "arrow-right"


class StepsBlock(blocks.StructBlock):
    """Things to do, in order."""

    steps = MinimumListBlock(StepBlock(), min_num=2)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("Things to do one after the other. Each starts with a verb.")
        template = "blocks/steps_block.html"
        preview_value: ClassVar[dict] = {
            "steps": [
                {"title": "Write the advert with a peer", "text": "Ask what would make them stop reading."},
                {"title": "Work out training needs one person at a time", "text": ""},
            ]
        }


class ChecklistBlock(blocks.StructBlock):
    """Things to be able to say yes to."""

    title = blocks.CharBlock(max_length=120, required=False)
    items = blocks.ListBlock(blocks.CharBlock(max_length=200), min_num=1)

    class Meta:
        icon = "tasks"
        label = _("Checklist")
        description = _("Statements a team goes through. On paper each has a box to tick.")
        template = "blocks/checklist_block.html"
        preview_value: ClassVar[dict] = {
            "title": "You can move on when",
            "items": ["You can say in one sentence who your peers are", "Staff agree why you are doing this"],
        }


class StatementBlock(blocks.StructBlock):
    """One thing to be able to say yes to at the end of a guide. The readiness check asks for it."""

    text = blocks.CharBlock(max_length=200, help_text=_("A whole sentence that a team can say yes to."))
    requirement = IdentifierBlock(
        label=_("Rests on"),
        help_text=_("The identifier of a requirement in this guide. Empty: our own suggestion."),
    )
    chapter = blocks.CharBlock(
        required=False,
        max_length=150,
        search_index=False,
        help_text=_("The heading in this guide that says how, word for word. Empty: the whole guide."),
    )
    identifier = IdentifierBlock()

    class Meta:
        icon = "tick"
        label = _("Statement")
