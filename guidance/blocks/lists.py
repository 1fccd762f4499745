"""Things in order or to be ticked: steps, checklists, requirements."""

from typing import ClassVar

from wagtail import blocks


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(max_length=120)
    text = blocks.TextBlock(rows=2, required=False)

    class Meta:
        icon = "arrow-right"


class MinimumListBlock(blocks.ListBlock):
    """A list that begins with as many empty items as it needs."""

    def get_default(self) -> blocks.list_block.ListValue:
        value = super().get_default()
        missing = (self.meta.min_num or 0) - len(value)
        return self.normalize([*value, *(self.child_block.get_default() for _ in range(missing))])

    def deconstruct(self) -> tuple:
        # The number of empty items only matters to a form, so it stays out of migrations.
        return ("wagtail.blocks.ListBlock", *super().deconstruct()[1:])


class StepsBlock(blocks.StructBlock):
    """Things to do, in order."""

    steps = MinimumListBlock(StepBlock(), min_num=2)

    class Meta:
        icon = "list-ol"
        label = "Steps"
        description = "Things to do one after the other. Each starts with a verb."
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
        label = "Checklist"
        description = "Statements a team goes through. On paper each has a box to tick."
        template = "blocks/checklist_block.html"
        preview_value: ClassVar[dict] = {
            "title": "You can move on when",
            "items": ["You can say in one sentence who your peers are", "Staff agree why you are doing this"],
        }


class RequirementBlock(blocks.StructBlock):
    """What a rule asks for, how strongly, of whom, and who says so."""

    MUST = "must"
    SHOULD = "should"
    PAST = "past"
    STRENGTHS = ((MUST, "Must"), (SHOULD, "Should"), (PAST, "Past"))

    strength = blocks.ChoiceBlock(choices=STRENGTHS, default=MUST, search_index=False)
    text = blocks.TextBlock(rows=3)
    applies_to = blocks.CharBlock(max_length=150)
    source = blocks.CharBlock(max_length=200)
    source_url = blocks.URLBlock(required=False, label="Address of the source")
    status = blocks.CharBlock(max_length=200, required=False, help_text="For example: the date has passed.")

    class Meta:
        icon = "clipboard-list"
        label = "Requirement"
        description = "A rule: must, should or past, with who it applies to and where it is written."
        template = "blocks/requirement_block.html"
        preview_value: ClassVar[dict] = {
            "strength": "must",
            "text": "Choose people with recent contact with the justice system.",
            "applies_to": "Liaison and diversion, England",
            "source": "NHS England service specification",
            "source_url": "",
            "status": "",
        }
