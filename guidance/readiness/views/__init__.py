"""The pages of the readiness check. No address carries the code of a check, and no answer of them is kept anywhere."""

from .answers import questions, save_questions
from .compare import compare, frameworks
from .files import plan_calendar_file, plan_word_file
from .link import close_check, delete, delete_for_good, link, open_link
from .plan import plan, print_plan, save_dates
from .result import result
from .start import begin, start

__all__ = [
    "begin",
    "close_check",
    "compare",
    "delete",
    "delete_for_good",
    "frameworks",
    "link",
    "open_link",
    "plan",
    "plan_calendar_file",
    "plan_word_file",
    "print_plan",
    "questions",
    "result",
    "save_dates",
    "save_questions",
    "start",
]
