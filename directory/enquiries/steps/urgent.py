"""The page before sending about what cannot wait. It blocks nothing, and every answer is kept."""

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import SenderKind
from directory.enquiries.drafts.state import DraftState
from directory.enquiries.form.reading import ReadAnswers
from directory.enquiries.models import Draft
from directory.enquiries.privacy.database_failures import render_without_database
from directory.enquiries.privacy.private_views import Unprinted
from directory.enquiries.reply_times.nations import main_nation
from directory.enquiries.reply_times.reading_hours import reading_hours
from directory.enquiries.reply_times.wording import moment_words
from directory.enquiries.reply_times.working_days import answer_due
from directory.enquiries.urgent_help.reasons import find_reasons
from directory.enquiries.urgent_help.stops import Concern
from directory.enquiries.urgent_help.wording import chosen_clause, recognised_clause

from .checking import check_page
from .rendering import CHECK, place_url, redirect_to, stop_url


@sensitive_variables()
def show_urgent(request: HttpRequest, draft: Draft, state: DraftState, reading: ReadAnswers) -> HttpResponse:
    """Say what cannot wait. When nothing is left of it, lead back to the answers."""
    answers = reading.answers()
    reasons = find_reasons(answers)
    if not reasons:
        return redirect_to(place_url(draft.number, CHECK))
    coarse = answers.coarse
    concern = Concern(reasons, main_nation(coarse.postcode_district), coarse.sender_kind == SenderKind.PERSON)
    now = timezone.now()
    context = {
        "page": replace(check_page(draft, state, reading), interrupted=True),
        "back": place_url(draft.number, CHECK),
        "stop": stop_url(draft.number),
        "stops": concern.stops,
        "chosen": Unprinted(chosen_clause(concern, answers.private.age)),
        "recognised": Unprinted(recognised_clause(concern)),
        **reading_times(now, coarse.postcode_district),
    }
    return render_without_database(request, "enquiries/urgent.html", context, 200)


def reading_times(now: datetime, home: str) -> dict[str, str]:
    """By when an urgent enquiry sent now is read, and, when nobody reads now, from when somebody does."""
    begins = reading_hours().next_reading(now)
    due = answer_due(now, home=home, urgent=True)
    return {"read_by": moment_words(due, now), "reads_from": moment_words(begins, now) if begins > now else ""}
