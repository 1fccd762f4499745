"""What editors decide about searching."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import RevisionMixin

from search.synonyms import MAX_RULE, read_rule


class Synonym(RevisionMixin, models.Model):
    """Terms that mean the same, or a term that also finds others."""

    terms = models.CharField(
        max_length=MAX_RULE,
        unique=True,
        help_text="Terms that mean the same, with commas between them: CJSW, criminal justice social work. For one "
        "direction only, write => between what people type and what they should also find: jail => prison, custody.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Why, for other editors. Never shown to the public.")

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="synonym")

    class Meta:
        ordering = ("terms",)

    def __str__(self) -> str:
        return self.terms

    @property
    def revisions(self) -> models.QuerySet:
        """The history."""
        return self._revisions

    def clean(self) -> None:
        super().clean()
        try:
            read_rule(self.terms)
        except ValueError as fault:
            raise ValidationError({"terms": str(fault)}) from fault
