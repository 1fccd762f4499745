"""The dates of the plan as a calendar file. It holds no private link."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from search.text.invisible_characters import without_controls

from .standing import Gap

CONTENT_TYPE = "text/calendar; charset=utf-8"
ONE_DAY = timedelta(days=1)


def plan_calendar(gaps: Iterable[Gap], *, number: int, made: datetime, absolute: Callable[[str], str]) -> bytes:
    """A whole-day entry for each gap that has a date.

    number: the check's primary key, which makes an entry the same one when the file is loaded again. `absolute` makes
    a whole address of a path.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Peer Support Hub//Readiness plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Our plan to be ready"))
    for gap in gaps:
        if gap.answer.due is not None:
            calendar.add_component(_event(gap, gap.answer.due, number, made, absolute))
    return calendar.to_ical()


def _event(gap: Gap, due: date, number: int, made: datetime, absolute: Callable[[str], str]) -> Event:
    question, answer = gap.question, gap.answer
    address = absolute(question.chapter_url)
    about = [f"{_('Who (role)')}: {answer.role}" if answer.role else "", question.strength]
    about += [f"{_('Where we are')}: {answer.said}"]
    about += [f"{_('Read')}: {question.chapter_words}", address]
    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"{absolute('/')}readiness/{number}/{question.key}")))
    event.add("dtstamp", made)
    event.add("dtstart", due)
    event.add("dtend", due + ONE_DAY)
    event.add("summary", without_controls(question.text))
    event.add("description", without_controls("\n".join(filter(None, about))))
    event.add("url", address)
    # Nobody is busy all day because of it.
    event.add("transp", "TRANSPARENT")
    return event
