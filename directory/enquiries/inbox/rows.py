"""One enquiry as a list may show it. Reads nothing that is encrypted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.content.answers import SETTING_UNKNOWN
from directory.enquiries.models import Enquiry
from directory.enquiries.reply_times.working_days import reply_due
from directory.models import Taxonomy, TaxonomyTerm
from search.text.lists_in_words import listed

# Settings a person may leave within hours.
URGENT_SETTINGS = {"police-custody": lazy("Urgent: in custody now")}
LONGEST_IN_HOURS = 48


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that makes a row stand out; `kind` is "urgent", "care", "quiet" or "done"."""

    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Due:
    """By when something must happen, in words; `state` is "late", "today", "later" or "rests"."""

    at: datetime | None
    words: str
    state: str

    @classmethod
    def of(cls, enquiry: Enquiry, now: datetime) -> "Due":
        """The clock of the enquiry. It rests once answered, and while somebody is waited for."""
        today = timezone.localdate(now)
        if enquiry.withdrawn_at is not None:
            return cls(
                None,
                _("Withdrawn %(moment_words)s") % {"moment_words": moment_words(enquiry.withdrawn_at, now)},
                "rests",
            )
        if enquiry.waiting_for:
            whom = enquiry.get_waiting_for_display()
            whom = whom[0].lower() + whom[1:]
            until = enquiry.waiting_until
            if until is not None and until < today:
                return cls(
                    None,
                    _("Waited for %(whom)s until %(day_words)s") % {"whom": whom, "day_words": day_words(until)},
                    "late",
                )
            return cls(
                None,
                _("Waiting for %(whom)s%(value)s")
                % {"whom": whom, "value": f" until {day_words(until)}" if until else ""},
                "rests",
            )
        if enquiry.answered_at is not None:
            return cls(
                None,
                _("Answered %(moment_words)s") % {"moment_words": moment_words(enquiry.answered_at, now)},
                "rests",
            )
        return cls._running(enquiry, now)

    @classmethod
    def _running(cls, enquiry: Enquiry, now: datetime) -> "Due":
        at = enquiry.answer_due_at or reply_due(enquiry.received_at, enquiry.postcode_district)
        if at <= now:
            return cls(at, _("%(duration_words)s late") % {"duration_words": duration_words(now - at)}, "late")
        if enquiry.is_urgent and at - now < timedelta(hours=1):
            return cls(at, _("In %(duration_words)s") % {"duration_words": duration_words(at - now)}, "today")
        is_today = timezone.localdate(at) == timezone.localdate(now)
        return cls(at, moment_words(at, now), "today" if is_today else "later")


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One enquiry as a list may show it."""

    enquiry: Enquiry
    received: str
    due: Due
    where: str
    flags: tuple[Flag, ...]

    @classmethod
    def of(cls, enquiry: Enquiry, names: "TermNames", now: datetime) -> "InboxRow":
        where = (names.of_setting(enquiry.setting), enquiry.postcode_district)
        return cls(
            enquiry,
            moment_words(enquiry.received_at, now),
            Due.of(enquiry, now),
            listed(where),
            tuple(flags_of(enquiry)),
        )


def flags_of(enquiry: Enquiry) -> list[Flag]:
    """What to take care of, from what may be in a list."""
    flags = []
    if enquiry.setting in URGENT_SETTINGS:
        flags.append(Flag(URGENT_SETTINGS[enquiry.setting], "urgent"))
    elif enquiry.is_urgent:
        flags.append(Flag(_("Urgent"), "urgent"))
    if enquiry.no_voicemail:
        flags.append(Flag(_("No voicemail"), "care"))
    if enquiry.withdrawn_at:
        flags.append(Flag(_("Withdrawn by the sender"), "care"))
    if enquiry.source != Enquiry.Source.WEB:
        flags.append(Flag(_("By %(lower)s") % {"lower": enquiry.get_source_display().lower()}, "quiet"))
    if enquiry.quarantined_at and not enquiry.closed_at:
        flags.append(Flag(_("In quarantine"), "care"))
    if enquiry.is_practice:
        flags.append(Flag(_("Invented"), "quiet"))
    return flags


@dataclass(frozen=True, slots=True)
class TermNames:
    """What each setting and each need is called now, by slug."""

    settings: dict[str, str]
    needs: dict[str, str]

    @classmethod
    def read(cls) -> "TermNames":
        """One query."""
        return cls.from_rows(cls.rows())

    @staticmethod
    def rows() -> QuerySet:
        """Taxonomy, slug, name and place of each. It can be part of a union, which takes no order."""
        terms = TaxonomyTerm.objects.filter(taxonomy__slug__in=(Taxonomy.SETTING, Taxonomy.NEED))
        return terms.order_by().values_list("taxonomy__slug", "slug", "name", "position")

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, str, str, int]]) -> "TermNames":
        """From what `rows` selects."""
        found: dict[str, dict[str, str]] = {Taxonomy.SETTING: {}, Taxonomy.NEED: {}}
        for taxonomy, slug, name, _position in sorted(rows, key=lambda row: (row[3], row[2])):
            found[taxonomy][slug] = name
        return cls({**found[Taxonomy.SETTING], SETTING_UNKNOWN: _("Not known")}, found[Taxonomy.NEED])

    def of_setting(self, slug: str) -> str:
        return self.settings.get(slug, slug)

    def of_needs(self, slugs: Iterable[str]) -> list[str]:
        return [self.needs.get(slug, slug) for slug in slugs]


def moment_words(at: datetime, now: datetime) -> str:
    """A time near now as people say it: "Today, 17:00" or "Fri 20 Nov, 15:10"."""
    local = timezone.localtime(at)
    days = (local.date() - timezone.localdate(now)).days
    day = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}.get(days) or day_words(local)
    return f"{day}, {local:%H:%M}"


def day_words(day: object) -> str:
    """A day in short: "Fri 20 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"  # type: ignore[attr-defined]


def duration_words(duration: timedelta) -> str:
    """How long: "38 min", "2 h 10 min", or "3 days" for what takes long."""
    minutes = int(duration.total_seconds() // 60)
    hours = minutes // 60
    if hours < 1:
        return _("%(minutes)s min") % {"minutes": minutes}
    if hours < LONGEST_IN_HOURS:
        return (
            _("%(hours)s h %(value)s min") % {"hours": hours, "value": minutes % 60} if minutes % 60 else f"{hours} h"
        )
    return _("%(value)s days") % {"value": hours // 24}
