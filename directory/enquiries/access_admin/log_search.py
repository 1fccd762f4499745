"""What a lead looks for in the access log. An address carries numbers and keys, never a name or a reference."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.content.references import tidy_reference
from directory.enquiries.models import Enquiry, InboxAccess

# Of PostgreSQL's and SQLite's 64-bit integers.
LARGEST_NUMBER = 2**63 - 1
NO_DATE = lazy("Type a date as on the calendar, such as 2026-11-26")


@dataclass(frozen=True, slots=True)
class LogSearch:
    """Every part is optional; together they narrow. Unknown values of an address are left out."""

    person: int | None = None
    enquiry: uuid.UUID | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "LogSearch":
        """What the query string of an address asks for."""
        return cls(
            _read(_number, params.get("person", "")),
            _read(uuid.UUID, params.get("enquiry", "")),
            _read(date.fromisoformat, params.get("since", "")),
            _read(date.fromisoformat, params.get("until", "")),
        )

    def narrow(self, events: QuerySet) -> QuerySet:
        """Lines that this person wrote or that are about them, of this enquiry, from the first day to the last."""
        if self.person is not None:
            events = events.filter(Q(actor_id=self.person) | Q(subject_id=self.person))
        if self.enquiry is not None:
            events = events.filter(enquiry_id=self.enquiry)
        if self.since is not None:
            events = events.filter(at__gte=_midnight(self.since))
        if self.until is not None and self.until < date.max:
            events = events.filter(at__lt=_midnight(self.until + timedelta(days=1)))
        return events

    @property
    def is_narrow(self) -> bool:
        return self != LogSearch()

    @property
    def words(self) -> str:
        """For the log: which parts were given."""
        parts = (("person", self.person), ("enquiry", self.enquiry), ("time", self.since or self.until))
        return ",".join(word for word, value in parts if value is not None) or "everything"

    def find_enquiry(self) -> Enquiry | None:
        """The enquiry, with its reference and nothing else."""
        return Enquiry.objects.only("reference").filter(pk=self.enquiry).first() if self.enquiry else None

    def find_person(self) -> InboxAccess | None:
        """The newest access of whoever has this number."""
        if self.person is None:
            return None
        return InboxAccess.objects.filter(account_number=self.person).order_by("-pk").first()

    def initial(self, enquiry: Enquiry | None) -> dict[str, Any]:
        """What the form holds when it asked for this."""
        reference = enquiry.reference if enquiry else ""
        return {"person": self.person, "reference": reference, "since": self.since, "until": self.until}

    def query(self, **more: Any) -> str:
        """The query string that asks for it."""
        return urlencode({**{name: value for name, value in self._parts() if value is not None}, **more})

    def _parts(self) -> Iterator[tuple[str, Any]]:
        yield from (("person", self.person), ("enquiry", self.enquiry), ("since", self.since), ("until", self.until))


class LogSearchForm(forms.Form):
    """Posted, because a reference may not stand in an address."""

    use_required_attribute = False

    person = forms.TypedChoiceField(
        label=lazy("Person"),
        required=False,
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": lazy("Choose a person")},
    )
    reference = forms.CharField(label=lazy("Reference"), required=False, max_length=40)
    since = forms.DateField(
        label=lazy("From"), required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y"], error_messages={"invalid": NO_DATE}
    )
    until = forms.DateField(
        label=lazy("To"), required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y"], error_messages={"invalid": NO_DATE}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", _("Anybody")), *_people()]

    def clean_reference(self) -> uuid.UUID | None:
        """The key of the enquiry."""
        typed = self.cleaned_data["reference"]
        if not typed.strip():
            return None
        found = Enquiry.objects.filter(reference=tidy_reference(typed)).values_list("pk", flat=True).first()
        if found is None:
            raise forms.ValidationError(_("No enquiry has this reference. References look like PSH-4K7M-2XQD"))
        return found

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one"))

    @property
    def search(self) -> LogSearch:
        """What a valid form asks for."""
        answers = self.cleaned_data
        return LogSearch(answers["person"], answers["reference"], answers["since"], answers["until"])


def _people() -> list[tuple[int, str]]:
    """Everybody who has or had access, by the newest name that leads confirmed."""
    rows = InboxAccess.objects.order_by("pk").values_list("account_number", "name")
    names = dict(rows)
    return [
        (number, _("%(name)s (account %(number)s)") % {"name": name, "number": number})
        for number, name in sorted(names.items(), key=lambda pair: pair[1])
    ]


def _number(text: str) -> int:
    number = int(text)
    if not 0 < number <= LARGEST_NUMBER:
        raise ValueError
    return number


def _read(read: Any, text: str) -> Any:
    try:
        return read(text)
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
