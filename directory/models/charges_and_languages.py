"""What a service costs and which languages it is given in."""

from decimal import Decimal
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .validity import Validity


class CostOption(Orderable, Validity):
    """A price, and who pays it. Open Referral: `cost_option`; the currency is always the pound."""

    CURRENCY = "GBP"

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="cost_options")
    option = models.CharField(
        lazy("who or what it is for"),
        max_length=150,
        blank=True,
        help_text=lazy("First visit, people on benefits, families."),
    )
    amount = models.DecimalField(
        lazy("pounds"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=(MinValueValidator(Decimal(0)),),
        help_text=lazy("0 means free. Empty: not known."),
    )
    amount_description = models.CharField(
        lazy("details"), max_length=150, blank=True, help_text=lazy("A week, a session, refunded on the day.")
    )

    def __str__(self) -> str:
        return f"{self.option}: {self.words}" if self.option else self.words

    @property
    def words(self) -> str:
        """The price in words: "Free", "£5 a week", "£2.50"."""
        if self.amount is None:
            return self.amount_description
        if not self.amount:
            return (
                _("Free, %(amount_description)s") % {"amount_description": self.amount_description}
                if self.amount_description
                else _("Free")
            )
        whole = self.amount == self.amount.to_integral_value()
        pounds = f"£{self.amount:.0f}" if whole else f"£{self.amount:.2f}"
        return f"{pounds} {self.amount_description}".strip()

    def clean(self) -> None:
        super().clean()
        if self.amount is None and not self.amount_description:
            raise ValidationError({"amount": _("Give an amount, 0 for free, or say it in the details.")})


class Language(Orderable):
    """A language the service is given in, without an interpreter. Open Referral: `language`."""

    class Code(models.TextChoices):
        ENGLISH = "en", lazy("English")
        BRITISH_SIGN_LANGUAGE = "bfi", lazy("British Sign Language")
        GAELIC = "gd", lazy("Scottish Gaelic")
        SCOTS = "sco", lazy("Scots")
        WELSH = "cy", lazy("Welsh")
        IRISH = "ga", lazy("Irish")
        IRISH_SIGN_LANGUAGE = "isg", lazy("Irish Sign Language")
        ALBANIAN = "sq", lazy("Albanian")
        ARABIC = "ar", lazy("Arabic")
        BENGALI = "bn", lazy("Bengali")
        CANTONESE = "yue", lazy("Cantonese")
        FARSI = "fa", lazy("Farsi")
        FRENCH = "fr", lazy("French")
        GUJARATI = "gu", lazy("Gujarati")
        KURDISH = "ku", lazy("Kurdish")
        LITHUANIAN = "lt", lazy("Lithuanian")
        MANDARIN = "cmn", lazy("Mandarin")
        PASHTO = "ps", lazy("Pashto")
        POLISH = "pl", lazy("Polish")
        PORTUGUESE = "pt", lazy("Portuguese")
        PUNJABI = "pa", lazy("Punjabi")
        ROMANIAN = "ro", lazy("Romanian")
        RUSSIAN = "ru", lazy("Russian")
        SOMALI = "so", lazy("Somali")
        SPANISH = "es", lazy("Spanish")
        TIGRINYA = "ti", lazy("Tigrinya")
        TURKISH = "tr", lazy("Turkish")
        UKRAINIAN = "uk", lazy("Ukrainian")
        URDU = "ur", lazy("Urdu")
        VIETNAMESE = "vi", lazy("Vietnamese")

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(lazy("language"), max_length=3, choices=Code, blank=True)
    name = models.CharField(
        lazy("another language"), max_length=60, blank=True, help_text=lazy("If it is not in the list.")
    )
    note = models.CharField(
        lazy("note"), max_length=150, blank=True, help_text=lazy("When, or with whom: Tuesdays only.")
    )

    def __str__(self) -> str:
        return f"{self.label} ({self.note})" if self.note else self.label

    @property
    def label(self) -> str:
        """The language's English name."""
        return language_name(self.code, self.name)

    def clean(self) -> None:
        super().clean()
        if bool(self.code) == bool(self.name):
            raise ValidationError({"code": _("Choose a language from the list, or name another one; not both.")})


def language_name(code: str, name: str) -> str:
    """The English name of a language with a code; one without is called by its own name."""
    return str(_names_of_codes().get(code, code)) or name


@lru_cache
def _names_of_codes() -> dict[str, str]:
    return dict(Language._meta.get_field("code").flatchoices)
