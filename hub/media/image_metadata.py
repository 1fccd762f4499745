"""A picture as it may be kept: the pixels and nothing else.

Cameras write where and when a picture was taken, and programs write names. All of that goes before a picture is
stored, so that neither the file, nor a resized copy, nor a backup holds it.
"""

import warnings
from contextlib import suppress
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from PIL import Image, ImageCms, ImageOps, ImageSequence

FORMATS = {
    "GIF": {},
    "JPEG": {"quality": 90, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 90, "method": 4},
}
# Wagtail takes no PNG that moves.
MOVING = ("GIF", "WEBP")
# Phones append a second picture to a JPEG and call that MPO; the first one is the picture.
SAVED_AS = {"MPO": "JPEG"}
# Of the information in a file, these say how its pixels are shown. Everything else is dropped.
PIXEL_DETAILS = ("transparency", "background", "duration", "loop", "disposal", "blend")
UNREADABLE = lazy(
    "This picture cannot be read. It may be damaged: open it in another program, save it again and try that."
)


class StrippedFile(ContentFile):
    """A picture that `strip` made."""


def strip(upload: File) -> StrippedFile:
    """The same picture upright, in sRGB and without metadata. Raises `ValidationError` when it cannot be read."""
    upload.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(upload, formats=[*FORMATS, *SAVED_AS]) as picture:
                _refuse_too_many_pixels(picture)
                content = _encoded(picture)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
            raise _too_many_pixels() from error
        except ValidationError:
            raise
        # Decoders of damaged files raise whatever they stumble over.
        except Exception as error:
            raise ValidationError(UNREADABLE, code="invalid_image") from error
    return StrippedFile(content, name=PurePath(upload.name or "picture").name)


def _refuse_too_many_pixels(picture: Image.Image) -> None:
    frames = getattr(picture, "n_frames", 1) if picture.format not in SAVED_AS else 1
    if picture.width * picture.height * frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels()


def _too_many_pixels() -> ValidationError:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return ValidationError(
        _("This picture has too many pixels. The most is %(most)s million.") % {"most": most}, code="too_many_pixels"
    )


def _encoded(picture: Image.Image) -> bytes:
    kind = SAVED_AS.get(picture.format, picture.format)
    output = BytesIO()
    if kind in MOVING and getattr(picture, "is_animated", False):
        # Frames keep their modes and places; no camera writes animations, so there is nothing to turn.
        frames = [_bare(frame.copy()) for frame in ImageSequence.Iterator(picture)]
        durations = [frame.info.get("duration", 100) for frame in frames]
        loop = {"loop": picture.info["loop"]} if "loop" in picture.info else {}
        frames[0].save(output, kind, save_all=True, append_images=frames[1:], duration=durations, **loop)
    else:
        picture.load()
        _bare(_in_srgb(ImageOps.exif_transpose(picture), kind)).save(output, kind, **_options(picture, kind))
    return output.getvalue()


def _options(picture: Image.Image, kind: str) -> dict[str, Any]:
    if kind == "WEBP" and picture.mode in ("P", "RGBA"):
        # Drawings: their edges would blur.
        return {"lossless": True}
    return FORMATS[kind]


def _in_srgb(picture: Image.Image, kind: str) -> Image.Image:
    """A colour profile names its camera or screen. Browsers take a picture without one for sRGB: make it so."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "CMYK"):
        with suppress(ImageCms.PyCMSError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            picture = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return picture.convert("RGB") if picture.mode == "CMYK" and kind == "JPEG" else picture


def _bare(picture: Image.Image) -> Image.Image:
    picture.info = {name: value for name, value in picture.info.items() if name in PIXEL_DETAILS}
    # Pillow keeps what it read of EXIF beside `info` as well, and some writers take it from there.
    picture._exif = None
    return picture
