"""What lies in the database of keys. No row here says which enquiry it belongs to, whose it is, or what it opens."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as lazy


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
        PHONE = "phone", lazy("Phone")
        EMAIL = "email", lazy("Email")

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


class ErasedKey(models.Model):
    """The id of an erased key, for every machine to see. The file of `erased_list` has it as well, and first."""

    key_id = models.UUIDField(primary_key=True, editable=False)
    erased_at = models.DateTimeField(default=timezone.now, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Erased key {self.pk}"


class KeyStoreIdentity(models.Model):
    """Which database these keys belong to: the number is the same in both. One row.

    `seen_hash` is the newest hash of the access log when keys were last swept. A database whose log does not have it
    is older than these keys, and what it lacks must not be taken for erased.
    """

    pair_id = models.UUIDField(editable=False)
    seen_hash = models.CharField(max_length=64, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_key_store_identity"),)

    def __str__(self) -> str:
        return "Identity of the key store"
