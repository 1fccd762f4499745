"""Documents are what their names say, or are refused."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document

from hub.media.document_form import check_document
from tests.factories.hub import make_superuser

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PAGE = b"<!DOCTYPE html><script>alert(1)</script>"
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00"


def archive(**files: str) -> bytes:
    output = BytesIO()
    with ZipFile(output, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return output.getvalue()


def office(folder: str, *more: str) -> bytes:
    return archive(**{"[Content_Types].xml": "<x/>", f"{folder}/main.xml": "<x/>", **dict.fromkeys(more, "")})


ODT = archive(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<x/>"})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", PDF),
        ("PLAN.PDF", PDF),
        ("plan.txt", "Ünï, plain".encode()),
        ("plan.txt", "Old Windows: é".encode("cp1252")),
        ("plan.csv", "a;b\n1;2".encode("utf-16")),
        ("plan.docx", office("word")),
        ("plan.xlsx", office("xl")),
        ("plan.pptx", office("ppt")),
        ("plan.odt", ODT),
    ],
)
def test_documents_are_taken(name: str, content: bytes) -> None:
    file = ContentFile(content, name=name)
    check_document(file)
    assert file.read() == content


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.pdf", PAGE),
        ("plan.pdf", PROGRAM),
        ("plan.pdf", b"%PDF-1.7\n" + PAGE),
        ("plan.pdf", office("word")),
        ("plan.pdf", b""),
        ("plan.txt", PAGE),
        ("plan.csv", PDF),
        ("plan.txt", PROGRAM),
        ("plan.docx", office("xl")),
        ("plan.docx", PDF),
        ("plan.docx", b"PK\x03\x04 half an archive"),
        ("plan.docx", office("word", "word/vbaProject.bin")),
        ("plan.odt", archive(mimetype="text/plain", **{"content.xml": ""})),
        ("plan.odt", office("word")),
    ],
)
def test_what_only_pretends_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(ValidationError, match="whatever its name says"):
        check_document(ContentFile(content, name=name))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/documents/add/", "/admin/documents/multiple/add/"])
def test_the_admin_refuses_with_a_message(
    client: Client, settings: LazySettings, tmp_path: Path, address: str
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client.force_login(make_superuser())
    field = "files[]" if "multiple" in address else "file"
    for name, content in (("plan.pdf", PAGE), ("plan.html", PAGE), ("plan.svg", b"<svg/>"), ("plan.exe", PROGRAM)):
        response = client.post(address, {"title": "Plan", field: SimpleUploadedFile(name, content)})
        text = response.content.decode()
        assert "whatever its name says" in text or "is not allowed" in text, name
    assert not Document.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    client.post(address, {"title": "Plan", field: SimpleUploadedFile("plan.pdf", PDF)})
    assert Document.objects.get().filename == "plan.pdf"


@pytest.mark.django_db
def test_editors_are_told_what_can_be_uploaded(client: Client) -> None:
    client.force_login(make_superuser())
    assert "CSV, DOCX, ODT, PDF, PPTX, TXT, XLSX" in client.get("/admin/documents/add/").content.decode()
