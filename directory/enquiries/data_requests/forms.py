"""What leads fill in. Reasons are chosen from lists: words about somebody would stay when the rest is deleted."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.references import tidy_reference
from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.models import DataRequest, Enquiry, Hold
from directory.enquiries.retention.holds import latest_end

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

GROUNDS = (
    ("not_needed", lazy("It is no longer needed")),
    ("consent_withdrawn", lazy("They no longer agree")),
    ("objected", lazy("They object, and nothing weighs more")),
    ("unlawful", lazy("We should never have had it")),
    ("legal_duty", lazy("The law says so")),
    ("child", lazy("It was given by a child")),
)
EXPORT_REASONS = (
    ("funder_report", lazy("A report to a funder")),
    ("service_review", lazy("A review of the service")),
    ("audit", lazy("An audit or inspection")),
    ("planning", lazy("Planning")),
)
LONGEST_EXPORT = 366


def date_field(label: str, empty: str) -> forms.DateField:
    """A day, typed or picked."""
    messages = {"required": empty, "invalid": _("Enter a date, like 27/11/2026")}
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
        label=lazy("Your password, again"),
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        strip=False,
        error_messages={"required": lazy("Enter your password")},
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
            raise ValidationError(_("That is not your password"))
        return ""


class FindForm(LeadForm):
    """Whose data is it about?"""

    typed = PlainTextField(
        label=lazy("Reference, phone number or email address"),
        max_length=254,
        error_messages={"required": lazy("Enter a reference, a phone number or an email address")},
    )


class RecordForm(LeadForm):
    """Somebody asked."""

    kind = choice_field(lazy("What do they ask?"), DataRequest.Kind, lazy("Choose what they ask"))
    received_on = date_field(lazy("When did it come?"), lazy("Enter when it came"))

    def clean_received_on(self) -> date:
        day = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Enter a day that is not in the future"))
        if day.year < timezone.localdate().year - 2:
            raise ValidationError(_("Check the year"))
        return day


class AnswerForm(LeadForm):
    """How it ended."""

    outcome = choice_field(lazy("How did it end?"), DataRequest.Outcome, lazy("Choose how it ended"))


class HoldForm(LeadForm):
    """Keep it from deletion."""

    reason = choice_field(lazy("Why is it kept?"), Hold.Reason, lazy("Choose why it is kept"))
    until = date_field(lazy("Until which day?"), lazy("Enter until which day"))

    def clean_until(self) -> date:
        day = self.cleaned_data["until"]
        if day < timezone.localdate():
            raise ValidationError(_("Enter a day that is not in the past"))
        if day > latest_end():
            raise ValidationError(_("Two years at most: keep it again when they are over"))
        return day


class CorrectionForm(LeadForm):
    """What is right."""

    text = PlainTextField(
        label=lazy("What is right, and what it stands beside"),
        max_length=4000,
        rows=4,
        error_messages={"required": lazy("Write what is right")},
    )


class EraseForm(LeadForm):
    """Delete it now."""

    ground = choice_field(lazy("Why is it deleted?"), GROUNDS, lazy("Choose why it is deleted"))
    reference = PlainTextField(
        label=lazy("Type the reference to confirm"),
        max_length=40,
        error_messages={"required": lazy("Type the reference to confirm")},
    )

    def __init__(self, enquiry: Enquiry, *args: Any, **options: Any) -> None:
        self.enquiry = enquiry
        super().__init__(*args, **options)

    def clean_reference(self) -> str:
        typed = self.cleaned_data["reference"]
        if tidy_reference(typed) != self.enquiry.reference:
            raise ValidationError(_("That is not the reference of this enquiry"))
        return typed


class PrintForm(PasswordForm):
    """Print what we hold, with other enquiries of the same person."""

    others = forms.ModelMultipleChoiceField(
        label=lazy("Also of the same person"),
        queryset=Enquiry.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": lazy("Choose from the list"),
            "invalid_pk_value": lazy("Choose from the list"),
        },
    )
    with_safety = forms.BooleanField(
        label=lazy("With what keeps people safe: I have checked that nobody is harmed by it"), required=False
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

    since = date_field(lazy("Received from"), lazy("Enter the first day"))
    until = date_field(lazy("Received to"), lazy("Enter the last day"))
    reason = choice_field(lazy("What is it for?"), EXPORT_REASONS, lazy("Choose what it is for"))

    field_order = ("since", "until", "reason", "password")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("Enter a day after the first one"))
        elif since and until and (until - since).days > LONGEST_EXPORT:
            self.add_error("until", _("A year at most"))
        return cleaned
