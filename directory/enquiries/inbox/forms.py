"""What moderators fill in."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.models import ContactAttempt, Enquiry, RiskFlag
from directory.enquiries.reply_times.working_days import SERVICE_REPLY_WORKING_DAYS, working_day_after

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LONGEST_TEXT = 4000
LONGEST_WAIT = timedelta(days=366)


def choice(label: str, choices: Any, error: str, **options: Any) -> forms.ChoiceField:
    """Radios whose only message says what to do."""
    messages = dict.fromkeys(("required", "invalid_choice"), error)
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages, **options
    )


class ComingDayField(forms.DateField):
    """A day from today on."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, error_messages=dict.fromkeys(("required", "invalid"), DAY_ERROR), **options)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        today = timezone.localdate()
        if value is not None and not today <= value <= today + LONGEST_WAIT:
            raise ValidationError(DAY_ERROR)


DAY_ERROR = lazy("Choose a day from today on, within a year")


class ActionForm(forms.Form):
    """What one action asks for. No browser stops a form that is not complete: the answer says what is missing."""

    use_required_attribute = False


class NoteForm(ActionForm):
    """A note for colleagues."""

    text = PlainTextField(
        label=lazy("Add a note for colleagues"),
        max_length=LONGEST_TEXT,
        rows=4,
        error_messages={"required": lazy("Write the note before you save it")},
    )


class CloseForm(ActionForm):
    """Why the work is done."""

    reason = choice(lazy("Why is it closed?"), Enquiry.CloseReason, lazy("Choose why it is closed"))
    note = PlainTextField(
        label=lazy("Anything colleagues should know"), max_length=LONGEST_TEXT, rows=3, required=False
    )


class ReopenForm(ActionForm):
    """Why there is more to do."""

    note = PlainTextField(
        label=lazy("Why is it opened again?"),
        max_length=LONGEST_TEXT,
        rows=3,
        error_messages={"required": lazy("Write why it is opened again")},
    )


class QuarantineForm(ActionForm):
    """Why it is held back."""

    note = PlainTextField(
        label=lazy("What looks wrong? Colleagues read this when they look through"),
        max_length=LONGEST_TEXT,
        rows=3,
        required=False,
    )


class AttemptForm(ActionForm):
    """Who contacted whom, and what came of it."""

    direction = choice(lazy("Who began?"), ContactAttempt.Direction, lazy("Choose who began"), initial="out")
    contacted = choice(lazy("With whom?"), ContactAttempt.With, lazy("Choose with whom"))
    means = choice("How?", ContactAttempt.Means, lazy("Choose how"))
    result = choice(lazy("What came of it?"), ContactAttempt.Result, lazy("Choose what came of it"))
    said = PlainTextField(label=lazy("What was said to whom"), max_length=LONGEST_TEXT, rows=4, required=False)
    answers_it = forms.BooleanField(label=lazy("The sender has their answer: stop the clock"), required=False)


class AskForm(ActionForm):
    """A question to the sender."""

    text = PlainTextField(
        label=lazy("What do you want to know?"),
        help_text=lazy("The email names the reference and nothing else. Your question stays here, for the call."),
        max_length=LONGEST_TEXT,
        rows=4,
        error_messages={"required": lazy("Write what you want to know")},
    )
    until = ComingDayField(label=lazy("Wait for an answer until"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["until"].initial = working_day_after(timezone.localdate(), SERVICE_REPLY_WORKING_DAYS)


class DoneForm(ActionForm):
    """What was done for the sender, and by whom."""

    text = PlainTextField(
        label=lazy("What was done?"),
        max_length=LONGEST_TEXT,
        rows=4,
        error_messages={"required": lazy("Write what was done")},
    )
    done_by = PlainTextField(
        label=lazy("Who did it?"), max_length=100, width=30, error_messages={"required": lazy("Write who did it")}
    )


class WaitForm(ActionForm):
    """For whom we wait, and until when."""

    whom = choice(
        lazy("For whom?"),
        (*Enquiry.WaitingFor.choices, ("nobody", lazy("Nobody: stop waiting"))),
        lazy("Choose for whom you wait, or nobody"),
    )
    until = ComingDayField(
        label=lazy("Until when?"),
        help_text=lazy("It is not listed as overdue until this day has passed."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("whom") not in (None, "nobody") and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", DAY_ERROR)
        return cleaned


class FlagForm(ActionForm):
    """A risk that colleagues must know first."""

    kind = choice(lazy("Which risk?"), RiskFlag.Kind, lazy("Choose which risk"))
    reason = PlainTextField(
        label=lazy("What do you know, and from whom?"),
        max_length=LONGEST_TEXT,
        rows=3,
        error_messages={"required": lazy("Write what you know")},
    )


class AssignForm(ActionForm):
    """Which colleague takes it."""

    to = forms.ChoiceField(
        label=lazy("To whom?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), lazy("Choose a colleague from the list")),
    )

    def __init__(self, *args: Any, colleagues: Iterable["AbstractUser"] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.colleagues = {str(user.pk): user for user in colleagues}
        self.fields["to"].choices = [("", _("Choose")), *((pk, str(user)) for pk, user in self.colleagues.items())]

    @property
    def colleague(self) -> "AbstractUser":
        """Who was chosen in a valid form."""
        return self.colleagues[self.cleaned_data["to"]]


class HandOverForm(AssignForm):
    """Everything of one moderator goes to another."""

    of = forms.ChoiceField(
        label=lazy("Whose enquiries?"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), lazy("Choose whose enquiries from the list")),
    )
    field_order = ("of", "to")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["of"].choices = self.fields["to"].choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("of") and cleaned.get("of") == cleaned.get("to"):
            self.add_error("to", _("Choose somebody else"))
        return cleaned


class ReleaseForm(forms.Form):
    """Whose claim the page showed."""

    claimed_by = forms.IntegerField(required=False)
