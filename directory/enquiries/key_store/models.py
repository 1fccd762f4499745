"""What lies in the database of keys. No row here says which enquiry it belongs to, whose it is, or what it opens."""

import uuid

from django.db import models
from django.utils import timezone


class EnquiryKey(models.Model):
    """The data key of one enquiry or one draft, wrapped by the keys of the settings.

    Whatever is sealed under it is gone when this row is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped_key = models.TextField(editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Key {self.pk}"


class ContactHash(models.Model):
    """A keyed hash of a phone number or an e-mail address, by which enquiries of one contact are found.

    It goes with its data key: a hash that stayed could be tried against every number there is.
    """

    class Kind(models.TextChoices):
        PHONE = "phone", "Phone"
        EMAIL = "email", "Email"

    key = models.ForeignKey(EnquiryKey, on_delete=models.CASCADE, related_name="contact_hashes")
    kind = models.CharField(max_length=5, choices=Kind)
    digest = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = (models.Index(fields=("digest",), name="contact_hash_digest"),)
        constraints = (models.UniqueConstraint(fields=("key", "digest"), name="one_hash_of_a_contact"),)

    def __str__(self) -> str:
        return f"Contact hash {self.pk}"


class ContactHashKey(models.Model):
    """The key of all contact hashes, wrapped by the keys of the settings. One row.

    Kept here and not derived from a setting, so that rotating the settings' keys changes no hash.
    """

    wrapped_key = models.TextField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_contact_hash_key"),)

    def __str__(self) -> str:
        return "Key of contact hashes"
