"""Members of staff and pictures for tests."""

from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import totp
from PIL import Image, ImageCms, PngImagePlugin

from directory.enquiries.models import InboxAccess
from directory.enquiries.models.access import forget_access
from hub.accounts.roles import LEADS, MODERATORS
from hub.accounts.second_factor.requirement import needs_second_factor
from hub.accounts.second_factor.sealing import seal
from hub.models import Authenticator, User

CANARY = "CANARY-55.8642N-4.2518W"
KINDS = {MODERATORS: InboxAccess.Kind.MODERATOR, LEADS: InboxAccess.Kind.LEAD}
SECRET = b"k" * 20
FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def picture_with_metadata(kind: str, *, frames: int = 1, size: tuple[int, int] = (400, 200)) -> bytes:
    """A picture whose EXIF (GPS, "turn me"), XMP, comment, profile and end all hold the canary."""
    options: dict[str, object] = {}
    canary = CANARY.encode()
    xmp = b"<x:xmpmeta>" + canary + b"</x:xmpmeta>"
    if kind != "GIF":
        exif = Image.Exif()
        exif[0x0112] = 6
        exif[0x010E] = CANARY
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2], gps[29] = "N", (55.0, 51.0, 0.0), CANARY
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + canary
        options |= {"exif": exif.tobytes(), "icc_profile": profile}
    if kind in ("JPEG", "GIF"):
        options["comment"] = canary
    if kind in ("JPEG", "WEBP"):
        options["xmp"] = xmp
    if kind == "PNG":
        chunks = PngImagePlugin.PngInfo()
        chunks.add_text("Comment", CANARY)
        chunks.add_itxt("XML:com.adobe.xmp", CANARY)
        options["pnginfo"] = chunks
    if frames > 1:
        more = [Image.new("RGB", size, colour) for colour in ("blue", "green", "white")[: frames - 1]]
        options |= {"save_all": True, "append_images": more, "duration": [100] * frames, "loop": 0}
    picture = Image.new("RGB", size, "red")
    # The upper left corner, so that turning can be seen.
    picture.paste("black", (0, 0, size[0] // 4, size[1] // 4))
    output = BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue() + canary


def plain_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40)) -> bytes:
    output = BytesIO()
    Image.new("RGB", size, "red").save(output, kind)
    return output.getvalue()


def make_user(role: str, email: str = "", password: str = "pass", **fields: Any) -> User:  # noqa: S107
    """A member of staff with this role, whose address is made of it if none is given.

    What a role may do was written down when the database was migrated.
    """
    user = User.objects.create_user(email or f"{role.lower().replace(' ', '-')}@staff.example", password, **fields)
    user.groups.add(Group.objects.get(name=role))
    if role in KINDS:
        give_access(user, KINDS[role])
    return user


def give_access(user: User, kind: str = InboxAccess.Kind.MODERATOR) -> InboxAccess:
    """Let somebody read enquiries, as two leads would, and leave no line in the access log."""
    forget_access(user)
    return InboxAccess.objects.create(
        person=user, account_number=user.pk, name=str(user), kind=kind, confirmed_at=timezone.now()
    )


def make_superuser(email: str = "administrator@hub.example", password: str = "pass") -> User:  # noqa: S107
    """Somebody who may do everything."""
    return User.objects.create_superuser(email, password)


def make_authenticator(user: User, secret: bytes = SECRET) -> Authenticator:
    """What `user` has after setting up, or had before."""
    return Authenticator.objects.get_or_create(user=user, defaults={"sealed_secret": seal(secret)})[0]


def current_code(secret: bytes = SECRET, *, steps: int = 0) -> str:
    """What the app shows now, or so many times thirty seconds later."""
    return f"{totp(secret, drift=steps):06d}"


def pass_second_factor(client: Client, user: User) -> None:
    """Have the session of this browser pass, if its user owes a code."""
    if not needs_second_factor(user):
        return
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = make_authenticator(user).persistent_id
    session.save()
