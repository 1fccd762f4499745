"""Pictures are served by the hub itself, and nothing else in their folder is."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from hub.models import HubImage
from tests.factories.hub import make_superuser, plain_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(settings: LazySettings, tmp_path: Path) -> Path:
    # Wagtail remembers resized copies by their image, and images of other tests had the same number.
    cache.clear()
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path


@pytest.fixture
def image() -> HubImage:
    return HubImage.objects.create(title="A door", file=ContentFile(plain_picture(), name="door.png"))


def test_a_resized_copy_is_served_without_debug(client: Client, image: HubImage, settings: LazySettings) -> None:
    assert settings.DEBUG is False
    response = client.get(image.get_rendition("width-30").url)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response.headers["Cache-Control"]
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]
    assert not response.cookies
    assert response.content.startswith(b"\x89PNG")
    assert client.head(image.get_rendition("width-30").url).status_code == 200
    assert client.post(image.get_rendition("width-30").url).status_code == 405


def test_what_was_uploaded_is_for_staff(client: Client, image: HubImage) -> None:
    assert client.get(image.file.url).status_code == 404
    client.force_login(make_superuser())
    response = client.get(image.file.url)
    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    "address",
    [
        "/media/",
        "/media/images/",
        "/media/images/..%2f..%2fsecret.png",
        "/media/../secret.png",
        "/media/..%2fsecret.png",
        "/media//etc/passwd",
        "/media/images/nothing.png",
        "/media/images/a%00.png",
        "/media/images/stray.png",
        "/media/images/page.svg",
        "/media/images/page.html",
        "/media/documents/notes.txt",
    ],
)
def test_nothing_else_is_served(client: Client, image: HubImage, media_root: Path, address: str) -> None:
    folder = media_root / "media" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (media_root / "secret.png").write_bytes(plain_picture())
    for name in ("stray.png", "page.svg", "page.html"):
        (folder / name).write_bytes(plain_picture())
    Document.objects.create(title="Notes", file=ContentFile(b"Words", name="notes.txt"))
    assert client.get(address).status_code == 404


def test_a_missing_file_is_not_found(client: Client, image: HubImage) -> None:
    copy = image.get_rendition("width-30")
    Path(copy.file.path).unlink()
    assert client.get(copy.url).status_code == 404


def test_people_are_not_shown_after_their_consent_ended(client: Client, image: HubImage) -> None:
    image.shows_people, image.consent_by = True, "Both"
    image.consent_until = timezone.localdate()
    image.save()
    copy = image.get_rendition("width-30")
    response = client.get(copy.url)
    assert response.status_code == 200
    assert "immutable" not in response.headers["Cache-Control"]
    HubImage.objects.update(consent_until=timezone.localdate() - timedelta(days=1))
    assert client.get(copy.url).status_code == 404
    client.force_login(make_superuser())
    assert client.get(copy.url).status_code == 200


def test_documents_are_downloads_and_private_ones_are_asked_for(client: Client) -> None:
    document = Document.objects.create(title="Plan", file=ContentFile(b"%PDF-1.4\n%%EOF", name="plan.pdf"))
    response = client.get(document.url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.getvalue().startswith(b"%PDF")
    CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type=CollectionViewRestriction.LOGIN
    )
    assert client.get(document.url).status_code == 302
    assert client.get(f"/media/{document.file.name}").status_code == 404
