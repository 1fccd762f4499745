"""The questions of the release view. What was typed is never lost, and nothing of it is stored."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.forms.fields import DateField, NumberField
from directory.forms.public_form import PublicForm
from directory.forms.widgets import PARTS, Checkboxes, DateInput
from directory.models import Area, Taxonomy, TaxonomyTerm
from directory.places.fields import PlaceField
from directory.places.geography import Place
from directory.referral.facts import OLDEST_PERSON, Facts
from directory.referral.forms import GENDERS

from .dates import WHAT, read_release_date

SETTING = "before-release"
CHOOSE_PRISON = lazy("Choose the prison")
WRONG_AGE = format_lazy(lazy("Enter the age in years, from 0 to {oldest}"), oldest=OLDEST_PERSON)
WRONG_NEED = lazy("Choose what would help from the list")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: establishments by code, needs by slug, both in the order to show."""

    prisons: dict[str, Area]
    needs: dict[str, str]


@dataclass(frozen=True, slots=True)
class ReleaseAnswers:
    """What a plan is made for, as far as it was said."""

    establishment: Area | None
    release_date: date | None
    needs: tuple[str, ...]
    place: Place | None

    @property
    def home_name(self) -> str:
        """The place without the last part of a full postcode, which can point at one household."""
        return self.place.area_label if self.place else ""


class ReleaseDateField(DateField):
    """The day somebody is expected to be released."""

    def read(self, typed: dict[str, str]) -> date:
        return read_release_date(typed, timezone.localdate())


class GenderField(forms.ChoiceField):
    """What is not on the list is as good as not said."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        return text if self.valid_value(text) else ""


class NeedsField(forms.MultipleChoiceField):
    """Needs in the order they are shown. An empty value chooses nothing."""

    widget = Checkboxes(classes="govuk-checkboxes--small")

    def to_python(self, value: Any) -> list[str]:
        return [slug for slug in super().to_python(value) if slug]

    def clean(self, value: Any) -> tuple[str, ...]:
        chosen = super().clean(value)
        return tuple(slug for slug, _unused in self.choices if slug in chosen)


class ReleasePlanForm(PublicForm):
    """Which prison, when, and where to; and what helps to choose who can walk alongside."""

    prison = forms.ChoiceField(
        label=lazy("Which prison is the person in?"),
        widget=forms.Select({"class": "hub-release__select"}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), CHOOSE_PRISON),
    )
    date = ReleaseDateField(
        what=WHAT,
        label=lazy("When do they expect to be released?"),
        help_text=lazy("For example, 27 3 2027 or 27 March 2027. A guess is fine."),
        widget=DateInput(part_names={part: part for part in PARTS}),
        error_messages={"required": lazy("Enter the expected date of release")},
    )
    home = PlaceField(
        label=lazy("Postcode or place they go home to (optional)"),
        help_text=lazy("For example G42 or Govanhill. The first half of a postcode is enough."),
        required=False,
    )
    gender = GenderField(label=lazy("The person is (optional)"), required=False, choices=GENDERS)
    age = NumberField(
        label=lazy("Age (optional)"),
        required=False,
        min_value=0,
        max_value=OLDEST_PERSON,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), WRONG_AGE),
    )
    need = NeedsField(
        label=lazy("What would help most? (optional)"),
        help_text=lazy("Choose all that matter."),
        required=False,
        error_messages=dict.fromkeys(("invalid_choice", "invalid_list"), WRONG_NEED),
    )

    def __init__(self, facts: Facts, choices: Choices, data: Any = None) -> None:
        """facts: what was said before, which fills the form."""
        super().__init__(data, initial=_initial(facts, choices))
        prisons = ((code, area.name) for code, area in choices.prisons.items())
        self.fields["prison"].choices = [("", _("Choose a prison")), *prisons]
        self.fields["need"].choices = list(choices.needs.items())

    @sensitive_variables()
    def stated_facts(self, facts: Facts) -> Facts:
        """The facts with what a valid form was told: somebody who is about to be released."""
        told = self.cleaned_data
        return replace(
            facts,
            establishment=told["prison"],
            release=told["date"].isoformat(),
            needs=told["need"],
            home=told["home"],
            age=told["age"],
            gender=told["gender"],
            setting=SETTING,
        )


def load_choices() -> Choices:
    """Prisons that still exist and the needs. Two queries."""
    prisons = Area.objects.filter(kind=Area.Kind.PRISON, valid_to=None).select_related("parent__parent__parent")
    needs = TaxonomyTerm.objects.of(Taxonomy.NEED).offered().values_list("slug", "name")
    return Choices(prisons={area.code: area for area in prisons.order_by("name")}, needs=dict(needs))


def answers_of(facts: Facts, choices: Choices) -> ReleaseAnswers:
    """What a plan is made for, out of what was said, wherever it was said."""
    return ReleaseAnswers(
        establishment=choices.prisons.get(facts.establishment),
        release_date=facts.release_day,
        needs=tuple(slug for slug in choices.needs if slug in facts.needs),
        place=facts.place,
    )


def _initial(facts: Facts, choices: Choices) -> dict[str, Any]:
    year, _unused, rest = facts.release.partition("-")
    month, _unused, day = rest.partition("-")
    return {
        "prison": facts.establishment if facts.establishment in choices.prisons else "",
        "date": [day.lstrip("0"), month.lstrip("0"), year],
        "home": facts.home,
        "gender": facts.gender,
        "age": facts.age,
        "need": [slug for slug in choices.needs if slug in facts.needs],
    }
