"""What leads fill in. Reasons are chosen from lists: words about somebody would stay when the rest is deleted."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.references import tidy_reference
from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.models import DataRequest, Enquiry, Hold
from directory.enquiries.retention.holds import latest_end

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

GROUNDS = (
    ("not_needed", "It is no longer needed"),
    ("consent_withdrawn", "They no longer agree"),
    ("objected", "They object, and nothing weighs more"),
    ("unlawful", "We should never have had it"),
    ("legal_duty", "The law says so"),
    ("child", "It was given by a child"),
)
EXPORT_REASONS = (
    ("funder_report", "A report to a funder"),
    ("service_review", "A review of the service"),
    ("audit", "An audit or inspection"),
    ("planning", "Planning"),
)
LONGEST_EXPORT = 366


def date_field(label: str, empty: str) -> forms.DateField:
    """A day, typed or picked."""
    messages = {"required": empty, "invalid": "Enter a date, like 27/11/2026"}
    return forms.DateField(
        label=label,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"],
        error_messages=messages,
    )


def choice_field(label: str, choices: Any, empty: str) -> forms.ChoiceField:
    """One of a list."""
    messages = dict.fromkeys(("required", "invalid_choice"), empty)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages)


class LeadForm(forms.Form):
    """A form of these pages, named so that several fit on one."""

    use_required_attribute = False


class PasswordForm(LeadForm):
    """Asks for the password again. It goes through what signing in goes through, so guessing it is slowed alike."""

    password = forms.CharField(
        label="Your password, again",
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        strip=False,
        error_messages={"required": "Enter your password"},
    )

    @sensitive_variables()
    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        self.request = request
        super().__init__(*args, **options)

    @sensitive_variables()
    def clean_password(self) -> str:
        user: AbstractUser = self.request.user
        given = {user.USERNAME_FIELD: user.get_username(), "password": self.cleaned_data["password"]}
        if authenticate(self.request, **given) != user:
            raise ValidationError("That is not your password")
        return ""


class FindForm(LeadForm):
    """Whose data is it about?"""

    typed = PlainTextField(
        label="Reference, phone number or email address",
        max_length=254,
        error_messages={"required": "Enter a reference, a phone number or an email address"},
    )


class RecordForm(LeadForm):
    """Somebody asked."""

    kind = choice_field("What do they ask?", DataRequest.Kind, "Choose what they ask")
    received_on = date_field("When did it come?", "Enter when it came")

    def clean_received_on(self) -> date:
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise ValidationError("Enter a day that is not in the future")
        if day.year < timezone.localdate().year - 2:
            raise ValidationError("Check the year")
        return day


class AnswerForm(LeadForm):
    """How it ended."""

    outcome = choice_field("How did it end?", DataRequest.Outcome, "Choose how it ended")


class HoldForm(LeadForm):
    """Keep it from deletion."""

    reason = choice_field("Why is it kept?", Hold.Reason, "Choose why it is kept")
    until = date_field("Until which day?", "Enter until which day")

    def clean_until(self) -> date:
        day = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise ValidationError("Enter a day that is not in the past")
        if day > latest_end():
            raise ValidationError("Two years at most: keep it again when they are over")
        return day


class CorrectionForm(LeadForm):
    """What is right."""

    text = PlainTextField(
        label="What is right, and what it stands beside",
        max_length=4000,
        rows=4,
        error_messages={"required": "Write what is right"},
    )


class EraseForm(LeadForm):
    """Delete it now."""

    ground = choice_field("Why is it deleted?", GROUNDS, "Choose why it is deleted")
    reference = PlainTextField(
        label="Type the reference to confirm",
        max_length=40,
        error_messages={"required": "Type the reference to confirm"},
    )

    def __init__(self, enquiry: Enquiry, *args: Any, **options: Any) -> None:
        self.enquiry = enquiry
        super().__init__(*args, **options)

    def clean_reference(self) -> str:
        typed = self.cleaned_data["reference"]
        if tidy_reference(typed) != self.enquiry.reference:
            raise ValidationError("That is not the reference of this enquiry")
        return typed


class PrintForm(PasswordForm):
    """Print what we hold, with other enquiries of the same person."""

    others = forms.ModelMultipleChoiceField(
        label="Also of the same person",
        queryset=Enquiry.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from the list", "invalid_pk_value": "Choose from the list"},
    )
    with_safety = forms.BooleanField(
        label="With what keeps people safe: I have checked that nobody is harmed by it", required=False
    )

    def __init__(self, others: list[Enquiry], request: HttpRequest, *args: Any, **options: Any) -> None:
        super().__init__(request, *args, **options)
        chosen: Any = self.fields["others"]
        chosen.queryset = Enquiry.objects.without_content().filter(pk__in=[enquiry.pk for enquiry in others])
        chosen.label_from_instance = lambda enquiry: f"{enquiry.reference}, {enquiry.received_at:%d %b %Y}"
        if not others:
            del self.fields["others"]


class ExportForm(PasswordForm):
    """A list of enquiries without names and words."""

    since = date_field("Received from", "Enter the first day")
    until = date_field("Received to", "Enter the last day")
    reason = choice_field("What is it for?", EXPORT_REASONS, "Choose what it is for")

    field_order = ("since", "until", "reason", "password")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "Enter a day after the first one")
        elif since and until and (until - since).days > LONGEST_EXPORT:
            self.add_error("until", "A year at most")
        return cleaned
