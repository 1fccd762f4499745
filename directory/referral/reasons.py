"""One function for each rule of a listing. None where it has nothing to say."""

from collections.abc import Callable, Iterable
from datetime import date

from directory.places.geography import ancestors_of

from .answers import ReferralAnswer, ReferralReason
from .person import Person
from .rules import INSIDE, PRISON, Rules

ADULT_AGE = 18
# A licence begins on the day of release.
LICENCE = "licence"
PROFESSIONAL_ROUTES = frozenset({"justice-social-work", "police", "prison-staff", "court-team", "health"})
ANY_PROFESSIONAL = "any-professional"
THE_PERSON = "self"
OTHERS = {"women": "men", "men": "women"}
WHO = {"women": "woman", "men": "man"}
SEEN = {"woman": "women", "man": "men", "other": "others"}
UNCONFIRMED = "Nobody has confirmed it"
TURNED_AWAY = "Nobody has confirmed whether others are turned away"

Rule = Callable[[Rules, Person], ReferralReason | None]


def setting_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Where the person is now. Who is about to be released is still in prison, and on licence from that day on."""
    if not rules.settings:
        return _ask("setting", _doubt(rules, "setting", "The listing does not say where people must be: ask"))
    taken = either(rules.settings.values())
    if person.setting is None:
        return _unsaid("setting", f"They take people in: {taken}")
    name = rules.settings.get(person.setting) or (rules.settings.get(PRISON) if person.setting in INSIDE else None)
    if name:
        return _match(rules, "setting", "setting", f"{name}: this service takes them", f"Listed for: {name}")
    if person.setting in INSIDE and INSIDE & set(rules.settings):
        return _ask("setting", f"When release is near{_on(person.release)}: they take people who are about to leave")
    if person.setting in INSIDE and LICENCE in rules.settings:
        return _ask("setting", f"From the day of release{_on(person.release)}: they take people on licence")
    return _mismatch(rules, "setting", "setting", f"They only take people in: {taken}", f"Listed for: {taken}")


def age_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """How old the person is. What is not recorded is a question about the young, and silence about others."""
    span = _span(rules)
    if not span:
        return _unrecorded_age(rules, person)
    if person.age is None:
        return _unsaid("age", f"They take people {span}")
    too_young = rules.minimum_age is not None and person.age < rules.minimum_age
    if too_young or (rules.maximum_age is not None and person.age > rules.maximum_age):
        wording = f"Too {'young' if too_young else 'old'}: they take people {span}"
        return _mismatch(rules, "age", "age", wording, f"Listed for people {span}")
    if rules.minimum_age is None and person.age < ADULT_AGE:
        return _ask("age", f"The listing gives no lowest age: ask about someone of {person.age}")
    return _match(rules, "age", "age", f"Age {person.age}: this service takes them", f"Listed for people {span}")


def gender_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Whether it takes only women or only men."""
    if rules.gender not in WHO:
        return _unrecorded_gender(rules, person)
    if person.gender is None:
        return _unsaid("gender", f"They take {rules.gender} only")
    if person.gender == WHO[rules.gender]:
        return _match(rules, "gender", "gender", f"They take {rules.gender}", f"Listed for {rules.gender}")
    if person.gender == "other":
        return _ask("gender", f"The listing says {rules.gender} only: ask who they mean")
    return _mismatch(
        rules,
        "gender",
        "gender",
        f"They take {rules.gender} only",
        f"Listed for {rules.gender}",
        f"Nobody has confirmed whether {OTHERS[rules.gender]} are seen",
    )


def home_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Where the person lives. A service that names only prisons is asked about the prison, not about the address."""
    if not rules.areas and rules.establishments:
        return None
    if not rules.areas:
        return _ask("home", _doubt(rules, "area", "The area is not recorded: ask if the address counts"))
    covered = either(rules.areas.values())
    if person.home is None or not person.home.authorities:
        return _unsaid("home", f"They cover {covered}: ask if the address counts")
    covering = [bool({code, *ancestors_of(code)} & set(rules.areas)) for code in person.home.authorities]
    where = person.home.area_label
    if all(covering):
        return _match(rules, "home", "area", f"{where} is in the area they cover", f"Listed for {covered}")
    if any(covering):
        return _ask("home", f"Part of {where} is outside {covered}: ask whether the address counts")
    return _mismatch(rules, "home", "area", f"{where} is outside {covered}", f"Listed for {covered}")


def establishment_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Which prison, court or centre the person is at."""
    if person.setting == LICENCE and person.establishment and rules.establishments:
        return _left_reason(rules, person)
    named = {code: found for code, found in rules.establishments.items() if found.concerns(person.setting)}
    if not named:
        return None
    names = either(found.name for found in named.values())
    where = "Inside" if person.setting is None or person.setting in INSIDE else "There"
    if person.setting is None or person.establishment is None:
        return _unsaid("establishment", f"{where}, they work in {names}")
    if person.establishment in named:
        name = named[person.establishment].name
        return _match(rules, "establishment", "area", f"They work in {name}", f"Listed for {name}")
    wording = f"{where}, they only work in {names}"
    return _mismatch(rules, "establishment", "area", wording, f"Listed for {names}")


def _left_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """After release the prison decides nothing for certain, but who works in one may only take people from there."""
    if person.establishment in rules.establishments:
        return None
    names = either(found.name for found in rules.establishments.values())
    return _ask("establishment", f"They work in {names}: ask if they take people who were elsewhere")


def order_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Which order or sentence the person is on."""
    if not rules.orders:
        return _ask("order", _doubt(rules, "order", "")) if "order" in rules.questions else None
    taken = either(rules.orders.values())
    if person.order is None:
        return _unsaid("order", f"They take people on: {taken}")
    if person.order in rules.orders:
        name = rules.orders[person.order]
        return _match(rules, "order", "order", f"{name}: this service takes them", f"Listed for: {name}")
    return _mismatch(rules, "order", "order", f"They only take people on: {taken}", f"Listed for: {taken}")


def route_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Who asks. Where the person can ask by themselves, nobody else is turned away: they can pass it on."""
    if not rules.routes:
        return _ask("route", _doubt(rules, "route", "Who can refer is not recorded: ask first"))
    named = either(rules.routes.values())
    listed = f"Listed for referral by: {named}"
    if person.route is None:
        return _unsaid("route", f"Who can refer: {named}")
    if person.route in rules.routes or (ANY_PROFESSIONAL in rules.routes and person.route in PROFESSIONAL_ROUTES):
        return _match(rules, "route", "route", "You can refer", listed)
    if THE_PERSON in rules.routes:
        return _match(
            rules, "route", "route", "The person can ask for it themselves", f"Listed for referral by: {named}"
        )
    if person.route == ANY_PROFESSIONAL:
        return _ask("route", f"Who can refer: {named}. Ask if that includes you")
    return _mismatch(rules, "route", "route", f"Only these can refer: {named}", listed)


def capacity_reason(rules: Rules, person: Person) -> ReferralReason | None:
    """Whether it has room. A service that is full today is worth asking when that changes."""
    return _ask("capacity", "They are full at the moment: ask when that changes") if rules.is_full else None


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
    return [*against, ReferralReason("route", ReferralAnswer.YES, "Anyone can call. Nobody refers to a helpline")]


def either(names: Iterable[str]) -> str:
    """Names as one choice: "A, B or C"."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def _match(rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str) -> ReferralReason:
    """The listing names the person's fact: yes if that is confirmed."""
    if fact in rules.confirmed:
        return ReferralReason(rule, ReferralAnswer.YES, confirmed_wording, fits=True)
    # Whether others are seen too is no question about somebody whom the listing names.
    doubt = UNCONFIRMED if fact == "gender" else _doubt(rules, fact)
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {doubt}", fits=True)


def _mismatch(
    rules: Rules, rule: str, fact: str, confirmed_wording: str, listed: str, doubt: str = TURNED_AWAY
) -> ReferralReason:
    """The listing names others: no if that is confirmed."""
    if fact in rules.confirmed:
        day = rules.confirmed[fact].on
        return ReferralReason(
            rule, ReferralAnswer.NO, f"{confirmed_wording}. They confirmed this on {day.day} {day:%B %Y}", fits=False
        )
    return ReferralReason(rule, ReferralAnswer.ASK, f"{listed}. {_doubt(rules, fact, doubt)}", fits=False)


def _doubt(rules: Rules, fact: str, otherwise: str = UNCONFIRMED) -> str:
    question = rules.questions.get(fact)
    return f"Not known yet: {question}" if question else otherwise


def _on(day: date | None) -> str:
    return f" ({day.day} {day:%B %Y})" if day else ""


def _question(rules: Rules, fact: str, otherwise: str) -> str:
    return _doubt(rules, fact, otherwise)


def _ask(rule: str, text: str) -> ReferralReason:
    return ReferralReason(rule, ReferralAnswer.ASK, text)


def _unsaid(rule: str, text: str) -> ReferralReason:
    return ReferralReason(rule, ReferralAnswer.ASK, text, is_unsaid=True)


def _unrecorded_age(rules: Rules, person: Person) -> ReferralReason | None:
    if "age" in rules.questions:
        return _ask("age", _doubt(rules, "age", ""))
    if person.age is None or person.age >= ADULT_AGE:
        return None
    return _ask("age", f"The listing gives no lowest age: ask about someone of {person.age}")


def _unrecorded_gender(rules: Rules, person: Person) -> ReferralReason | None:
    if "gender" in rules.questions:
        return _ask("gender", _doubt(rules, "gender", ""))
    seen = SEEN.get(person.gender or "")
    if rules.gender or not rules.related_gender or seen in (None, rules.related_gender):
        return None
    return _ask(
        "gender", f"Another service of the same partners takes {rules.related_gender} only: ask if {seen} are seen"
    )


def _span(rules: Rules) -> str:
    if rules.minimum_age is not None and rules.maximum_age is not None:
        return f"aged {rules.minimum_age} to {rules.maximum_age}"
    if rules.minimum_age is not None:
        return f"aged {rules.minimum_age} or over"
    return f"aged {rules.maximum_age} or under" if rules.maximum_age is not None else ""
