"""The models Django and Wagtail ask every project to own, and those of what runs by itself."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .mail.models import QueuedMail
from .scheduling.models import ScheduledJob

__all__ = ["HubImage", "HubRendition", "QueuedMail", "ScheduledJob", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
    """Creates people who sign in with an e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return a member of staff. Raises `ValueError` without an address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save and return an administrator with every permission."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractUser):
    """A member of staff: editor, moderator, lead or administrator. The public has no accounts."""

    username = None
    email = models.EmailField("email address", unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class HubImage(AbstractImage):
    """An image with its credit and the consent of whoever can be recognised in it."""

    credit = models.CharField(max_length=200, blank=True)
    shows_people = models.BooleanField(
        "someone can be recognised", default=False, help_text="Faces, names, tattoos, a front door."
    )
    consent_note = models.CharField(
        max_length=300, blank=True, help_text="Where the consent of the people shown is kept, and until when."
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "shows_people", "consent_note")


class HubRendition(AbstractRendition):
    """A resized copy of a `HubImage`."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"),
        )
