"""The questions about a person: all of them, or those that can change one service's answer."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.forms.fields import NumberField
from directory.forms.public_form import PublicForm
from directory.models import Service
from directory.places.fields import PlaceField
from directory.vocabulary.facets import NOT_RECORDED
from directory.vocabulary.labels import read_establishments, read_labels

from .facts import OLDEST_PERSON, Facts
from .rules import Rules

GENDERS = (
    ("", lazy("I would rather not say")),
    ("woman", lazy("Woman")),
    ("man", lazy("Man")),
    ("other", lazy("Another way")),
)
ANOTHER = "another"
MONTHS_AHEAD = 60
AGE_MESSAGES = {
    "invalid": lazy("Enter the age in years, like 34"),
    "min_value": lazy("Enter an age of 0 or more"),
    "max_value": format_lazy(lazy("Enter an age of {oldest} or less"), oldest=OLDEST_PERSON),
}
# Unused names would be read by the next person on a shared machine.
PREFIX = "check"


class PersonForm(PublicForm):
    """What somebody may say about a person. Every question can be left out."""

    gender = forms.ChoiceField(label=lazy("The person is"), required=False, choices=GENDERS)
    age = NumberField(
        label=lazy("Age"), required=False, min_value=0, max_value=OLDEST_PERSON, error_messages=AGE_MESSAGES
    )
    setting = forms.ChoiceField(label=lazy("Where is the person now?"), required=False)
    establishment = forms.ChoiceField(label=lazy("Which prison, if they are in one?"), required=False)
    release = forms.ChoiceField(label=lazy("Month of release, if you know it"), required=False)
    order = forms.ChoiceField(label=lazy("Order or sentence"), required=False)
    home = PlaceField(label=lazy("Postcode or place of their home, now or soon"), required=False)
    route = forms.ChoiceField(label=lazy("Who are you?"), required=False)

    def __init__(self, facts: Facts, data: Any = None) -> None:
        """facts: what was said before, which fills the form."""
        super().__init__(data, prefix=PREFIX, initial=_initial(facts))
        self.facts = facts
        self.establishments = read_establishments()
        labels = read_labels()
        settings = labels.offered("setting", [facts.setting])
        settings.pop(NOT_RECORDED, None)
        self._offer("setting", _("I do not know"), settings.items)
        self._offer("route", _("I would rather not say"), labels.offered("route", [facts.route]).items)
        self._offer("order", _("None, or I do not know"), labels.offered("order", [facts.order]).items)
        self._offer("establishment", _("None, or I do not know"), self.establishments.items)
        self._offer("release", _("I do not know"), partial(_months, timezone.localdate(), facts.release[:7]))

    def _offer(self, name: str, nothing: str, choices: Callable[[], Iterable[tuple[str, str]]]) -> None:
        # Read when the question is asked: to write down all months for a form that leaves them out takes longest.
        self.fields[name].choices = lambda: [("", nothing), *choices()]

    def stated_facts(self) -> Facts:
        """The facts with what this form was told, for a valid form. What it did not ask, or get, stays as it was."""
        given = {name: self.cleaned_data[name] for name in self.fields if self.add_prefix(name) in self.data}
        if "release" in given and given["release"] == self.facts.release[:7]:
            # Somebody who named the day and now leaves the month as it is means the day.
            given["release"] = self.facts.release
        return replace(self.facts, **given)


class ReferralCheckForm(PersonForm):
    """Those questions whose answer can change what one service says."""

    def __init__(self, service: Service, rules: Rules, facts: Facts, data: Any = None) -> None:
        super().__init__(facts, data)
        named = {code: found.name for code, found in rules.establishments.items()}
        if any(found.kind != "prison" for found in rules.establishments.values()):
            self.fields["establishment"].label = _("Which prison, court or centre?")
        chosen = facts.establishment
        choices = {**named, **({chosen: self.establishments.get(chosen, _("Another one"))} if chosen else {})}
        choices.setdefault(ANOTHER, _("Another one"))
        self._offer("establishment", _("I do not know"), choices.items)
        self._leave_out(rules, has_establishments=bool(named))

    def _leave_out(self, rules: Rules, *, has_establishments: bool) -> None:
        unneeded = {
            "release": True,
            "order": not rules.orders and "order" not in rules.questions,
            "gender": not rules.may_depend_on_gender,
            "establishment": not has_establishments,
        }
        for name, is_unneeded in unneeded.items():
            if is_unneeded:
                del self.fields[name]


def _initial(facts: Facts) -> dict[str, Any]:
    return {**facts.to_stored(), "release": facts.release[:7]}


def _months(today: date, chosen: str) -> list[tuple[str, str]]:
    """The months from this one on, and the one that was said before if it is another."""
    numbers = range(today.year * 12 + today.month - 1, today.year * 12 + today.month - 1 + MONTHS_AHEAD)
    months = [date(number // 12, number % 12 + 1, 1) for number in numbers]
    found = {f"{month:%Y-%m}": date_format(month, "F Y") for month in months}
    return list(({chosen: chosen, **found} if chosen and chosen not in found else found).items())
