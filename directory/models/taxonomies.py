"""Words a listing is filed under: needs, settings, referral routes, peer roles, order types."""

from django.db import models

from .retirement import Retirable, RetirableQuerySet


class Taxonomy(models.Model):
    """A named list of terms. Open Referral: `taxonomy`."""

    NEED = "need"
    SETTING = "setting"
    REFERRAL_ROUTE = "referral-route"
    PEER_ROLE = "peer-role"
    ORDER_TYPE = "order-type"

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "taxonomies"

    def __str__(self) -> str:
        return self.name


class TaxonomyTermQuerySet(RetirableQuerySet):
    def of(self, taxonomy: str) -> "TaxonomyTermQuerySet":
        """Terms of one taxonomy, given by its slug, in the editors' order."""
        return self.filter(taxonomy__slug=taxonomy).order_by("position", "name")


class TaxonomyTerm(Retirable):
    """One word of a taxonomy, as users read it. Open Referral: `taxonomy_term`."""

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.PROTECT, related_name="terms", verbose_name="kind")
    slug = models.SlugField(help_text="Used in addresses and data feeds. Keep it when you change the name.")
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True, help_text="One sentence a newcomer understands.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower comes first.")

    objects = TaxonomyTermQuerySet.as_manager()

    class Meta:
        ordering = ("taxonomy__slug", "position", "name")
        verbose_name = "term"
        constraints = (models.UniqueConstraint(fields=("taxonomy", "slug"), name="unique_term_in_taxonomy"),)

    def __str__(self) -> str:
        return self.name
