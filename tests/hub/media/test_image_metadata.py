"""What is stored of a picture: its pixels, and nothing that tells where or by whom it was taken."""

from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from hub.media.image_metadata import MOVING, strip
from hub.models import HubImage
from tests.factories.hub import CANARY, FORMATS, make_superuser, picture_with_metadata, plain_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media_root(settings: LazySettings, tmp_path: Path) -> Path:
    # Wagtail remembers resized copies by their image, and images of other tests had the same number.
    cache.clear()
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_superuser())
    return client


def upload(kind: str, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"front door.{kind.lower()}", content or picture_with_metadata(kind), f"image/{kind}")


def assert_no_canary(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert [path.name for path in files if CANARY.encode() in path.read_bytes()] == []


@pytest.mark.parametrize("frames", [1, 3])
@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_but_pixels_is_stored(kind: str, frames: int, media_root: Path) -> None:
    raw = picture_with_metadata(kind, frames=frames if kind in MOVING else 1)
    assert CANARY.encode() in raw
    image = HubImage.objects.create(title="A door", file=ContentFile(raw, name=f"door.{kind.lower()}"))
    for spec in ("original", "width-100", "max-50x50|format-webp", "fill-30x30|format-jpeg"):
        image.get_rendition(spec)
    assert_no_canary(media_root)
    with Image.open(image.file.path) as stored:
        assert not dict(stored.getexif())
        assert not {"exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp"} & set(stored.info)
        assert getattr(stored, "n_frames", 1) == (frames if kind in MOVING else 1)


def test_a_picture_is_turned_before_it_forgets_which_way_is_up() -> None:
    image = HubImage.objects.create(title="A door", file=ContentFile(picture_with_metadata("JPEG"), name="door.JPG"))
    assert (image.width, image.height) == (200, 400)
    assert image.file.name.endswith(".jpg")
    with Image.open(image.file.path) as stored:
        assert max(stored.getpixel((195, 5))) < 40
        assert stored.getpixel((5, 5))[0] > 200


def test_size_and_hash_are_those_of_what_is_stored() -> None:
    image = HubImage.objects.create(title="A door", file=ContentFile(picture_with_metadata("PNG"), name="door.png"))
    assert image.file_size == Path(image.file.path).stat().st_size
    before = image.file_hash, image.file.name
    image.file = ContentFile(plain_picture(), name="door.png")
    image.save()
    assert image.file_hash != before[0]
    assert image.file.name != before[1]
    image.title = "Another title"
    name = image.file.name
    image.save()
    assert image.file.name == name


@pytest.mark.parametrize("address", ["/admin/images/add/", "/admin/images/multiple/add/"])
def test_the_admin_stores_pixels_only(staff: Client, media_root: Path, address: str) -> None:
    collection = Collection.get_first_root_node().pk
    one = {"title": "A door", "file": upload("JPEG"), "collection": collection, "tags": ""}
    many = {"title": "A door", "files[]": upload("JPEG"), "collection": collection}
    response = staff.post(address, many if "multiple" in address else one)
    assert response.status_code in (200, 302)
    image = HubImage.objects.get()
    image.get_rendition("width-100")
    assert_no_canary(media_root)
    assert (image.width, image.height) == (200, 400)


def test_replacing_a_file_in_the_admin_stores_pixels_only(staff: Client, media_root: Path) -> None:
    image = HubImage.objects.create(title="A door", file=ContentFile(plain_picture(), name="door.png"))
    collection = Collection.get_first_root_node().pk
    data = {"title": "A door", "file": upload("JPEG"), "collection": collection, "tags": ""}
    assert staff.post(f"/admin/images/{image.pk}/", data).status_code == 302
    assert_no_canary(media_root)


def test_staff_pictures_are_stripped_too(staff: Client, media_root: Path) -> None:
    data = {"avatar-avatar": upload("JPEG"), "name_email-email": "administrator@hub.example"}
    staff.post("/admin/account/", data)
    profile = get_user_model().objects.get().wagtail_userprofile
    profile.avatar = upload("JPEG")
    profile.save()
    assert_no_canary(media_root)


@pytest.mark.parametrize(
    "content",
    [b"no picture", picture_with_metadata("JPEG")[:900], picture_with_metadata("PNG")[:200], b"<svg/>"],
    ids=["text", "half a JPEG", "half a PNG", "SVG"],
)
def test_what_cannot_be_read_is_a_clear_error(staff: Client, media_root: Path, content: bytes) -> None:
    name = "door.png" if content[1:4] == b"PNG" else "door.jpg"
    with pytest.raises(ValidationError, match="cannot be read"):
        strip(ContentFile(content, name=name))
    collection = Collection.get_first_root_node().pk
    file = SimpleUploadedFile(name, content)
    data = {"title": "Kept title", "file": file, "collection": collection, "tags": ""}
    html = staff.post("/admin/images/add/", data).content.decode()
    assert any(words in html for words in ("cannot be read", "Upload a valid image", "Not a valid .jpeg image"))
    assert "Kept title" in html
    answer = staff.post("/admin/images/multiple/add/", {"files[]": SimpleUploadedFile(name, content)})
    assert answer.json()["success"] is False
    assert not HubImage.objects.exists()
    assert [path for path in media_root.rglob("*") if path.is_file()] == []


def test_too_many_pixels_are_refused(staff: Client, settings: LazySettings) -> None:
    output = BytesIO()
    Image.new("1", (20_000, 20_000)).save(output, "PNG")
    with pytest.raises(ValidationError, match="too many pixels"):
        strip(ContentFile(output.getvalue(), name="huge.png"))
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100_000
    with pytest.raises(ValidationError, match="too many pixels"):
        strip(ContentFile(picture_with_metadata("GIF", frames=2), name="long.gif"))
    html = staff.post("/admin/images/add/", {"title": "x", "file": upload("PNG", output.getvalue())}).content.decode()
    assert "too many pixels" in html


def test_people_are_shown_while_they_agree(staff: Client) -> None:
    today = timezone.localdate()
    image = HubImage(title="A face", shows_people=True)
    assert not image.may_be_shown
    image.consent_by, image.consent_until = "Both of them", today
    assert image.may_be_shown
    image.consent_until = today - timedelta(days=1)
    assert not image.may_be_shown
    data = {"title": "A face", "file": upload("PNG"), "shows_people": "on", "tags": ""}
    data["collection"] = str(Collection.get_first_root_node().pk)
    html = staff.post("/admin/images/add/", data).content.decode()
    for problem in ("Say who agreed", "until which day", "record of consent is kept"):
        assert problem in html
    assert not HubImage.objects.exists()


def test_pictures_from_before_can_be_stored_again(media_root: Path) -> None:
    image = HubImage.objects.create(title="A door", file=ContentFile(plain_picture(), name="door.png"))
    before = image.file.storage.save("original_images/old.jpg", ContentFile(picture_with_metadata("JPEG")))
    copy = image.get_rendition("width-30")
    HubImage.objects.update(file=before)
    broken = HubImage.objects.create(title="Gone", file=ContentFile(plain_picture(), name="gone.png"))
    Path(broken.file.path).unlink()
    output, errors = StringIO(), StringIO()
    call_command("strip_pictures", stdout=output, stderr=errors)
    assert "1 pictures stored again, 1 not" in output.getvalue()
    image.refresh_from_db()
    assert image.file.name != before
    assert not Path(copy.file.path).exists()
    assert_no_canary(media_root)
    assert (image.width, image.height) == (200, 400)
