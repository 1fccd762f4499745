"""Words a listing is filed under: needs, settings, referral routes, peer roles, order types."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from search.text.normalise import folded_words
from search.text.phrases import PhraseUse
from search.text.synonyms import MAX_WORDS

from .retirement import Retirable, RetirableQuerySet
from .slugs import SluggedFromName

MOST_PHRASES = 500
# Where a term keeps its phrases, and when those count.
PHRASE_FIELDS = {"phrases": PhraseUse.ANYWHERE, "phrases_alone": PhraseUse.ALONE, "phrases_offered": PhraseUse.OFFERED}


def check_phrases(text: str) -> None:
    """Refuse lines that nobody could type. Raises ValidationError with a message for each of them."""
    lines = text.splitlines()
    problems = [
        _("“%(strip)s” has more than %(value)s words.") % {"strip": line.strip()[:60], "value": MAX_WORDS}
        if folded_words(line)
        else _("“%(strip)s” has no word in it.") % {"strip": line.strip()[:60]}
        for line in lines
        if line.strip() and not 0 < len(folded_words(line)) <= MAX_WORDS
    ]
    if len(lines) > MOST_PHRASES:
        problems.append(_("Write at most %(value)s lines.") % {"value": MOST_PHRASES})
    if problems:
        raise ValidationError(problems)


def tidied(text: str) -> str:
    """The lines of a text that hold a word, each once."""
    named = {folded_words(line): " ".join(line.split()) for line in reversed(text.splitlines())}
    return "\n".join(reversed([line for words, line in named.items() if words]))


class Taxonomy(models.Model):
    """A named list of terms. Open Referral: `taxonomy`."""

    NEED = "need"
    SETTING = "setting"
    REFERRAL_ROUTE = "referral-route"
    PEER_ROLE = "peer-role"
    ORDER_TYPE = "order-type"

    slug = models.SlugField(lazy("slug"), unique=True)
    name = models.CharField(lazy("name"), max_length=100)
    description = models.TextField(lazy("description"), blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name_plural = lazy("taxonomies")

    def __str__(self) -> str:
        return self.name


class TaxonomyTermQuerySet(RetirableQuerySet):
    def of(self, taxonomy: str) -> "TaxonomyTermQuerySet":
        """Terms of one taxonomy, given by its slug, in the editors' order."""
        return self.filter(taxonomy__slug=taxonomy).order_by("position", "name")


class TaxonomyTerm(SluggedFromName, Retirable):
    """One word of a taxonomy, as users read it. Open Referral: `taxonomy_term`."""

    slug_fallback = "term"

    taxonomy = models.ForeignKey(Taxonomy, on_delete=models.PROTECT, related_name="terms", verbose_name=lazy("kind"))
    slug = models.SlugField(
        lazy("slug"),
        blank=True,
        help_text=lazy(
            "Used in addresses and data feeds. Empty: made from the name. Keep it when you change the name."
        ),
    )
    name = models.CharField(lazy("name"), max_length=100)
    description = models.TextField(
        lazy("description"), blank=True, help_text=lazy("One sentence a newcomer understands.")
    )
    position = models.PositiveSmallIntegerField(lazy("position"), default=0, help_text=lazy("Lower comes first."))
    phrases = models.TextField(
        lazy("always mean it"),
        blank=True,
        validators=[check_phrases],
        help_text=lazy(
            "What people say for it, one phrase a line: detox. Whoever searches for one, by itself or among "
            "other words, also finds what is filed under this term."
        ),
    )
    phrases_alone = models.TextField(
        lazy("mean it when typed alone"),
        blank=True,
        validators=[check_phrases],
        help_text=lazy(
            "Phrases with another meaning beside other words, one a line: drink (not in “food and drink”)."
        ),
    )
    phrases_offered = models.TextField(
        lazy("may mean it"),
        blank=True,
        validators=[check_phrases],
        help_text=lazy("Phrases that seldom mean it, one a line. The page only asks whether this was meant."),
    )

    objects = TaxonomyTermQuerySet.as_manager()

    class Meta:
        ordering = ("taxonomy__slug", "position", "name")
        verbose_name = lazy("term")
        constraints = (models.UniqueConstraint(fields=("taxonomy", "slug"), name="unique_term_in_taxonomy"),)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        for name in PHRASE_FIELDS:
            setattr(self, name, tidied(getattr(self, name)))

    def slugs_taken(self, base: str) -> set[str]:
        others = TaxonomyTerm.objects.filter(taxonomy=self.taxonomy_id, slug__startswith=base).exclude(pk=self.pk)
        return set(others.values_list("slug", flat=True))
