"""“Can I refer this person?” on a service's page: what is asked, and the answer. Nothing is stored."""

from dataclasses import dataclass, replace
from typing import Any

from django import forms

from .eligibility import Answer, Eligibility, Establishment, Person, Rules, can_refer
from .finder.form import Finding
from .finder.results import count_services
from .gazetteer import find_places
from .geography import Place
from .models import Area, Service, Taxonomy, TaxonomyTerm
from .place_problems import place_problem

OLDEST = 120
GENDERS = (("", "I would rather not say"), ("woman", "Woman"), ("man", "Man"), ("other", "Another way"))


class PlaceField(forms.CharField):
    """A postcode or the name of a place; cleans to a `Place`, or None when empty."""

    def clean(self, value: Any) -> Place | None:
        text = super().clean(value)
        if not text:
            return None
        found = find_places(text)
        if problem := place_problem(text, found):
            raise forms.ValidationError(problem)
        return found.place


class ReferralCheckForm(forms.Form):
    """What a practitioner may say. Every question can be left out."""

    age = forms.IntegerField(
        label="Age",
        required=False,
        min_value=0,
        max_value=OLDEST,
        error_messages={
            "invalid": "Enter the age in years, like 34",
            "min_value": "Enter an age of 0 or more",
            "max_value": f"Enter an age of {OLDEST} or less",
        },
    )
    home = PlaceField(label="Postcode or place of their home, now or soon", required=False, max_length=60)
    setting = forms.ChoiceField(label="Where is the person now?", required=False)
    route = forms.ChoiceField(label="Who are you?", required=False)
    order = forms.ChoiceField(label="Order or sentence", required=False)
    gender = forms.ChoiceField(label="The person is", required=False, choices=GENDERS)
    establishment = forms.ChoiceField(label="Which prison?", required=False)

    def __init__(self, service: Service, data: Any = None) -> None:
        super().__init__(data, prefix="check", auto_id="%s")
        names = _terms()
        self.fields["setting"].choices = [("", "I do not know"), *names[Taxonomy.SETTING]]
        self.fields["route"].choices = [("", "I would rather not say"), *names[Taxonomy.REFERRAL_ROUTE]]
        self.fields["order"].choices = [("", "None, or I do not know"), *names[Taxonomy.ORDER_TYPE]]
        named = [row.area for row in service.areas_in_force if row.area.is_establishment]
        if any(area.kind != Area.Kind.PRISON for area in named):
            self.fields["establishment"].label = "Which prison, court or centre?"
        choices = [("", "I do not know"), *((area.code, area.name) for area in named), ("another", "Another one")]
        self.fields["establishment"].choices = choices
        self._leave_out_what_does_not_matter(service, has_establishments=bool(named))

    def person(self) -> Person:
        """The facts given, for a valid form."""
        given = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        return Person(**given)

    def said(self) -> str:
        """What was said, in one line: "Age 17, Community sentence, lives in G73"."""
        parts = []
        for name, value in self.cleaned_data.items():
            if value in ("", None):
                continue
            if name == "age":
                parts.append(f"age {value}")
            elif name == "home":
                # The second half of a postcode can point at one household.
                parts.append(f"lives in {value.area_label}")
            else:
                parts.append(str(dict(self.fields[name].choices)[value]).lower())
        text = ", ".join(parts)
        return text[:1].upper() + text[1:]

    def _leave_out_what_does_not_matter(self, service: Service, *, has_establishments: bool) -> None:
        """A question whose answer cannot change anything is not asked."""
        if not service.order_types.all():
            del self.fields["order"]
        if service.gender not in ("women", "men"):
            del self.fields["gender"]
        if not has_establishments:
            del self.fields["establishment"]


@dataclass(frozen=True, slots=True)
class ReferralAnswer:
    """The answer, what was said, and for a "no" how many other services might take the person, and where."""

    eligibility: Eligibility
    said: str
    others: int = 0
    others_url: str = ""


def check_referral(service: Service, form: ReferralCheckForm) -> ReferralAnswer:
    """Hold a valid form's facts against the listing."""
    person = form.person()
    found = can_refer(rules_of(service), person)
    answer = ReferralAnswer(found, form.said())
    if found.answer != Answer.NO:
        return answer
    finding = Finding(
        selected={"setting": (person.setting,)} if person.setting else {},
        near=person.home.area_label if person.home else "",
        place=person.home,
    )
    return replace(answer, others=count_services([finding])[0], others_url=finding.query_string())


def rules_of(service: Service) -> Rules:
    """What a listing says about who it takes today. An old "full" is not relied on."""
    areas = [row.area for row in service.areas_in_force]
    return Rules(
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        gender=service.gender,
        settings={term.slug: term.name for term in service.settings.all()},
        orders={term.slug: term.name for term in service.order_types.all()},
        routes={term.slug: term.name for term in service.referral_routes.all()},
        areas={area.code: area.name for area in areas if not area.is_establishment},
        establishments={area.code: Establishment(area.name, area.kind) for area in areas if area.is_establishment},
        is_full=service.availability == Service.Referrals.FULL,
    )


def _terms() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {
        Taxonomy.SETTING: [],
        Taxonomy.REFERRAL_ROUTE: [],
        Taxonomy.ORDER_TYPE: [],
    }
    terms = TaxonomyTerm.objects.filter(taxonomy__slug__in=found).order_by("position", "name")
    for taxonomy, slug, name in terms.values_list("taxonomy__slug", "slug", "name"):
        found[taxonomy].append((slug, name))
    return found
