"""The plan as rows of a form: who does it, a role and never a name, and by when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from directory.forms.date_parts import WrongDate, read_date

from .actions import TypedRow
from .contents import Answer
from .standing import Gap
from .typed_text import one_line, role_problem

ROLE, DUE, SEEN = "role-", "due-", "seen-"
YEARS_BACK, YEARS_AHEAD = 1, 10


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One gap with what stands in its boxes. `theirs` is what somebody else has saved meanwhile."""

    gap: Gap
    role: str
    due_words: str
    seen: str
    due: date | None = None
    role_problem: str = ""
    due_problem: str = ""
    theirs: Answer | None = None

    @property
    def key(self) -> str:
        return self.gap.question.key

    @property
    def has_problem(self) -> bool:
        return bool(self.role_problem or self.due_problem)

    @property
    def control(self) -> str:
        return f"{DUE if self.due_problem and not self.role_problem else ROLE}{self.key}"

    @property
    def summary(self) -> str:
        """What the list of errors says."""
        if self.theirs is not None:
            return _("Somebody else changed this: %(words)s") % {"words": self.gap.question.text}
        return " ".join(filter(None, (self.gap.question.text, self.role_problem, self.due_problem)))

    def typed(self) -> TypedRow:
        return TypedRow(self.key, self.seen, {"role": self.role, "due": self.due})


def stored_plan(gaps: Iterable[Gap]) -> list[PlanRow]:
    """The rows as they are stored."""
    return [
        PlanRow(gap, gap.answer.role, day_words(gap.answer.due), gap.answer.plan_mark, gap.answer.due) for gap in gaps
    ]


def posted_plan(post: Mapping[str, str], gaps: Iterable[Gap], today: date) -> list[PlanRow]:
    """The rows as they were typed, each with what is wrong with it. A gap that the form did not have is as stored."""
    return [_posted(post, row, today) if f"{SEEN}{row.key}" in post else row for row in stored_plan(gaps)]


def day_words(day: date | None) -> str:
    return format_date(day, "j F Y") if day else ""


def _posted(post: Mapping[str, str], stored: PlanRow, today: date) -> PlanRow:
    role, typed = one_line(post.get(f"{ROLE}{stored.key}", "")), one_line(post.get(f"{DUE}{stored.key}", ""))
    due, due_problem = _read_day(typed, today)
    if due_problem and typed == stored.due_words:
        # It was in range when it was set. Nobody is made to change what they did not touch.
        due, due_problem = stored.due, ""
    return PlanRow(stored.gap, role, typed, post[f"{SEEN}{stored.key}"], due, role_problem(role), due_problem)


def _read_day(typed: str, today: date) -> tuple[date | None, str]:
    """The day, and what is wrong with it."""
    if not typed:
        return None, ""
    try:
        day = read_date({"day": typed, "month": "", "year": ""}, _("The date"))
    except WrongDate:
        return None, _("Enter a date with day, month and year, like 27 3 2027 or 27 March 2027.")
    first, last = today - relativedelta(years=YEARS_BACK), today + relativedelta(years=YEARS_AHEAD)
    if not first <= day <= last:
        words = _("The date must be between %(first)s and %(last)s.")
        return None, words % {"first": day_words(first), "last": day_words(last)}
    return day, ""
