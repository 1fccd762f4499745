"""What a guide and its rules can be: for whom, where, and how binding."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from search.text.lists_in_words import all_of


class ReaderRole(models.TextChoices):
    """Who in an organisation a guide is for."""

    MANAGER = "manager", lazy("Manager")
    SUPERVISOR = "supervisor", lazy("Supervisor")
    HR = "hr", lazy("HR")
    COMMISSIONER = "commissioner", lazy("Commissioner")
    PEER = "peer", lazy("Peer worker")


class Jurisdiction(models.TextChoices):
    """A nation with law and standards of its own. All three are ticked for what holds in each."""

    SCOTLAND = "scotland", lazy("Scotland")
    ENGLAND = "england", lazy("England")
    WALES = "wales", lazy("Wales")


class Level(models.TextChoices):
    """How binding a rule is, the most binding first."""

    LAW = "law", lazy("Must by law")
    STANDARD = "standard", lazy("Must by a standard or contract")
    SHOULD = "should", lazy("Should")
    PAST = "past", lazy("History")
    SUGGESTION = "suggestion", lazy("We suggest")


def all_jurisdictions() -> list[str]:
    return list(Jurisdiction.values)


def jurisdiction_words(chosen: Iterable[str]) -> str:
    """The nations as a list in words, always in the same order."""
    return all_of(Jurisdiction(value).label for value in Jurisdiction.values if value in set(chosen))


class ChoicesField(models.JSONField):
    """Several of a few fixed choices, kept as a list in the order in which the choices are declared."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"default": list, **options})

    def validate(self, value: Any, model_instance: models.Model) -> None:
        known = {choice for choice, _unused in self.choices or ()}
        if not isinstance(value, list) or not set(value) <= known:
            raise ValidationError(_("Choose from the list."), code="invalid_choice")
        if not value and not self.blank:
            raise ValidationError(_("Choose one at least."), code="blank")

    def formfield(self, **options: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.choices,
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
        )
