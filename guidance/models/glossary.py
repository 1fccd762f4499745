"""The words of the field, each with what it means and where that is said."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from guidance.choices import ChoicesField, Jurisdiction, all_jurisdictions, jurisdiction_words
from guidance.term_marks import MarkedTerm, Marks


class GlossaryTermQuerySet(models.QuerySet):
    """Reads of the glossary, as verbs."""

    def alphabetical(self) -> list["GlossaryTerm"]:
        """As a reader looks for them: whatever the case, and those in digits first."""
        return sorted(self, key=lambda term: (term.heading.casefold(), term.pk))


class GlossaryTerm(models.Model):
    """One word or acronym. Saved is published: readers see it at once."""

    name = models.CharField(
        lazy("name"), max_length=100, unique=True, help_text=lazy("Written out: Protecting Vulnerable Groups scheme.")
    )
    acronym = models.CharField(
        lazy("acronym"), max_length=20, blank=True, help_text=lazy("As it stands in texts: PVG. Empty: there is none.")
    )
    other_names = models.TextField(
        lazy("other names"), blank=True, help_text=lazy("What it is also called, one a line: PVG scheme.")
    )
    slug = models.SlugField(
        lazy("end of its address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=lazy("Empty: made from the acronym or name."),
    )
    definition = models.TextField(
        lazy("definition"),
        max_length=500,
        help_text=lazy("One to three plain sentences. They also show where a guide uses the word."),
    )
    jurisdictions = ChoicesField(
        lazy("used in"),
        choices=Jurisdiction.choices,
        default=all_jurisdictions,
        help_text=lazy("Tick all three if it is."),
    )
    is_marked = models.BooleanField(
        lazy("explained in guides"),
        default=True,
        help_text=lazy(
            "The first time that a guide uses the word, it is marked and explained. Untick it for words that "
            "mean something else as well."
        ),
    )
    source_title = models.CharField(
        lazy("source"), max_length=200, blank=True, help_text=lazy("Empty: these are our own words.")
    )
    source_publisher = models.CharField(lazy("who published it"), max_length=150, blank=True)
    source_published = models.CharField(lazy("date of the source"), max_length=60, blank=True)
    source_url = models.URLField(lazy("address of the source"), max_length=500, blank=True)

    objects = GlossaryTermQuerySet.as_manager()

    class Meta:
        verbose_name = lazy("word explained")
        verbose_name_plural = lazy("words explained")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.heading

    def save(self, **options: object) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(**options)

    def clean(self) -> None:
        super().clean()
        if self.source_url and not self.source_title:
            raise ValidationError({"source_title": _("Say what the address leads to.")})
        taken = self._taken_names()
        if taken:
            raise ValidationError(
                _("Another word has the name “%(taken)s”. A name can stand for one word only.") % {"taken": taken}
            )

    @property
    def heading(self) -> str:
        """The acronym first, because that is what a reader has in front of them."""
        return f"{self.acronym}: {self.name}" if self.acronym else self.name

    @property
    def anchor(self) -> str:
        return f"word-{self.slug}"

    @property
    def nations(self) -> str:
        """Where it is used, in words."""
        return jurisdiction_words(self.jurisdictions)

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to say it, each once."""
        written = (self.name, self.acronym, *self.other_names.splitlines())
        return tuple(dict.fromkeys(filter(None, map(str.strip, written))))

    def _free_slug(self) -> str:
        wanted = slugify(self.acronym) or slugify(self.name) or "word"
        slug, number = wanted, 1
        while GlossaryTerm.objects.filter(slug=slug).exclude(pk=self.pk).exists():
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def _taken_names(self) -> str:
        own = {name.casefold(): name for name in self.names}
        others = GlossaryTerm.objects.exclude(pk=self.pk)
        return next((own[name.casefold()] for term in others for name in term.names if name.casefold() in own), "")


def marked_terms() -> Marks:
    """The words that guides explain."""
    terms = GlossaryTerm.objects.filter(is_marked=True)
    return Marks(MarkedTerm(term.anchor, term.heading, term.definition, term.names) for term in terms)
