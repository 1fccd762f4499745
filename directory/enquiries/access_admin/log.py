"""The access log, for leads. Reading it is a line of it."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.enquiries.models import AllowedChange, AuditEvent, Enquiry, InboxAccess, ReadingNotice
from directory.enquiries.storage.access_log import record_event
from directory.navigation.pagination import make_pagination

from .log_search import LogSearch, LogSearchForm
from .pages import LeadsPage

PAGE_SIZE = 50
NOTICES_SHOWN, NOTICES_FOR = 20, timedelta(days=30)
LINE_FIELDS = (
    "action",
    "detail",
    "actor_id",
    "actor_name",
    "actor_role",
    "subject_id",
    "subject_name",
    "at",
    "enquiry__reference",
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody of a line: the name nobody can change, the number of the account, and the name they use now."""

    number: int | None
    name: str
    present: str

    @property
    def is_renamed(self) -> bool:
        return bool(self.present) and self.present != self.name


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log with who was who."""

    event: AuditEvent
    actor: NamedPerson
    subject: NamedPerson
    detail: str


class AccessLogView(LeadsPage):
    """Who did what to which enquiry and to whose access, newest first."""

    template_name = "enquiries/access/log.html"
    page_title = _("Access log")

    def get(self, request: HttpRequest) -> HttpResponse:
        """One page of what was found. Its reading is on the record before anything is shown."""
        search = LogSearch.of(request.GET)
        enquiry = search.find_enquiry()
        self.record_reading(search, enquiry)
        events = search.narrow(AuditEvent.objects.select_related("enquiry").only(*LINE_FIELDS)).order_by("-pk")
        page = Paginator(events, PAGE_SIZE).get_page(self.request.GET.get("page", "1"))
        context = {
            "form": LogSearchForm(initial=search.initial(enquiry)),
            "search": search,
            "enquiry": enquiry,
            "lines": lines_of(page),
            "count": page.paginator.count,
            "pagination": make_pagination(page, lambda number: f"{self.address}?{search.query(page=number)}"),
            "notices": self.notices(),
        }
        return self.show(context)

    def record_reading(self, search: LogSearch, enquiry: Enquiry | None) -> None:
        """Who looked for whom and for what is a line of the log itself."""
        person = search.find_person()
        record_event(
            action=AuditEvent.Action.LOG_READ,
            by=self.request.user,
            detail=search.words,
            enquiry=enquiry,
            subject=person,
        )

    @property
    def address(self) -> str:
        return reverse("enquiries_inbox:log")

    def notices(self) -> list[ReadingNotice]:
        """What was unusual in the last month, newest first."""
        since = timezone.now() - NOTICES_FOR
        return list(ReadingNotice.objects.filter(since__gte=since).order_by("-since", "-pk")[:NOTICES_SHOWN])


class LogSearchView(AccessLogView):
    """From what a lead typed to the address of what was found."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LogSearchForm(request.POST)
        if form.is_valid():
            return HttpResponseRedirect(f"{self.address}?{form.search.query()}")
        return self.show({"form": form, "search": None, "notices": self.notices()}, 400)


def lines_of(page: Page) -> list[LogLine]:
    """The lines of a page, with the present names of everybody in them in one query."""
    events = list(page.object_list)
    numbers = {number for event in events for number in (event.actor_id, event.subject_id) if number is not None}
    present = {user.pk: str(user) for user in get_user_model()._default_manager.filter(pk__in=numbers)}

    def person(number: int | None, name: str) -> NamedPerson:
        return NamedPerson(number, name, present.get(number, "") if number is not None else "")

    return [
        LogLine(
            event,
            person(event.actor_id, event.actor_name),
            person(event.subject_id, event.subject_name),
            detail_words(event),
        )
        for event in events
    ]


def detail_words(event: AuditEvent) -> str:
    """What the short word of a line stands for."""
    choices = {
        AuditEvent.Action.CLOSED: Enquiry.CloseReason.choices,
        AuditEvent.Action.ACCESS_GRANTED: (*InboxAccess.Kind.choices, *InboxAccess.Origin.choices),
        AuditEvent.Action.ACCESS_CONFIRMED: InboxAccess.Kind.choices,
        AuditEvent.Action.ACCESS_ENDED: InboxAccess.Kind.choices,
        AuditEvent.Action.LEAD_APPOINTED: InboxAccess.Origin.choices,
        AuditEvent.Action.CHANGE_ALLOWED: AllowedChange.Change.choices,
        AuditEvent.Action.ACCOUNT_CHANGED: AllowedChange.Change.choices,
    }.get(AuditEvent.Action(event.action), ())
    return dict(choices).get(event.detail, event.detail.replace(",", ", "))
