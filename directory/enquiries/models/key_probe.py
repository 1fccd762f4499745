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
