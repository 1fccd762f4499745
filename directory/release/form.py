"""The questions of the release view. What was typed is never lost, and nothing of it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict

from directory.models import Area, Taxonomy, TaxonomyTerm
from directory.places.fields import CHOICE, LONGEST_TYPED
from directory.places.gazetteer import find_places
from directory.places.geography import Place
from directory.places.messages import offered_for, place_problem, typed_or_chosen
from directory.referral.facts import GENDERS, OLDEST_PERSON, Facts, is_age
from search.text.invisible_characters import clean_code

from .dates import PARTS, WrongDate, read_release_date

MOST_TYPED = 60


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen: establishments by code, needs by slug, both in the order to show."""

    prisons: dict[str, Area]
    needs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence, the field it is about and the ids of the inputs to correct."""

    field: str
    text: str
    inputs: tuple[str, ...]

    @property
    def target(self) -> str:
        """Where the error summary leads."""
        return self.inputs[0]


@dataclass(frozen=True, slots=True)
class ReleaseAnswers:
    """What was typed, and what it means where it means something."""

    prison: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    needs: tuple[str, ...] = ()
    home: str = ""
    age: str = ""
    gender: str = ""
    establishment: Area | None = None
    release_date: date | None = None
    place: Place | None = None
    problems: tuple[Problem, ...] = field(default_factory=tuple)

    @property
    def errors(self) -> dict[str, Problem]:
        return {problem.field: problem for problem in self.problems}

    @property
    def wrong_inputs(self) -> frozenset[str]:
        return frozenset(name for problem in self.problems for name in problem.inputs)

    @property
    def homes_offered(self) -> tuple[str, ...]:
        """The places to choose from, where the home that was typed is not plain."""
        return offered_for(self.home) if "home" in self.errors else ()

    @property
    def home_name(self) -> str:
        """The place without the last part of a full postcode, which can point at one household."""
        return self.place.area_label if self.place else ""


def load_choices() -> Choices:
    """Prisons that still exist and the needs. Two queries."""
    prisons = Area.objects.filter(kind=Area.Kind.PRISON, valid_to=None).select_related("parent__parent__parent")
    needs = TaxonomyTerm.objects.of(Taxonomy.NEED).offered().values_list("slug", "name")
    return Choices(prisons={area.code: area for area in prisons.order_by("name")}, needs=dict(needs))


def read_answers(data: QueryDict, choices: Choices, today: date) -> ReleaseAnswers:
    """Read a posted form. Never fails: what cannot be used is a problem with its sentence."""
    names = ("prison", *PARTS, "age", "gender")
    typed = {name: _tidy(data.get(name, "")) for name in names}
    typed["home"] = typed_or_chosen(clean_code(data.get("home", ""))[:LONGEST_TYPED], data.get(f"home{CHOICE}", ""))
    problems = []
    establishment = choices.prisons.get(typed["prison"])
    if establishment is None:
        problems.append(Problem("prison", "Choose the prison", ("prison",)))
    release_date, wrong_date = _date(typed, today)
    place, wrong_home = _home(typed["home"])
    asked = data.getlist("need")
    needs = tuple(slug for slug in choices.needs if slug in asked)
    if typed["age"] and not is_age(typed["age"]):
        problems.append(Problem("age", f"Enter the age in years, from 0 to {OLDEST_PERSON}", ("age",)))
    if typed["gender"] not in ("", *GENDERS):
        typed["gender"] = ""
    if any(slug and slug not in choices.needs for slug in asked):
        problems.append(Problem("need", "Choose what would help from the list", ("need",)))
    problems += [problem for problem in (wrong_date, wrong_home) if problem]
    problems.sort(key=lambda problem: ("prison", "date", "home", "age", "need").index(problem.field))
    return ReleaseAnswers(
        **typed,
        needs=needs,
        establishment=establishment,
        release_date=release_date,
        place=place,
        problems=tuple(problems),
    )


def answers_of(facts: Facts, choices: Choices) -> ReleaseAnswers:
    """The answers that facts stand for, so that the form can be shown again with what was said."""
    day = facts.release_day
    return ReleaseAnswers(
        prison=facts.establishment if facts.establishment in choices.prisons else "",
        day=str(day.day) if day else "",
        month=str(day.month) if day else facts.release[5:7].lstrip("0"),
        year=str(day.year) if day else facts.release[:4],
        needs=tuple(slug for slug in choices.needs if slug in facts.needs),
        home=facts.home,
        age="" if facts.age is None else str(facts.age),
        gender=facts.gender,
        establishment=choices.prisons.get(facts.establishment),
        release_date=day,
        place=facts.place,
    )


def facts_of(answers: ReleaseAnswers, facts: Facts) -> Facts:
    """The facts with what a form without problems was told: somebody who is about to be released."""
    return replace(
        facts,
        establishment=answers.prison,
        release=answers.release_date.isoformat() if answers.release_date else "",
        needs=answers.needs,
        home=answers.home_name,
        age=int(answers.age) if answers.age else None,
        gender=answers.gender,
        setting="before-release",
    )


def _tidy(text: str) -> str:
    """One line without what nobody sees, long enough for any real answer."""
    return " ".join(clean_code(text[: MOST_TYPED * 2]).split())[:MOST_TYPED]


def _date(typed: Mapping[str, str], today: date) -> tuple[date | None, Problem | None]:
    try:
        return read_release_date({part: typed[part] for part in PARTS}, today), None
    except WrongDate as wrong:
        return None, Problem("date", str(wrong), wrong.parts)


def _home(typed: str) -> tuple[Place | None, Problem | None]:
    if not typed:
        return None, None
    found = find_places(typed)
    problem = place_problem(typed, found)
    return found.place, Problem("home", problem, ("home",)) if problem else None
