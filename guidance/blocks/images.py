"""A picture in the text, with what it shows in words, whose it is, and the consent of those who can be recognised."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture. One whose people no longer agree is not shown."""

    picture = ImageBlock(help_text=lazy("Say in words what it shows, or that it only decorates."))
    caption = blocks.CharBlock(max_length=200, required=False, help_text=lazy("Shown below the picture."))
    credit = blocks.CharBlock(
        max_length=200, required=False, search_index=False, help_text=lazy("Empty: the credit kept with the picture.")
    )

    class Meta:
        icon = "image"
        label = lazy("Picture")
        description = lazy(
            "A picture with its credit. If people can be recognised, their consent is kept with the picture."
        )
        template = "blocks/picture_block.html"

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        image = cleaned.get("picture")
        if image is None or self.is_deferred_validation:
            return cleaned
        if not image.may_be_shown:
            problem = _("The consent of the people in this picture is missing or has ended. Choose another picture.")
            raise StructBlockValidationError({"picture": ValidationError(problem)})
        if not cleaned.get("credit") and not image.credit:
            raise StructBlockValidationError({"credit": ValidationError(lazy("Say who made this picture."))})
        return cleaned

    def get_context(self, value: blocks.StructValue, parent_context: dict | None = None) -> dict:
        image = value.get("picture")
        return {
            **super().get_context(value, parent_context),
            "image": image if image is not None and image.may_be_shown else None,
            "credit": value.get("credit") or (image.credit if image is not None else ""),
        }

    def get_preview_value(self) -> blocks.StructValue:
        """Show the newest picture that may be shown, because a preview must show one that exists."""
        newest = (image for image in get_image_model().objects.order_by("-pk")[:10] if image.may_be_shown)
        image = next(newest, None)
        words = {"image": image.pk if image else None, "alt_text": image.title if image else ""}
        return self.to_python({"picture": {**words, "decorative": False}, "caption": "", "credit": ""})

    @property
    def is_previewable(self) -> bool:
        return True
