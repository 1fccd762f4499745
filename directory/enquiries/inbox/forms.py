"""What moderators fill in."""

from django import forms

from directory.enquiries.form.fields import PlainTextField
from directory.enquiries.models import Enquiry


class NoteForm(forms.Form):
    """A note for colleagues."""

    use_required_attribute = False

    text = PlainTextField(
        label="Add a note for colleagues",
        max_length=4000,
        rows=4,
        error_messages={"required": "Write the note before you save it"},
    )


class CloseForm(forms.Form):
    """Why the work is done."""

    use_required_attribute = False

    reason = forms.ChoiceField(
        label="Why is it closed?",
        choices=Enquiry.CloseReason,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose why it is closed"),
    )
    note = PlainTextField(label="Anything colleagues should know", max_length=4000, rows=3, required=False)


class ReleaseForm(forms.Form):
    """Whose claim the page showed."""

    claimed_by = forms.IntegerField(required=False)
