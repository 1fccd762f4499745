"""Questions about safe contact, about the sender, and about what may be shared."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from directory.enquiries.content.answers import Channel, ConsentBasis, SenderKind
from directory.enquiries.content.consent_wording import CONSENT_VERSION, CONSENT_WORDINGS

from .asked import Asked
from .choice_fields import choice_field, choices_field
from .fields import AddressField, PhoneField, PlainTextField, PrivateEmailField

CHANNEL_CHOICES = (
    (Channel.PHONE, lazy("Phone call")),
    (Channel.TEXT, lazy("Text message")),
    (Channel.EMAIL, lazy("Email")),
    (Channel.LETTER, lazy("Letter")),
    (Channel.SENDER, lazy("Through me")),
)
CHANNEL_HINTS = {
    Channel.LETTER: lazy("Only if nobody else opens the post"),
    Channel.SENDER: lazy("The service contacts you, not the person"),
}
VOICEMAIL_CHOICES = (("yes", lazy("Yes")), ("no", lazy("No, do not leave one")))


def channels(asked: Asked) -> forms.Field:
    offered = [pair for pair in CHANNEL_CHOICES if not (asked.is_own and pair[0] == Channel.SENDER)]
    return choices_field(
        offered,
        hints=CHANNEL_HINTS,
        error=asked.words(
            _("Choose how the service can contact the person safely"),
            _("Choose how the service can contact you safely"),
        ),
        label=asked.words(
            _("How can the service contact the person safely?"), _("How can the service contact you safely?")
        ),
        help_text=_("Think about who else sees the phone, the email or the post. Choose all that are safe."),
    )


def phone(asked: Asked) -> forms.Field:
    return PhoneField(
        label=_("Safe phone number"),
        help_text=_("For a phone call or a text message."),
        required=False,
        max_length=60,
        width=20,
    )


def email(asked: Asked) -> forms.Field:
    return PrivateEmailField(
        label=_("Safe email address"), help_text=asked.words(_("For an email to the person."), ""), required=False
    )


def address(asked: Asked) -> forms.Field:
    return AddressField(
        label=_("Safe postal address"), help_text=_("For a letter."), required=False, max_length=300, rows=3
    )


def times(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("Safe times"), help_text=_("For example, weekdays, 10am to 2pm."), required=False, max_length=200
    )


def voicemail(asked: Asked) -> forms.Field:
    return choice_field(
        VOICEMAIL_CHOICES,
        _("Choose whether a voicemail is safe"),
        required=False,
        label=_("Can the service leave a voicemail?"),
        help_text=_("If you do not choose, nobody leaves one."),
    )


def introduction(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("Who should the caller say they are?"),
        help_text=_("For example, “calling for R”, without the name of the service."),
        required=False,
        max_length=200,
    )


def who_may_answer(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("Who else may answer?"),
        help_text=_("And what may be said to them. If you leave it empty, nobody is told anything."),
        required=False,
        max_length=200,
    )


def sender_name(asked: Asked) -> forms.Field:
    return PlainTextField(label=_("Your name"), required=False, max_length=100)


def sender_role(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("How you know the person") if asked.sender_kind == SenderKind.RELATIVE else _("Your role"),
        help_text=_("For example, mother, partner or neighbour.")
        if asked.sender_kind == SenderKind.RELATIVE
        else _("For example, justice social worker."),
        required=False,
        max_length=100,
    )


def sender_organisation(asked: Asked) -> forms.Field:
    return PlainTextField(label=_("Your organisation"), required=False, max_length=120)


def sender_email(asked: Asked) -> forms.Field:
    return PrivateEmailField(label=_("Your email address"), required=False)


def sender_phone(asked: Asked) -> forms.Field:
    return PhoneField(label=_("Your phone number"), required=False, max_length=60, width=20)


def email_reference(asked: Asked) -> forms.Field:
    return forms.BooleanField(
        label=_("Email me the reference"),
        help_text=_(
            "The email holds the reference and nothing else. Leave this empty if someone else reads your email."
        ),
        required=False,
    )


def safety_note(asked: Asked) -> forms.Field:
    return PlainTextField(
        label=_("What keeps people safe?"),
        help_text=_(
            "For example, meet in a public place, not alone with a man, not on that street. "
            "Think of the person and of the peer worker. You can leave this empty."
        ),
        required=False,
        max_length=1000,
        rows=4,
    )


def consent_basis(asked: Asked) -> forms.Field:
    wordings = CONSENT_WORDINGS[CONSENT_VERSION]
    offered = [pair for pair in wordings.items() if not asked.is_own or pair[0] == ConsentBasis.OWN]
    return choice_field(
        [pair for pair in offered if asked.is_own or not asked.sender_kind or pair[0] != ConsentBasis.OWN],
        asked.words(_("Choose whether the person agrees to share this"), _("Say that you agree to share this")),
        label=asked.words(_("Does the person know you are asking?"), _("Do you agree to share this?")),
    )
