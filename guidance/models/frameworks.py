"""Frameworks that others wrote, and which statements of our guides cover what each asks of an organisation."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Framework(models.Model):
    """A framework by name, and how much of it was read. Saved is published."""

    title = models.CharField(lazy("title"), max_length=150, unique=True)
    publisher = models.CharField(lazy("publisher"), max_length=100)
    published = models.CharField(
        lazy("published"), max_length=80, help_text=lazy("As its source shows it: October 2020. Or: date not shown.")
    )
    url = models.URLField(lazy("where it was read"), max_length=300)
    scope = models.CharField(lazy("for whom"), max_length=100, help_text=lazy("England and Wales, prisons."))
    read = models.TextField(
        lazy("how much was read"), help_text=lazy("Readers see it: Read in part, three chapters were not read.")
    )
    position = models.PositiveSmallIntegerField(lazy("position"), default=0, help_text=lazy("Lower comes first."))

    panels = (
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("published")]),
        FieldPanel("url"),
        FieldPanel("scope"),
        FieldPanel("read"),
        FieldPanel("position"),
    )

    class Meta:
        verbose_name = lazy("framework")
        verbose_name_plural = lazy("frameworks")
        ordering = ("position", "title")

    def __str__(self) -> str:
        return self.title

    @property
    def anchor(self) -> str:
        return f"framework-{self.pk}"


class FrameworkStatement(models.Model):
    """What a framework asks of an organisation, in our words.

    `covered_by`: keys of our statements, as `guidance.readiness.asked.Question.key` has them. They stay when titles,
    words and addresses change. One that no published guide has any more is left out where readers look.
    """

    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="statements", verbose_name=lazy("framework")
    )
    words = models.TextField(
        lazy("what it asks"), max_length=300, help_text=lazy("In our own words: facts carry over, wording never.")
    )
    level = models.CharField(
        lazy("how binding it says that is"), max_length=60, help_text=lazy("should; or: must, says the guidance.")
    )
    covered_by = models.JSONField(lazy("covered by"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(lazy("position"), default=0, help_text=lazy("Lower comes first."))

    class Meta:
        verbose_name = lazy("statement of a framework")
        verbose_name_plural = lazy("statements of frameworks")
        ordering = ("framework__position", "framework__title", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("framework", "words"),
                name="framework_statement_once",
                violation_error_message=lazy("This framework has that statement already."),
            ),
        )

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        super().clean()
        if not isinstance(self.covered_by, list) or not all(isinstance(key, str) for key in self.covered_by):
            raise ValidationError({"covered_by": _("These are no keys of statements.")})
