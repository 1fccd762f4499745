"""What the inbox lists: tabs, filters, rows. Reads nothing that is encrypted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone

from directory.enquiries.content.answers import SETTING_UNKNOWN
from directory.enquiries.models import Enquiry
from directory.enquiries.models.querysets import EnquiryQuerySet
from directory.enquiries.reply_times.working_days import reply_due
from directory.models import Taxonomy, TaxonomyTerm
from directory.navigation.pagination import Pagination, make_pagination

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PAGE_SIZE = 25
# Settings a person may leave within hours.
URGENT_SETTINGS = {"police-custody": "Urgent: in custody now"}
NO_SERVICE = "none"
TABS = {
    "triage": "To triage",
    "mine": "Mine",
    "others": "Claimed by others",
    "closed": "Closed",
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab with its count."""

    name: str
    label: str
    count: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that makes a row stand out; `kind` is "urgent" or "care"."""

    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One enquiry as a list may show it."""

    enquiry: Enquiry
    received: str
    due: "Due"
    where: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """When a moderator must have read it, in words; `state` is "late", "today" or "later"."""

    at: datetime
    words: str
    state: str

    @classmethod
    def of(cls, enquiry: Enquiry, now: datetime) -> "Due":
        at = enquiry.answer_due_at or reply_due(enquiry.received_at, enquiry.postcode_district)
        if at <= now:
            return cls(at, f"{_duration_words(now - at)} late", "late")
        is_today = timezone.localdate(at) == timezone.localdate(now)
        return cls(at, moment_words(at, now), "today" if is_today else "later")


@dataclass(frozen=True, slots=True)
class InboxListing:
    """One page of the inbox."""

    tab: str
    service: str
    setting: str
    page: Page
    rows: list[InboxRow]
    tabs: list[Tab]
    service_choices: list[tuple[str, str]]
    setting_choices: list[tuple[str, str]]

    @property
    def heading(self) -> str:
        return TABS[self.tab]

    @property
    def is_filtered(self) -> bool:
        return bool(self.service or self.setting)

    @property
    def pagination(self) -> Pagination | None:
        """Links to the other pages of the list, with the same filters."""
        filters = {"tab": self.tab, "service": self.service, "setting": self.setting}
        return make_pagination(self.page, lambda number: f"?{urlencode({**filters, 'page': number})}")


def read_listing(user: "AbstractUser", params: Mapping[str, str]) -> InboxListing:
    """The page of the inbox that the query string asks for. Unknown values fall back to the plain list."""
    tab = params.get("tab", "")
    tab = tab if tab in TABS else "triage"
    visible = Enquiry.objects.visible_to(user)
    in_tab = _in_tab(visible, tab, user)
    names = setting_names()
    services = _service_choices(in_tab)
    service = _known(params.get("service", ""), dict(services))
    setting = _known(params.get("setting", ""), names)
    found = _filtered(in_tab, service, setting)
    page = Paginator(_ordered(found, tab), PAGE_SIZE).get_page(params.get("page", "1"))
    now = timezone.now()
    return InboxListing(
        tab=tab,
        service=service,
        setting=setting,
        page=page,
        rows=[_row(enquiry, names, now) for enquiry in page.object_list],
        tabs=_tabs(visible.counts_for(user), tab),
        service_choices=services,
        setting_choices=list(names.items()),
    )


def moment_words(at: datetime, now: datetime) -> str:
    """A time near now as people say it: "Today, 17:00" or "Fri 20 Nov, 15:10"."""
    local = timezone.localtime(at)
    days = (local.date() - timezone.localdate(now)).days
    day = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}.get(days, f"{local:%a} {local.day} {local:%b}")
    return f"{day}, {local:%H:%M}"


def setting_names() -> dict[str, str]:
    """What each setting is called now."""
    return {
        **dict(TaxonomyTerm.objects.of(Taxonomy.SETTING).values_list("slug", "name")),
        SETTING_UNKNOWN: "Not known",
    }


def _in_tab(visible: EnquiryQuerySet, tab: str, user: "AbstractUser") -> EnquiryQuerySet:
    if tab == "mine":
        return visible.mine(user)
    if tab == "others":
        return visible.claimed_by_others(user)
    return visible.closed() if tab == "closed" else visible.to_triage()


def _filtered(found: EnquiryQuerySet, service: str, setting: str) -> EnquiryQuerySet:
    if service == NO_SERVICE:
        found = found.filter(service=None, service_name="")
    elif service:
        found = found.filter(service_id=int(service))
    return found.filter(setting=setting) if setting else found


def _ordered(found: EnquiryQuerySet, tab: str) -> EnquiryQuerySet:
    order = ("-closed_at", "pk") if tab == "closed" else ("received_at", "pk")
    return found.without_content().with_status().select_related("claimed_by").order_by(*order)


def _service_choices(in_tab: EnquiryQuerySet) -> list[tuple[str, str]]:
    known = (
        in_tab.exclude(service=None).order_by("service__name").values_list("service_id", "service__name").distinct()
    )
    return [*((str(pk), name) for pk, name in known), (NO_SERVICE, "No service chosen")]


def _known(value: str, choices: Mapping[str, str]) -> str:
    return value if value in choices else ""


def _tabs(counts: dict[str, int], current: str) -> list[Tab]:
    address = reverse("enquiries_inbox:list")
    return [Tab(name, label, counts[name], f"{address}?tab={name}", name == current) for name, label in TABS.items()]


def _row(enquiry: Enquiry, names: Mapping[str, str], now: datetime) -> InboxRow:
    where = ", ".join(
        part for part in (names.get(enquiry.setting, enquiry.setting), enquiry.postcode_district) if part
    )
    flags = []
    if enquiry.setting in URGENT_SETTINGS:
        flags.append(Flag(URGENT_SETTINGS[enquiry.setting], "urgent"))
    if enquiry.no_voicemail:
        flags.append(Flag("No voicemail", "care"))
    return InboxRow(enquiry, moment_words(enquiry.received_at, now), Due.of(enquiry, now), where, tuple(flags))


def _duration_words(duration: timedelta) -> str:
    hours = int(duration.total_seconds() // 3600)
    if hours < 1:
        return "Under an hour"
    count, unit = (hours, "hour") if hours < 48 else (hours // 24, "day")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
