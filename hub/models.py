"""The models Django and Wagtail ask every project to own, and those of what runs by itself."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import PurePath
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .accounts.email_addresses import normalised
from .accounts.second_factor.models import Authenticator, RecoveryCode
from .mail.models import QueuedMail
from .media.image_metadata import StrippedFile, strip
from .scheduling.models import ScheduledJob

__all__ = [
    "Authenticator",
    "HubImage",
    "HubRendition",
    "QueuedMail",
    "RecoveryCode",
    "ScheduledJob",
    "User",
    "UserManager",
]


class UserManager(BaseUserManager["User"]):
    """Creates people who sign in with an e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return a member of staff. Raises `ValueError` without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=normalised(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return an administrator with every permission."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Whoever signs in with this address, however it is written."""
        return self.get(email=normalised(username))


class User(AbstractUser):
    """A member of staff: editor, moderator, lead or administrator. The public has no accounts."""

    username = None
    email = models.EmailField(
        lazy("email address"), unique=True, error_messages={"unique": lazy("Somebody else has this e-mail address.")}
    )
    # Part of what every session is checked against: a new one ends all sessions.
    session_salt = models.CharField(max_length=32, blank=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta(AbstractUser.Meta):
        constraints = (
            models.UniqueConstraint(
                Lower("email"),
                name="email_once_in_any_case",
                violation_error_message=lazy("Somebody else has this e-mail address."),
            ),
        )

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def clean(self) -> None:
        super().clean()
        self.email = normalised(self.email)

    def save(self, *args: Any, **options: Any) -> None:
        """Save with the address in small letters."""
        self.email = normalised(self.email)
        super().save(*args, **options)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django asks this for the key in use and for each fallback."""
        if not self.session_salt:
            return super()._get_session_auth_hash(secret)
        return salted_hmac(
            "hub.models.User", self.session_salt + self.password, secret=secret, algorithm="sha256"
        ).hexdigest()


class HubImage(AbstractImage):
    """An image with its credit and the consent of whoever can be recognised in it. Stored without metadata."""

    credit = models.CharField(
        lazy("credit"), max_length=200, blank=True, help_text=lazy("Who made it, and under which licence.")
    )
    shows_people = models.BooleanField(
        lazy("someone can be recognised"), default=False, help_text=lazy("Faces, names, tattoos, a front door.")
    )
    consent_by = models.CharField(
        lazy("who agreed"), max_length=200, blank=True, help_text=lazy("The people shown. Never shown to readers.")
    )
    consent_until = models.DateField(
        lazy("agreed until"),
        null=True,
        blank=True,
        help_text=lazy("After this day the picture is not shown any more."),
    )
    consent_note = models.CharField(
        lazy("where the consent is kept"), max_length=300, blank=True, help_text=lazy("Never shown to readers.")
    )

    admin_form_fields = (
        *Image.admin_form_fields,
        "credit",
        "shows_people",
        "consent_by",
        "consent_until",
        "consent_note",
    )

    def save(self, *args: Any, **options: Any) -> None:
        """Save the picture without its metadata. Raises `ValidationError` when it cannot be read."""
        if self._is_new_upload():
            self._strip()
            self._set_image_file_metadata()
        super().save(*args, **options)

    def clean(self) -> None:
        super().clean()
        problems: dict[str, ValidationError | str] = dict(self._consent_problems())
        if self._is_new_upload():
            try:
                self._strip()
            except ValidationError as error:
                problems["file"] = error
        if problems:
            raise ValidationError(problems)

    @property
    def may_be_shown(self) -> bool:
        """Whether everybody who can be recognised has agreed, and still does."""
        if not self.shows_people:
            return True
        return bool(self.consent_by) and self.consent_until is not None and self.consent_until >= timezone.localdate()

    def _is_new_upload(self) -> bool:
        return bool(self.file) and not self.file._committed and not isinstance(self.file.file, StrippedFile)

    def _strip(self) -> None:
        stripped = strip(self.file)
        path = PurePath(stripped.name)
        # The content is in the name, so that a browser may keep what a name stands for.
        digest = blake2b(stripped.read(), digest_size=6).hexdigest()
        stripped.seek(0)
        stripped.name = f"{path.stem[:60]}-{digest}{path.suffix.lower()}"
        self.file = stripped

    def _consent_problems(self) -> Iterator[tuple[str, str]]:
        if not self.shows_people:
            return
        if not self.consent_by:
            yield "consent_by", _("Say who agreed to be shown.")
        if self.consent_until is None:
            yield "consent_until", _("Say until which day they agreed.")
        if not self.consent_note:
            yield "consent_note", _("Say where the record of consent is kept.")


class HubRendition(AbstractRendition):
    """A resized copy of a `HubImage`."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"),
        )
