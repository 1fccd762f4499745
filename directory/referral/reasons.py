"""One function for each rule of a listing. None where it has nothing to say."""

from collections.abc import Callable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.places.geography import ancestors_of
from search.text.lists_in_words import one_of

from .answers import ReferralAnswer, ReferralReason
from .person import Person
from .rules import INSIDE, PRISON, Rules
from .verdicts import ask, match, mismatch, open_question, unsaid

ADULT_AGE = 18
# A licence begins on the day of release.
LICENCE = "licence"
PROFESSIONAL_ROUTES = frozenset({"justice-social-work", "police", "prison-staff", "court-team", "health"})
ANY_PROFESSIONAL = "any-professional"
THE_PERSON = "self"
OTHERS = {"women": lazy("men"), "men": lazy("women")}
ONLY = {"women": lazy("women"), "men": lazy("men")}
WHO = {"women": "woman", "men": "man"}
SEEN = {"woman": lazy("women"), "man": lazy("men"), "other": lazy("others")}

Rule = Callable[[Rules, Person], ReferralReason | None]


def setting_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Where the person is now. Who is about to be released is still in prison, and on licence from that day on."""
    if not rules.settings:
        return ask("setting", open_question(rules, "setting", _("The listing does not say where people must be: ask")))
    taken = one_of(rules.settings.values())
    if person.setting is None:
        return unsaid("setting", _("They take people in: %(taken)s") % {"taken": taken})
    name = rules.settings.get(person.setting) or (rules.settings.get(PRISON) if person.setting in INSIDE else None)
    if name:
        return match(
            rules,
            "setting",
            "setting",
            _("%(name)s: this service takes them") % {"name": name},
            _("Listed for: %(name)s") % {"name": name},
        )
    if person.setting in INSIDE and INSIDE & set(rules.settings):
        return ask(
            "setting",
            _("When release is near%(on)s: they take people who are about to leave") % {"on": _on(person.release)},
        )
    if person.setting in INSIDE and LICENCE in rules.settings:
        return ask(
            "setting", _("From the day of release%(on)s: they take people on licence") % {"on": _on(person.release)}
        )
    return mismatch(
        rules,
        "setting",
        "setting",
        _("They only take people in: %(taken)s") % {"taken": taken},
        _("Listed for: %(taken)s") % {"taken": taken},
    )


def age_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """How old the person is. What is not recorded is a question about the young, and silence about others."""
    span = _span(rules)
    if not span:
        return _unrecorded_age(rules, person)
    if person.age is None:
        return unsaid("age", _("They take people %(span)s") % {"span": span})
    too_young = rules.minimum_age is not None and person.age < rules.minimum_age
    if too_young or (rules.maximum_age is not None and person.age > rules.maximum_age):
        wording = _("Too young: they take people %(span)s") if too_young else _("Too old: they take people %(span)s")
        wording %= {"span": span}
        return mismatch(rules, "age", "age", wording, _("Listed for people %(span)s") % {"span": span})
    if rules.minimum_age is None and person.age < ADULT_AGE:
        return ask("age", _("The listing gives no lowest age: ask about someone of %(age)s") % {"age": person.age})
    return match(
        rules,
        "age",
        "age",
        _("Age %(age)s: this service takes them") % {"age": person.age},
        _("Listed for people %(span)s") % {"span": span},
    )


def gender_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Whether it takes only women or only men."""
    if rules.gender not in WHO:
        return _unrecorded_gender(rules, person)
    if person.gender is None:
        return unsaid("gender", _("They take %(gender)s only") % {"gender": ONLY[rules.gender]})
    if person.gender == WHO[rules.gender]:
        return match(
            rules,
            "gender",
            "gender",
            _("They take %(gender)s") % {"gender": ONLY[rules.gender]},
            _("Listed for %(gender)s") % {"gender": ONLY[rules.gender]},
        )
    if person.gender == "other":
        return ask("gender", _("The listing says %(gender)s only: ask who they mean") % {"gender": ONLY[rules.gender]})
    return mismatch(
        rules,
        "gender",
        "gender",
        _("They take %(gender)s only") % {"gender": ONLY[rules.gender]},
        _("Listed for %(gender)s") % {"gender": ONLY[rules.gender]},
        _("Nobody has confirmed whether %(others)s are seen") % {"others": OTHERS[rules.gender]},
    )


def home_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Where the person lives. A service that names only prisons is asked about the prison, not about the address."""
    if not rules.areas and rules.establishments:
        return None
    if not rules.areas:
        return ask("home", open_question(rules, "area", _("The area is not recorded: ask if the address counts")))
    covered = one_of(rules.areas.values())
    if person.home is None or not person.home.authorities:
        return unsaid("home", _("They cover %(covered)s: ask if the address counts") % {"covered": covered})
    covering = [bool({code, *ancestors_of(code)} & set(rules.areas)) for code in person.home.authorities]
    where = person.home.area_label
    if all(covering):
        return match(
            rules,
            "home",
            "area",
            _("%(where)s is in the area they cover") % {"where": where},
            _("Listed for %(covered)s") % {"covered": covered},
        )
    if any(covering):
        return ask(
            "home",
            _("Part of %(where)s is outside %(covered)s: ask whether the address counts")
            % {"where": where, "covered": covered},
        )
    return mismatch(
        rules,
        "home",
        "area",
        _("%(where)s is outside %(covered)s") % {"where": where, "covered": covered},
        _("Listed for %(covered)s") % {"covered": covered},
    )


def establishment_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Which prison, court or centre the person is at."""
    if person.setting == LICENCE and person.establishment and rules.establishments:
        return _left_reason(rules, person)
    named = {code: found for code, found in rules.establishments.items() if found.concerns(person.setting)}
    if not named:
        return None
    names = one_of(found.name for found in named.values())
    where = _("Inside") if person.setting is None or person.setting in INSIDE else _("There")
    if person.setting is None or person.establishment is None:
        return unsaid("establishment", _("%(where)s, they work in %(names)s") % {"where": where, "names": names})
    if person.establishment in named:
        name = named[person.establishment].name
        return match(
            rules,
            "establishment",
            "area",
            _("They work in %(name)s") % {"name": name},
            _("Listed for %(name)s") % {"name": name},
        )
    wording = _("%(where)s, they only work in %(names)s") % {"where": where, "names": names}
    return mismatch(rules, "establishment", "area", wording, _("Listed for %(names)s") % {"names": names})


def _left_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """After release the prison decides nothing for certain, but who works in one may only take people from there."""
    if person.establishment in rules.establishments:
        return None
    names = one_of(found.name for found in rules.establishments.values())
    return ask(
        "establishment", _("They work in %(names)s: ask if they take people who were elsewhere") % {"names": names}
    )


def order_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Which order or sentence the person is on."""
    if not rules.orders:
        return ask("order", open_question(rules, "order", "")) if "order" in rules.questions else None
    taken = one_of(rules.orders.values())
    if person.order is None:
        return unsaid("order", _("They take people on: %(taken)s") % {"taken": taken})
    if person.order in rules.orders:
        name = rules.orders[person.order]
        return match(
            rules,
            "order",
            "order",
            _("%(name)s: this service takes them") % {"name": name},
            _("Listed for: %(name)s") % {"name": name},
        )
    return mismatch(
        rules,
        "order",
        "order",
        _("They only take people on: %(taken)s") % {"taken": taken},
        _("Listed for: %(taken)s") % {"taken": taken},
    )


def route_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Who asks. Where the person can ask by themselves, nobody else is turned away: they can pass it on."""
    if not rules.routes:
        return ask("route", open_question(rules, "route", _("Who can refer is not recorded: ask first")))
    named = one_of(rules.routes.values())
    listed = _("Listed for referral by: %(named)s") % {"named": named}
    if person.route is None:
        return unsaid("route", _("Who can refer: %(named)s") % {"named": named})
    if person.route in rules.routes or (ANY_PROFESSIONAL in rules.routes and person.route in PROFESSIONAL_ROUTES):
        return match(rules, "route", "route", _("You can refer"), listed)
    if THE_PERSON in rules.routes:
        return match(
            rules,
            "route",
            "route",
            _("The person can ask for it themselves"),
            _("Listed for referral by: %(named)s") % {"named": named},
        )
    if person.route == ANY_PROFESSIONAL:
        return ask("route", _("Who can refer: %(named)s. Ask if that includes you") % {"named": named})
    return mismatch(rules, "route", "route", _("Only these can refer: %(named)s") % {"named": named}, listed)


def capacity_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Whether it has room. A service that is full today is worth asking when that changes."""
    return ask("capacity", _("They are full at the moment: ask when that changes")) if rules.is_full else None


RULES: tuple[Rule, ...] = (
    setting_reason,
    age_reason,
    gender_reason,
    home_reason,
    establishment_reason,
    order_reason,
    route_reason,
    capacity_reason,
)


def helpline_reasons(rules: Rules, person: Person) -> list[ReferralReason | None]:
    """Anyone may call a helpline. What it is listed for only matters where it speaks against the person."""
    limits = (rule(rules, person) for rule in (age_reason, gender_reason, home_reason))
    against = [reason for reason in limits if reason is not None and reason.fits is False]
    return [*against, ReferralReason("route", ReferralAnswer.YES, _("Anyone can call. Nobody refers to a helpline"))]


def _unrecorded_age(rules: Rules, person: Person) -> ReferralReason | None:
    if "age" in rules.questions:
        return ask("age", open_question(rules, "age", ""))
    if person.age is None or person.age >= ADULT_AGE:
        return None
    return ask("age", _("The listing gives no lowest age: ask about someone of %(age)s") % {"age": person.age})


def _unrecorded_gender(rules: Rules, person: Person) -> ReferralReason | None:
    if "gender" in rules.questions:
        return ask("gender", open_question(rules, "gender", ""))
    seen = SEEN.get(person.gender or "")
    if rules.gender or not rules.related_gender or seen in (None, rules.related_gender):
        return None
    return ask(
        "gender",
        _("Another service of the same partners takes %(gender)s only: ask if %(seen)s are seen")
        % {"gender": ONLY.get(rules.related_gender, rules.related_gender), "seen": seen},
    )


def _span(rules: Rules) -> str:
    if rules.minimum_age is not None and rules.maximum_age is not None:
        return _("aged %(minimum_age)s to %(maximum_age)s") % {
            "minimum_age": rules.minimum_age,
            "maximum_age": rules.maximum_age,
        }
    if rules.minimum_age is not None:
        return _("aged %(minimum_age)s or over") % {"minimum_age": rules.minimum_age}
    return (
        _("aged %(maximum_age)s or under") % {"maximum_age": rules.maximum_age}
        if rules.maximum_age is not None
        else ""
    )


def _on(day: date | None) -> str:
    return f" ({date_format(day, 'j F Y')})" if day else ""
