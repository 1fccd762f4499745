"""Questions about the person: who they are, where they are, and what would help."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.content.answers import SETTING_UNKNOWN, SenderKind
from directory.forms.fields import NumberField
from directory.places.fields import PlaceField

from .asked import Asked
from .choice_fields import NOT_SAID, ReleaseMonthField, choice_field, choices_field
from .fields import PlainTextField

SENDER_CHOICES = (
    (SenderKind.PERSON, lazy("Me")),
    (SenderKind.RELATIVE, lazy("A relative or friend")),
    (SenderKind.PROFESSIONAL, lazy("Someone I work with")),
)
GENDER_CHOICES = (
    ("woman", lazy("Woman")),
    ("man", lazy("Man")),
    ("other", lazy("Another way")),
    ("", lazy("I would rather not say")),
)
READING_CHOICES = (
    ("", lazy("No help needed, or I do not know")),
    ("help", lazy("Some help with letters and forms")),
    ("aloud", lazy("Someone to read it out")),
    ("easy", lazy("Easy words and pictures")),
)


def sender_kind(asked: Asked) -> forms.Field:
    return choice_field(SENDER_CHOICES, _("Choose who the enquiry is for"), label=_("Who is the enquiry for?"))


def setting(asked: Asked) -> forms.Field:
    return choice_field(
        (*asked.offered.settings, (SETTING_UNKNOWN, NOT_SAID)),
        asked.words(_("Choose where the person is now"), _("Choose where you are now")),
        label=asked.words(_("Where is the person now?"), _("Where are you now?")),
    )


def establishment(asked: Asked) -> forms.Field:
    return forms.ChoiceField(
        choices=[("", NOT_SAID), *asked.offered.establishments],
        required=False,
        label=_("Which prison or other place?"),
        error_messages={"invalid_choice": _("Choose the place from the list")},
    )


def release_month(asked: Asked) -> forms.Field:
    return ReleaseMonthField(label=_("Month of release"), help_text=_("If it is not certain, the month you expect."))


def postcode_district(asked: Asked) -> forms.Field:
    where = asked.words(_("Where they live"), _("Where you live"))
    return PlaceField(
        label=_("First part of the postcode, or the place"),
        help_text=_("%(where)s, or will live, like G31 or Dennistoun. Leave it empty if there is no fixed address.")
        % {"where": where},
        required=False,
        confirms=True,
    )


def needs(asked: Asked) -> forms.Field:
    return choices_field(
        asked.offered.needs,
        _("Choose what help is needed from the list"),
        required=False,
        label=_("What help is needed?"),
        help_text=_("Choose all that matter now."),
    )


def what_would_help(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("What would help most?"),
        help_text=_("For example, someone to go along to the first appointment."),
        required=False,
        max_length=1000,
        rows=3,
    )


def words(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("In your words"),
        help_text=_(
            "What is going on, and what a good peer worker should know. "
            "Leave out offences, full names and names of other people."
        ),
        required=False,
        max_length=3000,
        rows=7,
    )


def name(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=asked.words(_("First name or initials of the person"), _("Your first name or initials")),
        help_text=asked.words(_("What a peer worker can call them."), _("What a peer worker can call you."))
        + " "
        + _("Leave out the surname."),
        max_length=60,
        width=20,
        error_messages={"required": _("Enter a first name or initials")},
    )


def age(asked: Asked) -> forms.Field:
    return NumberField(
        label=asked.words(_("Age, if you know it"), _("Your age")),
        help_text=_("Some services are for certain ages."),
        required=False,
        min_value=8,
        max_value=110,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _("Enter an age in years, like 34")),
    )


def gender(asked: Asked) -> forms.Field:
    return choice_field(
        GENDER_CHOICES,
        _("Choose from the list"),
        required=False,
        label=asked.words(_("The person is"), _("I am")),
        help_text=_("Some services are for women or for men only."),
    )


def same_gender_peer(asked: Asked) -> forms.Field:
    return forms.BooleanField(
        label=asked.words(
            _("They want a peer worker of the same gender"), _("I want a peer worker of the same gender")
        ),
        required=False,
    )


def language(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("Language"),
        help_text=_("If it is not English, or if an interpreter is needed. British Sign Language counts."),
        required=False,
        max_length=60,
        width=20,
    )


def reading(asked: Asked) -> forms.Field:
    return choice_field(READING_CHOICES, _("Choose from the list"), required=False, label=_("Reading and writing"))


def access_needs(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("What makes meeting possible?"),
        help_text=_("For example, a step-free place, a quiet room, or time to think."),
        required=False,
        max_length=500,
        rows=3,
    )
