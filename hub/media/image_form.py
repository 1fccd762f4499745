"""The form that every upload of a picture in the admin goes through."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from .image_metadata import UNREADABLE


class ReadableImageField(WagtailImageField):
    """Says what is wrong with a damaged file: Wagtail's own field lets some errors of its decoders through."""

    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(UNREADABLE, code="invalid_image") from error


class HubImageForm(BaseImageForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if field := self.fields.get("file"):
            self.fields["file"] = ReadableImageField(
                label=field.label, widget=field.widget, required=field.required, initial=field.initial
            )
