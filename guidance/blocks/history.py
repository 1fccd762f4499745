"""What was changed in a guide, and when."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ChangeBlock(blocks.StructBlock):
    """A review or a correction, in words for readers."""

    day = blocks.DateBlock(label=_("Day"))
    text = blocks.TextBlock(
        rows=2, max_length=300, label=_("What changed"), help_text=_("For readers: the fee for a check is now £21.50.")
    )

    class Meta:
        icon = "history"
        label = _("Change")
