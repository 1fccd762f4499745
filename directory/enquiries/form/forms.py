"""The questions of an enquiry, on one page."""

from typing import Any

from django import forms
from django.views.decorators.debug import sensitive_variables

from directory.enquiries.content.answers import (
    SETTING_UNKNOWN,
    Channel,
    CoarseAnswers,
    ConsentBasis,
    EnquiryAnswers,
    PrivateAnswers,
    SenderKind,
)
from directory.enquiries.content.consent_wording import CONSENT_VERSION, CONSENT_WORDINGS
from directory.enquiries.privacy.private_views import Unprinted
from directory.forms.fields import NumberField
from directory.forms.public_form import PublicForm
from directory.forms.widgets import Checkboxes, Radios
from directory.places.fields import PlaceField
from search.text.invisible_characters import without_controls

from .fields import AddressField, PhoneField, PlainTextField, PrivateEmailField
from .rules import find_gaps
from .state import FormState

SENDER_CHOICES = (
    (SenderKind.PERSON, "Me"),
    (SenderKind.RELATIVE, "A relative or friend"),
    (SenderKind.PROFESSIONAL, "Someone I work with"),
)
CHANNEL_CHOICES = (
    (Channel.PHONE, "Phone call"),
    (Channel.TEXT, "Text message"),
    (Channel.EMAIL, "Email"),
    (Channel.LETTER, "Letter"),
    (Channel.SENDER, "Through me"),
)
CHANNEL_HINTS = {
    Channel.LETTER: "Only if nobody else opens the post",
    Channel.SENDER: "The service contacts you, not the person",
}
VOICEMAIL_CHOICES = (("yes", "Yes"), ("no", "No, do not leave one"))


def choice_field(choices: Any, error: str, *, required: bool = True, **options: Any) -> forms.ChoiceField:
    """Radios whose only message says what to do."""
    return forms.ChoiceField(
        choices=choices,
        required=required,
        widget=Radios,
        error_messages={"required": error, "invalid_choice": error},
        **options,
    )


def choices_field(
    choices: Any, error: str, *, required: bool = True, hints: Any = None, **options: Any
) -> forms.MultipleChoiceField:
    """Checkboxes whose only message says what to do."""
    messages = dict.fromkeys(("required", "invalid_choice", "invalid_list"), error)
    return forms.MultipleChoiceField(
        choices=choices, required=required, widget=Checkboxes(hints=hints), error_messages=messages, **options
    )


class EnquiryForm(PublicForm):
    """Checks what a sender typed, without a database: the choices on offer came with the form."""

    sender_kind = choice_field(SENDER_CHOICES, "Choose who the enquiry is for", label="Who is the enquiry for?")
    name = PlainTextField(
        label="First name or initials of the person",
        help_text="What a peer worker can call them. Leave out the surname.",
        max_length=60,
        width=20,
        error_messages={"required": "Enter a first name or initials"},
    )
    age = NumberField(
        label="Age, if you know it",
        help_text="Some services are for certain ages.",
        required=False,
        min_value=8,
        max_value=110,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), "Enter an age in years, like 34"),
    )
    setting = choice_field((), "Choose where the person is now", label="Where is the person now?")
    postcode_district = PlaceField(
        label="First part of the postcode, or the place",
        help_text="Where they live, like G31 or Dennistoun. Leave it empty if there is no fixed address.",
        required=False,
        confirms=True,
    )
    needs = choices_field(
        (),
        "Choose what would help from the list",
        required=False,
        label="What would help?",
        help_text="Choose all that matter now.",
    )
    words = PlainTextField(
        label="In your words",
        help_text="What is going on, and what a good peer worker should know. "
        "Leave out offences, full names and names of other people.",
        required=False,
        max_length=3000,
        rows=7,
    )
    channels = choices_field(
        CHANNEL_CHOICES,
        hints=CHANNEL_HINTS,
        error="Choose how the service can contact the person safely",
        label="How can the service contact the person safely?",
        help_text="Think about who else sees the phone, the email or the post. Choose all that are safe.",
    )
    phone = PhoneField(
        label="Safe phone number",
        help_text="For a phone call or a text message.",
        required=False,
        max_length=60,
        width=20,
    )
    email = PrivateEmailField(label="Safe email address", help_text="For an email to the person.", required=False)
    address = AddressField(
        label="Safe postal address",
        help_text="For a letter.",
        required=False,
        max_length=300,
        rows=3,
    )
    times = PlainTextField(
        label="Safe times", help_text="For example, weekdays, 10am to 2pm.", required=False, max_length=200
    )
    voicemail = choice_field(
        VOICEMAIL_CHOICES,
        "Choose whether a voicemail is safe",
        required=False,
        label="Can the service leave a voicemail?",
        help_text="If you do not choose, nobody leaves one.",
    )
    introduction = PlainTextField(
        label="Who should the caller say they are?",
        help_text="For example, “calling for R”, without the name of the service.",
        required=False,
        max_length=200,
    )
    sender_role = PlainTextField(
        label="Your role",
        help_text="For example, justice social worker, or mother. Leave it empty if the enquiry is for you.",
        required=False,
        max_length=100,
    )
    sender_email = PrivateEmailField(
        label="Your email address", help_text="Leave it empty if the enquiry is for you.", required=False
    )
    sender_phone = PhoneField(
        label="Your phone number",
        help_text="Leave it empty if the enquiry is for you.",
        required=False,
        max_length=60,
        width=20,
    )
    email_reference = forms.BooleanField(
        label="Email me the reference",
        help_text="The email holds the reference and nothing else. Leave this empty if someone else reads your email.",
        required=False,
    )
    consent_basis = choice_field(
        tuple(CONSENT_WORDINGS[CONSENT_VERSION].items()),
        "Choose whether the person agrees to share this",
        label="Does the person know you are asking?",
    )

    def __init__(self, *, state: FormState, **options: Any) -> None:
        super().__init__(**options)
        self.fields["setting"].choices = (*state.settings, (SETTING_UNKNOWN, "I do not know"))
        self.fields["needs"].choices = state.needs

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, message in find_gaps(cleaned, already_wrong=self.errors.keys()):
            self.add_error(name, message)
        return cleaned

    @sensitive_variables()
    def typed(self) -> list[tuple[str, str]]:
        """Every answer as it was posted, for hidden fields: a name and a value, several times for several choices."""
        return [
            (name, Unprinted(without_controls(value)))
            for name, field in self.fields.items()
            # A place that was chosen stands for the one that was typed.
            for value in (self.chosen(name) if isinstance(field, PlaceField) else self.data.getlist(name))
        ]

    @sensitive_variables()
    def chosen(self, name: str) -> list[str]:
        """What was typed or chosen as a place; nothing for a form that was posted without the box."""
        value = self[name].value()
        return [] if value is None else [value]

    @sensitive_variables()
    def answers(self) -> EnquiryAnswers:
        """The cleaned answers, split into what lists may show and what is encrypted."""
        cleaned = self.cleaned_data
        coarse = CoarseAnswers(
            sender_kind=cleaned["sender_kind"],
            setting=cleaned["setting"],
            needs=tuple(cleaned["needs"]),
            postcode_district=cleaned["postcode_district"],
        )
        private = PrivateAnswers(
            **{
                name: cleaned[name]
                for name in (
                    "name",
                    "age",
                    "words",
                    "phone",
                    "email",
                    "address",
                    "times",
                    "introduction",
                    "sender_role",
                    "sender_email",
                    "sender_phone",
                    "email_reference",
                )
            },
            consent_basis=ConsentBasis(cleaned["consent_basis"]),
            consent_wording=CONSENT_VERSION,
            channels=tuple(cleaned["channels"]),
            voicemail=cleaned["voicemail"] == "yes",
        )
        return EnquiryAnswers(coarse, private)
