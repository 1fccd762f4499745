"""How sure a listing is of each fact, and what is still to be asked. Both are shown to readers."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class Fact(models.TextChoices):
    """What a listing can be sure or unsure about."""

    SETTING = "setting", lazy("Where the person is")
    AGE = "age", lazy("Ages")
    GENDER = "gender", lazy("Women or men")
    AREA = "area", lazy("Areas and establishments")
    ORDER = "order", lazy("Orders and sentences")
    ROUTE = "route", lazy("Who can refer")
    WAY_IN = "way-in", lazy("How to reach it")
    HOURS = "hours", lazy("Opening hours")
    PLACE = "place", lazy("Where it is")
    WAIT = "wait", lazy("Room and wait")
    COST = "cost", lazy("Cost")
    OTHER = "other", lazy("Something else")


# Those by which the service says no. Only what was confirmed may do that.
RULES = (Fact.SETTING, Fact.AGE, Fact.GENDER, Fact.AREA, Fact.ORDER, Fact.ROUTE)
RULE_CHOICES = [(fact.value, fact.label) for fact in RULES]


class Confirmation(Orderable):
    """One fact that the service confirmed by itself. A check of the whole listing confirms every other one."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="confirmations")
    fact = models.CharField(lazy("fact"), max_length=10, choices=RULE_CHOICES)
    confirmed_on = models.DateField(
        lazy("day"), help_text=lazy("The day they said so. We rely on it for half a year.")
    )
    confirmed_with = models.CharField(
        lazy("with"), max_length=200, blank=True, help_text=lazy("A role is enough. Everyone can read it.")
    )

    class Meta(Orderable.Meta):
        constraints = (models.UniqueConstraint(fields=("service", "fact"), name="unique_confirmation_of_fact"),)

    def __str__(self) -> str:
        return self.get_fact_display()

    def clean(self) -> None:
        super().clean()
        if self.confirmed_on and self.confirmed_on > timezone.localdate():
            raise ValidationError({"confirmed_on": _("This day is still to come.")})


class OpenQuestion(Orderable):
    """What is not known yet. While it stands, the fact it is about counts as not confirmed."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="open_questions")
    about = models.CharField(lazy("about"), max_length=10, choices=Fact, default=Fact.OTHER)
    question = models.CharField(
        lazy("question"), max_length=200, help_text=lazy("As readers see it: Does it see women?")
    )

    def __str__(self) -> str:
        return self.question
