"""What editors decide about searching."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.models import RevisionMixin

from search.distress.kinds import KINDS
from search.registry import registrations
from search.text.normalise import folded_words
from search.text.synonyms import MAX_RULE, MAX_WORDS, read_rule

MAX_ADDRESS = 500
MAX_KEY = 64

check_address = RegexValidator(
    r"\A(?:https?://[^\s/]+\S*|/(?!/)\S*|tel:\+?[0-9 -]+)\Z",
    lazy("Write an address that starts with https://, a path on this site that starts with /, or tel: and a number."),
)


def kind_choices() -> list[tuple[str, str]]:
    """The kinds that can be found, for a form."""
    return [
        (registration.kind, capfirst(str(registration.model._meta.verbose_name))) for registration in registrations()
    ]


def check_words(text: str) -> None:
    """Refuse a list of terms without any word."""
    if not any(folded_words(part) for part in text.split(",")):
        raise ValidationError(_("Write at least one word."))


def check_kinds(text: str) -> None:
    """Refuse a list with a kind of distress that nobody recognises."""
    if unknown := [kind for kind in text.split(",") if kind not in KINDS]:
        raise ValidationError(_("There is no kind %(value)s.") % {"value": unknown[0]})


def check_phrases(text: str) -> None:
    """Refuse phrases without any word, and one so long that nobody would type it."""
    check_words(text)
    if any(len(folded_words(part)) > MAX_WORDS for part in text.split(",")):
        raise ValidationError(_("Write at most %(value)s words in a phrase.") % {"value": MAX_WORDS})


class Synonym(RevisionMixin, models.Model):
    """Terms that mean the same, or a term that also finds others."""

    terms = models.CharField(
        lazy("terms"),
        max_length=MAX_RULE,
        unique=True,
        help_text=lazy(
            "Terms that mean the same, with commas between them: CJSW, criminal justice social work. For one "
            "direction only, write => between what people type and what they should also find: jail => prison, "
            "custody."
        ),
    )
    note = models.CharField(
        lazy("note"), max_length=200, blank=True, help_text=lazy("Why, for other editors. Never shown to the public.")
    )

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


class Promotion(RevisionMixin, models.Model):
    """Something shown first to who searches for exactly these words."""

    words = models.CharField(
        lazy("words"),
        max_length=MAX_RULE,
        validators=[check_words],
        help_text=lazy(
            "What people type, all of it, with commas between several: bail, bail hostel. "
            "Capital letters and accents do not matter."
        ),
    )
    kind = models.CharField(
        lazy("what is shown"),
        max_length=50,
        blank=True,
        choices=kind_choices,
        help_text=lazy("Something that can be found on this site. Leave empty to give an address below."),
    )
    key = models.CharField(
        lazy("number"),
        max_length=MAX_KEY,
        blank=True,
        help_text=lazy("The number in the address of its editing page."),
    )
    title = models.CharField(
        lazy("title"), max_length=200, blank=True, help_text=lazy("With an address: what the link says.")
    )
    url = models.CharField(lazy("address"), max_length=MAX_ADDRESS, blank=True, validators=[check_address])
    position = models.PositiveSmallIntegerField(lazy("position"), default=0, help_text=lazy("The lowest comes first."))

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="promotion")

    class Meta:
        ordering = ("words", "position", "id")

    def __str__(self) -> str:
        return f"{self.words}: {self.title or f'{self.kind} {self.key}'}"

    @property
    def revisions(self) -> models.QuerySet:
        """The history."""
        return self._revisions

    def clean(self) -> None:
        super().clean()
        named, addressed = (self.kind, self.key), (self.title, self.url)
        if any(named) and any(addressed):
            raise ValidationError(_("Give either something on this site and its number, or a title and an address."))
        if not all(named) and not all(addressed):
            raise ValidationError(_("Give something on this site and its number, or a title and an address."))


class StopNotice(RevisionMixin, models.Model):
    """A message above the results for who types of distress, or certain words."""

    kinds = models.CharField(
        lazy("kinds of distress"),
        max_length=200,
        blank=True,
        validators=[check_kinds],
        help_text=lazy("Shown whenever a search tells of one of these. The site knows many ways to say each of them."),
    )
    words = models.CharField(
        lazy("words that tell of it"),
        max_length=MAX_RULE,
        blank=True,
        validators=[check_phrases],
        help_text=lazy(
            "More words or phrases, with commas between them: unalive, cannae thole it. Other endings, typing "
            "errors and small words between do not matter. Without a kind, the message is shown for these words only."
        ),
    )
    harmless = models.CharField(
        lazy("harmless phrases"),
        max_length=MAX_RULE,
        blank=True,
        validators=[check_phrases],
        help_text=lazy(
            "Phrases that mean something else, with commas between them: suicide squad, killer heels. "
            "They count for all notices."
        ),
    )
    heading = models.CharField(
        lazy("heading"), max_length=100, blank=True, help_text=lazy("When to call: If someone is in danger now.")
    )
    message = models.CharField(
        lazy("message"), max_length=300, help_text=lazy("One or two plain sentences: In danger now? Call 999.")
    )
    link_text = models.CharField(lazy("link text"), max_length=100, blank=True)
    link_url = models.CharField(lazy("link address"), max_length=MAX_ADDRESS, blank=True, validators=[check_address])
    position = models.PositiveSmallIntegerField(
        lazy("position"), default=0, help_text=lazy("The lowest comes first; calls to 999 come before all others.")
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="stop_notice")

    class Meta:
        ordering = ("position", "kinds", "words", "id")
        verbose_name = lazy("stop notice")

    def __str__(self) -> str:
        return f"{self.words or self.kinds}: {self.message}"

    @property
    def revisions(self) -> models.QuerySet:
        """The history."""
        return self._revisions

    def clean(self) -> None:
        super().clean()
        if not self.kinds and not self.words:
            raise ValidationError(_("Choose a kind of distress, or write the words for which this is shown."))
        if bool(self.link_text) != bool(self.link_url):
            raise ValidationError(_("Give both the text and the address of the link, or neither."))
