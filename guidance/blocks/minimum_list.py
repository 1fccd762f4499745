"""Lists that begin with as many items as they need."""

from wagtail import blocks


class MinimumListBlock(blocks.ListBlock):
    """A list that begins with as many empty items as it needs."""

    def get_default(self) -> blocks.list_block.ListValue:
        value = super().get_default()
        missing = (self.meta.min_num or 0) - len(value)
        return self.normalize([*value, *(self.child_block.get_default() for _ in range(missing))])

    def deconstruct(self) -> tuple:
        # The number of empty items only matters to a form, so it stays out of migrations.
        return ("wagtail.blocks.ListBlock", *super().deconstruct()[1:])
