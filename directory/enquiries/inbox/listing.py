"""What the inbox lists: queues, filters, rows. Reads nothing that is encrypted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.models import Enquiry
from directory.enquiries.models.querysets import EnquiryQuerySet
from directory.navigation.pagination import Pagination, make_pagination

from .filters import Filter, narrow, read_filters, read_used
from .rows import InboxRow, TermNames

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PAGE_SIZE = 25
ALL_OPEN = "open"
TABS = {
    ALL_OPEN: lazy("All open"),
    "urgent": lazy("Urgent"),
    "new": lazy("New"),
    "mine": lazy("Mine"),
    "waiting": lazy("Waiting"),
    "overdue": lazy("Overdue"),
    "sender": lazy("Sender waits"),
    "quarantined": lazy("Quarantine"),
    "closed": lazy("Closed"),
}
EMPTY = {
    ALL_OPEN: lazy("Nothing waits. Every enquiry has been closed."),
    "urgent": lazy("Nothing urgent waits for an answer."),
    "new": lazy("Nothing waits. Every enquiry has been claimed or closed."),
    "mine": lazy("You have not claimed anything."),
    "waiting": lazy("Nobody is waited for."),
    "overdue": lazy("Nothing is late."),
    "sender": lazy("No sender waits for word from us."),
    "quarantined": lazy("Nothing is held back."),
    "closed": lazy("Nothing has been closed yet."),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One queue with its count."""

    name: str
    label: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading."""

    name: str
    heading: str
    rows: list[InboxRow]


@dataclass(frozen=True, slots=True)
class InboxListing:
    """One page of the inbox."""

    tab: str
    page: Page
    rows: list[InboxRow]
    tabs: list[Tab]
    filters: list[Filter] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return TABS[self.tab]

    @property
    def empty(self) -> str:
        """What a queue says that has nothing in it."""
        return EMPTY[self.tab]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are on."""
        return {each.name: each.value for each in self.filters if each.value}

    @property
    def is_filtered(self) -> bool:
        return bool(self.chosen)

    @property
    def can_claim(self) -> bool:
        """Whether a row of this page can be claimed."""
        return any(row.enquiry.status == "to_triage" for row in self.rows)

    @property
    def sections(self) -> list[Section]:
        """Urgent ones stand first, under a heading of their own. What is closed is in one list, newest first."""
        if self.tab == "closed":
            return [Section("closed", "", self.rows)]
        urgent = [row for row in self.rows if row.enquiry.is_urgent]
        others = [row for row in self.rows if not row.enquiry.is_urgent]
        found = (Section("urgent", _("Urgent"), urgent), Section("others", _("Not urgent") if urgent else "", others))
        return [section for section in found if section.rows]

    @property
    def pagination(self) -> Pagination | None:
        """Links to the other pages of the list, with the same filters."""
        return make_pagination(
            self.page, lambda number: f"?{urlencode({'tab': self.tab, **self.chosen, 'page': number})}"
        )


def read_listing(user: "AbstractUser", params: Mapping[str, str]) -> InboxListing:
    """The page of the inbox that the query string asks for. Unknown values fall back to the plain list."""
    now = timezone.now()
    tab = params.get("tab", "")
    tab = tab if tab in TABS else ALL_OPEN
    visible = Enquiry.objects.visible_to(user)
    in_queue = _in_queue(visible, tab, user, now)
    used = read_used(in_queue)
    filters = read_filters(used, params)
    found = narrow(in_queue, filters, user, now)
    is_filtered = any(each.value for each in filters)
    counts = visible.counts_for(user, now, found if is_filtered else None)
    paginator = Paginator(_ordered(found, tab, now).values_list("pk", flat=True), PAGE_SIZE)
    # Counted already.
    paginator.count = counts["chosen" if is_filtered else tab]
    page = paginator.get_page(params.get("page", "1"))
    on_page = _ordered(Enquiry.objects.filter(pk__in=page.object_list), tab, now)
    return InboxListing(
        tab=tab, page=page, rows=read_rows(on_page, now, used.names), tabs=make_tabs(counts, tab), filters=filters
    )


def read_rows(found: EnquiryQuerySet, now: datetime, names: TermNames | None = None) -> list[InboxRow]:
    """The rows of these enquiries. Which they are should come from an index, so that only these few rows are read."""
    names = names or TermNames.read()
    rows = found.without_content().with_status().select_related("claimed_by")
    return [InboxRow.of(enquiry, names, now) for enquiry in rows]


def make_tabs(counts: Mapping[str, int], current: str) -> list[Tab]:
    """The queues with their counts."""
    address = reverse("enquiries_inbox:list")
    return [Tab(name, label, counts[name], f"{address}?tab={name}", name == current) for name, label in TABS.items()]


def _in_queue(visible: EnquiryQuerySet, tab: str, user: "AbstractUser", now: datetime) -> EnquiryQuerySet:
    queues = {
        ALL_OPEN: visible.open,
        "urgent": visible.urgent,
        "new": visible.to_triage,
        "mine": lambda: visible.mine(user),
        "waiting": lambda: visible.waiting(now),
        "overdue": lambda: visible.overdue(now),
        "sender": lambda: visible.sender_waits(now),
        "quarantined": visible.quarantined,
        "closed": visible.closed,
    }
    return queues[tab]()


def _ordered(found: EnquiryQuerySet, tab: str, now: datetime) -> EnquiryQuerySet:
    return found.order_by("-closed_at", "pk") if tab == "closed" else found.most_pressing_first(now)
