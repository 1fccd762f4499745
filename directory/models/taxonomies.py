"""Words a listing is filed under: needs, settings, referral routes, peer roles, order types."""

from django.db import models

from .slugs import SluggedFromName


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


class TaxonomyTermQuerySet(models.QuerySet["TaxonomyTerm"]):
    def of(self, taxonomy: str) -> "TaxonomyTermQuerySet":
        """Terms of one taxonomy, given by its slug, in the editors' order."""
        return self.filter(taxonomy__slug=taxonomy).order_by("position", "name")


class TaxonomyTerm(SluggedFromName):
    """One word of a taxonomy, as users read it. Open Referral: `taxonomy_term`."""

    slug_fallback = "term"

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.CASCADE, related_name="terms")
    slug = models.SlugField(
        blank=True,
        help_text="Used in addresses and data feeds. Empty: made from the name. Keep it when you change the name.",
    )
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True, help_text="One sentence a newcomer understands.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Lower comes first.")

    objects = TaxonomyTermQuerySet.as_manager()

    class Meta:
        ordering = ("taxonomy__slug", "position", "name")
        constraints = (models.UniqueConstraint(fields=("taxonomy", "slug"), name="unique_term_in_taxonomy"),)
        # What editors read on the buttons of forms.
        verbose_name = "term"

    def __str__(self) -> str:
        return self.name

    def slugs_taken(self, base: str) -> set[str]:
        others = TaxonomyTerm.objects.filter(taxonomy=self.taxonomy_id, slug__startswith=base).exclude(pk=self.pk)
        return set(others.values_list("slug", flat=True))
