from django.db import models


class KeyProbe(models.Model):
    """A known text under the keys of the settings. One row: keys that do not open it belong to another database."""

    sealed_text = models.TextField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_key_probe"),)

    def __str__(self) -> str:
        return "Key probe"


class KeyStorePair(models.Model):
    """Which key store belongs to this database: the number is the same in both. One row."""

    pair_id = models.UUIDField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_key_store_pair"),)

    def __str__(self) -> str:
        return "Pair of databases"
