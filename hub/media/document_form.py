"""Documents that are what their name says."""

import codecs
from collections.abc import Callable
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from search.text.lists_in_words import listed

# Bytes at the end of a PDF among which its last line stands.
PDF_END = 2048
PIECE = 64 * 1024
MACROS = "vbaProject.bin"


class CheckedDocumentForm(BaseDocumentForm):
    """Refuses a file whose content is not what its extension says: a reader would open something else."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        if field := self.fields.get("file"):
            kinds = listed(name.upper() for name in settings.WAGTAILDOCS_EXTENSIONS)
            field.help_text = f"{kinds}. {field.help_text}".strip()

    def clean_file(self) -> File:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            check_document(file)
        return file


def check_document(file: File) -> None:
    """Raise `ValidationError` when the content is not what the extension says. Unknown extensions are not judged."""
    extension = (file.name or "").rpartition(".")[2].lower()
    is_right = CHECKS.get(extension)
    if is_right is None:
        return
    try:
        if not is_right(file):
            message = _("This is not a %(upper)s file, whatever its name says. Open it and save it as one.") % {
                "upper": extension.upper()
            }
            raise ValidationError(message, code="wrong_content")
    finally:
        file.seek(0)


def _is_pdf(file: File) -> bool:
    file.seek(0)
    if file.read(5) != b"%PDF-":
        return False
    file.seek(max(0, file.size - PDF_END))
    return b"%%EOF" in file.read()


def _is_text(file: File) -> bool:
    """Words in any common encoding: what holds zeros, or starts like a program or a page, is something else."""
    file.seek(0)
    start = file.read(PIECE)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decodes(file, "utf-16")
    if start.lstrip()[:9].lower().startswith((b"%pdf-", b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script")):
        return False
    file.seek(0)
    return not any(b"\0" in piece for piece in iter(lambda: file.read(PIECE), b""))


def _decodes(file: File, encoding: str) -> bool:
    file.seek(0)
    try:
        file.read().decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_office(folder: str) -> Callable[[File], bool]:
    def check(file: File) -> bool:
        names = _names_in_zip(file)
        has_parts = "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)
        return has_parts and not any(name.endswith(MACROS) for name in names)

    return check


def _is_open_document_text(file: File) -> bool:
    names = _names_in_zip(file)
    if "mimetype" not in names or "content.xml" not in names:
        return False
    with ZipFile(file) as archive, archive.open("mimetype") as stated:
        return stated.read(100).strip() == b"application/vnd.oasis.opendocument.text"


def _names_in_zip(file: File) -> set[str]:
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            return set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return set()


CHECKS: dict[str, Callable[[File], bool]] = {
    "csv": _is_text,
    "docx": _is_office("word/"),
    "odt": _is_open_document_text,
    "pdf": _is_pdf,
    "pptx": _is_office("ppt/"),
    "txt": _is_text,
    "xlsx": _is_office("xl/"),
}
