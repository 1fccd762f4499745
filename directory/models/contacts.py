"""How to reach a service."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory.contact_details.reserved import is_example_address, is_example_number
from directory.contact_details.telephone import NO_NUMBER, telephone_address
from search.text.invisible_characters import clean_code
from search.text.lists_in_words import listed


class Phone(Orderable):
    """A number to call. Open Referral: `phone`."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(lazy("number"), max_length=30)
    description = models.CharField(
        lazy("description"), max_length=100, blank=True, help_text=lazy("Who answers, if not the team itself.")
    )

    def __str__(self) -> str:
        return self.number

    @property
    def href(self) -> str:
        """The number as a `tel:` address; nothing where it has no number to dial."""
        return telephone_address(self.number)

    @property
    def is_example(self) -> bool:
        """Whether the number is reserved for examples, so that nobody can answer it."""
        return is_example_number(self.number)

    def clean(self) -> None:
        super().clean()
        self.number = clean_code(self.number)
        if self.number and not self.href:
            raise ValidationError({"number": NO_NUMBER})


class Contact(Orderable):
    """A person or desk to ask for. Open Referral: `contact`, with the one number of its `phones` in `phone`.

    Everything here is public.
    """

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="contacts")
    title = models.CharField(
        lazy("role"), max_length=100, blank=True, help_text=lazy("What they do: duty worker, referrals coordinator.")
    )
    name = models.CharField(
        lazy("name"),
        max_length=100,
        blank=True,
        help_text=lazy("Everyone can read it. Leave it empty unless the person agreed."),
    )
    department = models.CharField(lazy("team"), max_length=100, blank=True)
    email = models.EmailField(lazy("e-mail"), blank=True)
    phone = models.CharField(lazy("phone"), max_length=30, blank=True)

    def __str__(self) -> str:
        return listed((self.title, self.name, self.department))

    @property
    def href(self) -> str:
        """The number as a `tel:` address; nothing where it has no number to dial."""
        return telephone_address(self.phone)

    @property
    def has_example_phone(self) -> bool:
        """Whether the number is reserved for examples."""
        return is_example_number(self.phone)

    @property
    def has_example_email(self) -> bool:
        """Whether the e-mail address is reserved for examples."""
        return is_example_address(self.email)

    def clean(self) -> None:
        super().clean()
        self.phone = clean_code(self.phone)
        if not (self.title or self.name or self.department):
            raise ValidationError({"title": _("Say who this is: a role, a name or a team.")})
        if not (self.email or self.phone):
            raise ValidationError({"phone": _("Give a number or an e-mail address.")})
        if self.phone and not self.href:
            raise ValidationError({"phone": NO_NUMBER})
